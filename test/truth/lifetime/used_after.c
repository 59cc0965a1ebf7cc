// RUN: %check %s -- -std=c11
// RUN: %truth %s -- -std=c11
// A handle that is closed, or memory that it has lent, and one more use.
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

int afterFinalizeReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  sqlite3_step(stmt);
  sqlite3_finalize(stmt);
  return sqlite3_column_int(stmt, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-use-after-close]
}

int afterFinalizeSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  sqlite3_step(stmt);
  int id = sqlite3_column_int(stmt, 0);
  sqlite3_finalize(stmt);
  return id;
}

int afterCloseReported(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) == SQLITE_OK)
    sqlite3_exec(db, "DELETE FROM t WHERE id = 1", NULL, NULL, NULL);
  sqlite3_close(db);
  return sqlite3_changes(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-use-after-close]
}

int afterCloseSilent(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) == SQLITE_OK)
    sqlite3_exec(db, "DELETE FROM t WHERE id = 1", NULL, NULL, NULL);
  int changes = sqlite3_changes(db);
  sqlite3_close(db);
  return changes;
}

int afterReopeningReported(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  if (sqlite3_exec(db, "SELECT absent", NULL, NULL, NULL) != SQLITE_OK) {
    sqlite3_close(db);
    sqlite3 *again;
    sqlite3_open(file, &again);
    sqlite3_close(again);
  }
  int rc = sqlite3_exec(db, "SELECT 1", NULL, NULL, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-use-after-close]
  sqlite3_close(db);
  return rc;
}

int afterReopeningSilent(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  if (sqlite3_exec(db, "SELECT absent", NULL, NULL, NULL) != SQLITE_OK) {
    sqlite3_close(db);
    sqlite3_open(file, &db);
  }
  int rc = sqlite3_exec(db, "SELECT 1", NULL, NULL, NULL);
  sqlite3_close(db);
  return rc;
}

static void discard(sqlite3_stmt *stmt) {
  sqlite3_reset(stmt);
  sqlite3_finalize(stmt);
}

int byWrapperReported(sqlite3 *db) {
  sqlite3_stmt *stmt, *same;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  same = stmt;
  discard(stmt);
  return sqlite3_step(same);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-use-after-close]
}

int byWrapperSilent(sqlite3 *db) {
  sqlite3_stmt *stmt, *same;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  same = stmt;
  int rc = sqlite3_step(same);
  discard(stmt);
  return rc;
}

struct Reader {
  sqlite3_stmt *stmt;
  int open;
};

static void readerClose(struct Reader *reader) {
  if (reader->open)
    sqlite3_finalize(reader->stmt);
  reader->open = 0;
}

int ofMemberReported(sqlite3 *db) {
  struct Reader reader = {NULL, 0};
  reader.open = sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &reader.stmt, NULL) == SQLITE_OK;
  readerClose(&reader);
  int rc = sqlite3_step(reader.stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'reader.stmt'{{.*}}[cursor-use-after-close]
  readerClose(&reader);
  return rc;
}

int ofMemberSilent(sqlite3 *db) {
  struct Reader reader = {NULL, 0};
  reader.open = sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &reader.stmt, NULL) == SQLITE_OK;
  int rc = sqlite3_step(reader.stmt);
  readerClose(&reader);
  readerClose(&reader);
  return rc;
}

int textAfterStepReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT name FROM t ORDER BY name", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  sqlite3_step(stmt);
  const unsigned char *first = sqlite3_column_text(stmt, 0);
  sqlite3_step(stmt);
  int same = first[0] == 'o';
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]
  sqlite3_finalize(stmt);
  return same;
}

int textAfterStepSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT name FROM t ORDER BY name", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  sqlite3_step(stmt);
  const unsigned char *first = sqlite3_column_text(stmt, 0);
  int same = first[0] == 'o';
  sqlite3_step(stmt);
  sqlite3_finalize(stmt);
  return same;
}

int textAfterResetReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT name FROM t", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  const char *name = NULL;
  if (sqlite3_step(stmt) == SQLITE_ROW)
    name = (const char *)sqlite3_column_text(stmt, 0);
  sqlite3_reset(stmt);
  if (name)
    puts(name);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]
  return sqlite3_finalize(stmt);
}

int textAfterResetSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT name FROM t", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  const char *name = NULL;
  if (sqlite3_step(stmt) == SQLITE_ROW)
    name = (const char *)sqlite3_column_text(stmt, 0);
  if (name)
    puts(name);
  sqlite3_reset(stmt);
  return sqlite3_finalize(stmt);
}

static const char *nameOf(sqlite3 *db, int id, char *buffer, size_t size) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT name FROM t WHERE id = ?", -1, &stmt, NULL) != SQLITE_OK)
    return "";
  sqlite3_bind_int(stmt, 1, id);
  const char *name = "";
  if (sqlite3_step(stmt) == SQLITE_ROW)
    name = (const char *)sqlite3_column_text(stmt, 0);
  if (buffer)
    snprintf(buffer, size, "%s", name);
  sqlite3_finalize(stmt);
  return buffer ? buffer : name;
}

int textOfHelperReported(sqlite3 *db) { return (int)strlen(nameOf(db, 1, NULL, 0)); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]

int textOfHelperSilent(sqlite3 *db) {
  char buffer[20];
  return (int)strlen(nameOf(db, 1, buffer, sizeof buffer));
}

void errorTextReported(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  int rc = sqlite3_exec(db, "SELECT absent FROM t", NULL, NULL, NULL);
  const char *error = sqlite3_errmsg(db);
  sqlite3_close(db);
  if (rc != SQLITE_OK)
    puts(error);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]
}

void errorTextSilent(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  int rc = sqlite3_exec(db, "SELECT absent FROM t", NULL, NULL, NULL);
  const char *error = sqlite3_errmsg(db);
  if (rc != SQLITE_OK)
    puts(error);
  sqlite3_close(db);
}
