// RUN: %check %s -- -std=gnu11
// The clean-up that both processes call closes the connection.
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

static void quitClosing(sqlite3 *db, int rc) {
  sqlite3_close(db);
  _exit(rc);
}

static void quit(int rc) { _exit(rc); }

int rotateReported(const char *file) {
  sqlite3 *db;
  int rc = sqlite3_open(file, &db);
  if (rc == SQLITE_OK && fork() == 0)
    quitClosing(db, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}db' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-fork-share]
  sqlite3_close(db);
  return rc;
}

int rotateSilent(const char *file) {
  sqlite3 *db;
  int rc = sqlite3_open(file, &db);
  if (rc == SQLITE_OK && fork() == 0)
    quit(0);
  sqlite3_close(db);
  return rc;
}
