// RUN: %check %s -- -std=c11
// RUN: %truth %s -- -std=c11
// What the close of a connection does to what derives from it: `sqlite3_close` refuses,
// `sqlite3_close_v2` waits for the last of them.
#include <sqlite3.h>
#include <stddef.h>

int refusedReported(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-unclosed]
    sqlite3_close(db);
    return -1;
  }
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) == SQLITE_OK)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    sqlite3_step(stmt);
  return sqlite3_close(db);
}

int refusedSilent(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) == SQLITE_OK)
    sqlite3_step(stmt);
  sqlite3_finalize(stmt);
  return sqlite3_close(db);
}

int deferredReported(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;
  if (sqlite3_open(file, &db) == SQLITE_OK &&
      sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) == SQLITE_OK)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    sqlite3_step(stmt);
  return sqlite3_close_v2(db);
}

int deferredSilent(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;
  if (sqlite3_open(file, &db) == SQLITE_OK &&
      sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) == SQLITE_OK)
    sqlite3_step(stmt);
  sqlite3_close_v2(db);
  return sqlite3_finalize(stmt);
}

int zombieReported(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;
  if (sqlite3_open(file, &db) == SQLITE_OK)
    sqlite3_prepare_v2(db, "DELETE FROM t", -1, &stmt, NULL);
  sqlite3_close_v2(db);
  sqlite3_step(stmt);
  int changes = sqlite3_changes(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-use-after-close]
  sqlite3_finalize(stmt);
  return changes;
}

int zombieSilent(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;
  if (sqlite3_open(file, &db) == SQLITE_OK)
    sqlite3_prepare_v2(db, "DELETE FROM t", -1, &stmt, NULL);
  sqlite3_step(stmt);
  int changes = sqlite3_changes(db);
  sqlite3_close_v2(db);
  sqlite3_finalize(stmt);
  return changes;
}

int tooEarlyReported(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  sqlite3_exec(db, "DELETE FROM t", NULL, NULL, NULL);
  sqlite3_close(db);
  sqlite3_stmt *stmt = NULL;
  sqlite3_prepare_v2(db, "SELECT changes()", -1, &stmt, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-use-after-close]
  return sqlite3_finalize(stmt);
}

int tooEarlySilent(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  sqlite3_exec(db, "DELETE FROM t", NULL, NULL, NULL);
  sqlite3_stmt *stmt = NULL;
  sqlite3_prepare_v2(db, "SELECT changes()", -1, &stmt, NULL);
  sqlite3_finalize(stmt);
  return sqlite3_close(db);
}

int blobReported(sqlite3 *db) {
  sqlite3_blob *blob;
  char byte = 0;
  if (sqlite3_blob_open(db, "main", "t", "name", 1, 0, &blob) != SQLITE_OK)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'blob'{{.*}}[cursor-unclosed]
    return -1;
  if (sqlite3_blob_read(blob, &byte, 1, 100) != SQLITE_OK)
    return -1;
  sqlite3_blob_close(blob);
  return byte;
}

int blobSilent(sqlite3 *db) {
  sqlite3_blob *blob;
  char byte = 0;
  if (sqlite3_blob_open(db, "main", "t", "name", 1, 0, &blob) != SQLITE_OK)
    return -1;
  if (sqlite3_blob_read(blob, &byte, 1, 100) != SQLITE_OK)
    byte = -1;
  sqlite3_blob_close(blob);
  return byte;
}

int backupReported(sqlite3 *from, const char *file) {
  sqlite3 *to;
  sqlite3_open(file, &to);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'to'{{.*}}[cursor-unclosed]
  sqlite3_backup *copy = sqlite3_backup_init(to, "main", from, "main");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'copy'{{.*}}[cursor-unclosed]
  if (copy)
    sqlite3_backup_step(copy, -1);
  return sqlite3_close(to);
}

int backupSilent(sqlite3 *from, const char *file) {
  sqlite3 *to;
  sqlite3_open(file, &to);
  sqlite3_backup *copy = sqlite3_backup_init(to, "main", from, "main");
  if (copy)
    sqlite3_backup_step(copy, -1);
  sqlite3_backup_finish(copy);
  return sqlite3_close(to);
}

// A failed open leaves a connection all the same; a failed prepare leaves nothing.
int failedOpenReported(void) {
  sqlite3 *db;
  if (sqlite3_open("no/such/folder/file", &db) != SQLITE_OK)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-unclosed]
    return -1;
  return sqlite3_close(db);
}

int failedOpenSilent(void) {
  sqlite3 *db;
  if (sqlite3_open("no/such/folder/file", &db) != SQLITE_OK) {
    sqlite3_close(db);
    return -1;
  }
  return sqlite3_close(db);
}

int secondPrepareReported(sqlite3 *db) {
  sqlite3_stmt *one, *two;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &one, NULL) != SQLITE_OK)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'one'{{.*}}[cursor-unclosed]
    return -1;
  if (sqlite3_prepare_v2(db, "SELECT absent", -1, &two, NULL) != SQLITE_OK)
    return -1;
  sqlite3_finalize(two);
  sqlite3_finalize(one);
  return 0;
}

int secondPrepareSilent(sqlite3 *db) {
  sqlite3_stmt *one, *two;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &one, NULL) != SQLITE_OK)
    return -1;
  if (sqlite3_prepare_v2(db, "SELECT absent", -1, &two, NULL) != SQLITE_OK) {
    sqlite3_finalize(one);
    return -1;
  }
  sqlite3_finalize(two);
  sqlite3_finalize(one);
  return 0;
}

// An empty statement is no error and no statement either.
int emptyReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int rc = sqlite3_prepare_v2(db, "SELECT 1 -- one", -1, &stmt, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
  return rc == SQLITE_OK && stmt != NULL;
}

int emptySilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int rc = sqlite3_prepare_v2(db, "-- nothing", -1, &stmt, NULL);
  if (rc != SQLITE_OK || stmt == NULL)
    return 0;
  sqlite3_finalize(stmt);
  return 1;
}

// What closes only in part.
int resetReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) != SQLITE_OK)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    return -1;
  sqlite3_step(stmt);
  sqlite3_clear_bindings(stmt);
  return sqlite3_reset(stmt);
}

int resetSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  sqlite3_step(stmt);
  sqlite3_clear_bindings(stmt);
  return sqlite3_finalize(stmt);
}
