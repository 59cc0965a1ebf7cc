// RUN: %check %s -- -std=c++17 -pthread
// At level 1 the lock must guard the whole world of the connection.
#include <sqlite3.h>

#include <mutex>
#include <thread>

void mixedReported(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_stmt *Read = nullptr, *Write = nullptr;
  std::mutex ReadGuard, WriteGuard;
  const int Flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  sqlite3_open_v2(File, &Db, Flags, nullptr);
  sqlite3_prepare_v2(Db, "SELECT x FROM t", -1, &Read, nullptr);
  sqlite3_prepare_v2(Db, "DELETE FROM t", -1, &Write, nullptr);
  std::thread Reader([&] {
    std::lock_guard<std::mutex> Hold(ReadGuard);
    sqlite3_step(Read);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(level 1: {{.*}}declared by SQLITE_OPEN_NOMUTEX{{.*}}[cursor-thread-share]
  });
  {
    std::lock_guard<std::mutex> Hold(WriteGuard);
    sqlite3_step(Write);
  }
  Reader.join();
  sqlite3_finalize(Read);
  sqlite3_finalize(Write);
  sqlite3_close(Db);
}

void commonSilent(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_stmt *Read = nullptr, *Write = nullptr;
  std::mutex Guard;
  const int Flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  sqlite3_open_v2(File, &Db, Flags, nullptr);
  sqlite3_prepare_v2(Db, "SELECT x FROM t", -1, &Read, nullptr);
  sqlite3_prepare_v2(Db, "DELETE FROM t", -1, &Write, nullptr);
  std::thread Reader([&] {
    std::lock_guard<std::mutex> Hold(Guard);
    sqlite3_step(Read);
  });
  {
    std::lock_guard<std::mutex> Hold(Guard);
    sqlite3_step(Write);
  }
  Reader.join();
  sqlite3_finalize(Read);
  sqlite3_finalize(Write);
  sqlite3_close(Db);
}
