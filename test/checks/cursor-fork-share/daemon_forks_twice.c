// RUN: %check %s -- -std=gnu11
// A process that becomes a daemon with an open database.
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static int daemonize(void) {
  pid_t pid = fork();
  if (pid < 0)
    return -1;
  if (pid > 0)
    _exit(0);
  if (setsid() < 0)
    return -1;
  pid = fork();
  if (pid < 0)
    return -1;
  if (pid > 0)
    _exit(0);
  chdir("/");
  return 0;
}
int main(void) {
  sqlite3 *db;
  if (sqlite3_open("log.db", &db) != SQLITE_OK) {
    sqlite3_close(db);
    return 1;
  }
  if (daemonize() < 0) {
    sqlite3_close(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}}[cursor-fork-share]
    return 1;
  }
  sqlite3_exec(db, "insert", 0, 0, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}}[cursor-fork-share]
  sqlite3_close(db);
  return 0;
}
