// RUN: %check %s -- -std=gnu11
// SQLite binds a handle to the process that opened it, whoever else goes on.
#include <sqlite3.h>
#include <unistd.h>

int main(void) {
  sqlite3 *db;
  if (sqlite3_open("log.db", &db) != SQLITE_OK) {
    sqlite3_close(db);
    return 1;
  }
  pid_t pid = fork();
  if (pid < 0) {
    sqlite3_close(db);
    return 1;
  }
  if (pid > 0)
    _exit(0);
  sqlite3_exec(db, "insert", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLite sqlite3) is used by the process that goes on, but was opened before the fork{{.*}}[cursor-fork-share]
  return 0;
}
