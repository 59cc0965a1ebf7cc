// RUN: %check %s -- -std=c++17 -pthread
// SQLITE_OPEN_NOMUTEX takes back the leave to share the connection.
#include <sqlite3.h>

#include <thread>

static sqlite3 *openBare(const char *File) {
  sqlite3 *Db = nullptr;
  const int Flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  sqlite3_open_v2(File, &Db, Flags, nullptr);
  return Db;
}

static sqlite3 *openSerialized(const char *File) {
  sqlite3 *Db = nullptr;
  const int Flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX;
  sqlite3_open_v2(File, &Db, Flags, nullptr);
  return Db;
}

static void tidyBare(sqlite3 *Db) {
  sqlite3_exec(Db, "DELETE FROM old", nullptr, nullptr, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Db' ({{.*}}(level 1: {{.*}}declared by SQLITE_OPEN_NOMUTEX{{.*}}[cursor-thread-share]
}

static void tidySerialized(sqlite3 *Db) {
  sqlite3_exec(Db, "DELETE FROM old", nullptr, nullptr, nullptr);
}

static void count(sqlite3 *Db) {
  sqlite3_exec(Db, "SELECT count(*) FROM old", nullptr, nullptr, nullptr);
}

void sweepReported(const char *File) {
  sqlite3 *Db = openBare(File);
  std::thread Sweeper(tidyBare, Db);
  count(Db);
  Sweeper.join();
  sqlite3_close(Db);
}

void sweepSilent(const char *File) {
  sqlite3 *Db = openSerialized(File);
  std::thread Sweeper(tidySerialized, Db);
  count(Db);
  Sweeper.join();
  sqlite3_close(Db);
}
