// RUN: %check %s -- -std=gnu11
// RUN: %truth %s -- -std=gnu11
// Frames and processes that are left without their ends: longjmp, _exit, quick_exit.
#include <setjmp.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

static jmp_buf Top;

static void fail(void) { longjmp(Top, 1); }

static void eachReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t WHERE 0", -1, &stmt, NULL) != SQLITE_OK)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    return;
  if (sqlite3_step(stmt) != SQLITE_ROW)
    fail();
  sqlite3_finalize(stmt);
}

static void eachSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t WHERE 0", -1, &stmt, NULL) != SQLITE_OK)
    return;
  if (sqlite3_step(stmt) != SQLITE_ROW) {
    sqlite3_finalize(stmt);
    fail();
  }
  sqlite3_finalize(stmt);
}

// The fault itself stands in `eachReported`.
int byLongjmpReported(sqlite3 *db) {
  if (setjmp(Top))
    return -1;
  eachReported(db);
  return 0;
}

int byLongjmpSilent(sqlite3 *db) {
  if (setjmp(Top))
    return -1;
  eachSilent(db);
  return 0;
}

int byExitAtOnceReported(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK ||
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-unclosed]
      sqlite3_exec(db, "no sentence", NULL, NULL, NULL) != SQLITE_OK)
    _exit(1);
  return sqlite3_close(db);
}

int byExitAtOnceSilent(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK ||
      sqlite3_exec(db, "no sentence", NULL, NULL, NULL) != SQLITE_OK) {
    sqlite3_close(db);
    _exit(1);
  }
  return sqlite3_close(db);
}

int byQuickExitReported(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-unclosed]
  if (sqlite3_exec(db, "SELECT * FROM nothing", NULL, NULL, NULL) != SQLITE_OK)
    quick_exit(0);
  return sqlite3_close(db);
}

int byQuickExitSilent(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  if (sqlite3_exec(db, "SELECT * FROM nothing", NULL, NULL, NULL) != SQLITE_OK)
    exit(0);
  return sqlite3_close(db);
}
