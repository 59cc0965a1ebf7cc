// RUN: %check %s -- -std=c11
// RUN: %truth %s -- -std=c11
// Ownership that moves: the one who has it last must close.
#include <sqlite3.h>
#include <stdlib.h>

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql) {
  sqlite3_stmt *stmt = NULL;
  if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
    return NULL;
  return stmt;
}

static int prepareInto(sqlite3 *db, const char *sql, sqlite3_stmt **out) {
  return sqlite3_prepare_v2(db, sql, -1, out, NULL);
}

static void finish(sqlite3_stmt **stmt) {
  sqlite3_finalize(*stmt);
  *stmt = NULL;
}

struct Cursor {
  sqlite3_stmt *stmt;
  int rows;
};

static int begin(struct Cursor *cursor, sqlite3 *db) {
  cursor->rows = 0;
  return sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &cursor->stmt, NULL);
}

static void end(struct Cursor *cursor) { sqlite3_finalize(cursor->stmt); }

static void drop(struct Cursor *cursor) { cursor->rows = 0; }

int byReturnValueReported(sqlite3 *db) {
  sqlite3_stmt *stmt = prepared(db, "SELECT id FROM t");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
  if (!stmt)
    return -1;
  return sqlite3_step(stmt);
}

int byReturnValueSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = prepared(db, "SELECT id FROM t");
  if (!stmt)
    return -1;
  int rc = sqlite3_step(stmt);
  finish(&stmt);
  return rc;
}

int byOutParameterReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int rc = prepareInto(db, "SELECT id FROM t", &stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
  if (rc == SQLITE_OK)
    rc = sqlite3_step(stmt);
  return rc;
}

int byOutParameterSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int rc = prepareInto(db, "SELECT id FROM t", &stmt);
  if (rc == SQLITE_OK) {
    rc = sqlite3_step(stmt);
    finish(&stmt);
  }
  return rc;
}

int inStructReported(sqlite3 *db) {
  struct Cursor cursor;
  if (begin(&cursor, db) != SQLITE_OK)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'cursor.stmt'{{.*}}[cursor-unclosed]
    return -1;
  while (sqlite3_step(cursor.stmt) == SQLITE_ROW)
    cursor.rows++;
  int rows = cursor.rows;
  drop(&cursor);
  return rows;
}

int inStructSilent(sqlite3 *db) {
  struct Cursor cursor;
  if (begin(&cursor, db) != SQLITE_OK)
    return -1;
  while (sqlite3_step(cursor.stmt) == SQLITE_ROW)
    cursor.rows++;
  int rows = cursor.rows;
  end(&cursor);
  return rows;
}

int inHeapReported(sqlite3 *db) {
  struct Cursor *cursor = malloc(sizeof *cursor);
  if (!cursor)
    return -1;
  if (begin(cursor, db) != SQLITE_OK) {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    free(cursor);
    return -1;
  }
  int rc = sqlite3_step(cursor->stmt);
  free(cursor);
  return rc;
}

int inHeapSilent(sqlite3 *db) {
  struct Cursor *cursor = malloc(sizeof *cursor);
  if (!cursor)
    return -1;
  if (begin(cursor, db) != SQLITE_OK) {
    free(cursor);
    return -1;
  }
  int rc = sqlite3_step(cursor->stmt);
  end(cursor);
  free(cursor);
  return rc;
}

static sqlite3_stmt *Kept;

static void closeKept(void) {
  sqlite3_finalize(Kept);
  Kept = NULL;
}

int inGlobalReported(sqlite3 *db) {
  for (int turn = 0; turn < 2; turn++)
    if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &Kept, NULL) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Kept'{{.*}}[cursor-unclosed]
      return -1;
  return 0;
}

int inGlobalSilent(sqlite3 *db) {
  for (int turn = 0; turn < 2; turn++) {
    closeKept();
    if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &Kept, NULL) != SQLITE_OK)
      return -1;
  }
  return 0;
}

static int run(sqlite3_stmt *stmt, int owned) {
  int rc = sqlite3_step(stmt);
  if (owned)
    sqlite3_finalize(stmt);
  return rc;
}

int byFlagReported(sqlite3 *db) { return run(prepared(db, "SELECT 1"), 0); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-unclosed]

int byFlagSilent(sqlite3 *db) { return run(prepared(db, "SELECT 1"), 1); }

// On failure the helper closes by itself, on success its caller must.
static int firstRow(sqlite3 *db, const char *sql, sqlite3_stmt **out) {
  sqlite3_stmt *stmt = prepared(db, sql);
  if (!stmt || sqlite3_step(stmt) != SQLITE_ROW) {
    sqlite3_finalize(stmt);
    return -1;
  }
  *out = stmt;
  return 0;
}

int ofSuccessReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (firstRow(db, "SELECT id FROM t", &stmt) == 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    return sqlite3_column_int(stmt, 0);
  return -1;
}

int ofSuccessSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (firstRow(db, "SELECT id FROM t", &stmt) == 0) {
    int id = sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
    return id;
  }
  return -1;
}

static void finalizeAt(sqlite3_stmt **stmt) { sqlite3_finalize(*stmt); }
static void resetAt(sqlite3_stmt **stmt) { sqlite3_reset(*stmt); }

int byAttributeReported(sqlite3 *db) {
  __attribute__((cleanup(resetAt))) sqlite3_stmt *stmt = NULL;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) != SQLITE_OK)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    return -1;
  return sqlite3_step(stmt);
}

int byAttributeSilent(sqlite3 *db) {
  __attribute__((cleanup(finalizeAt))) sqlite3_stmt *stmt = NULL;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  return sqlite3_step(stmt);
}
