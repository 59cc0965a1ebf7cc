// RUN: %check %s -- -std=c++17 -DSQLITE_THREADSAFE=2 -pthread
// The build says multi-thread mode: a connection may not be shared.
#include <sqlite3.h>

#include <thread>

void runReported(sqlite3 *Db) {
  std::thread Worker([Db] {
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Db' ({{.*}}(level 1: {{.*}}declared by {{.*}}SQLITE_THREADSAFE{{.*}}[cursor-thread-share]
  });
  sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
  Worker.join();
}

void runSilent(const char *File) {
  sqlite3 *Db = nullptr;
  const int Flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX;
  sqlite3_open_v2(File, &Db, Flags, nullptr);
  std::thread Worker(
      [Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
  sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
  Worker.join();
  sqlite3_close(Db);
}
