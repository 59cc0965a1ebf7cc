// RUN: %check %s -- -std=c11
// RUN: %truth %s -- -std=c11
// Two closes of one handle, and two that exclude each other.
#include <sqlite3.h>
#include <stddef.h>

void plainlyReported(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return;
  }
  sqlite3_exec(db, "DELETE FROM t", NULL, NULL, NULL);
  sqlite3_close(db);
  sqlite3_close(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-use-after-close]
}

void plainlySilent(const char *file) {
  sqlite3 *db;
  if (sqlite3_open(file, &db) != SQLITE_OK) {
    sqlite3_close(db);
    return;
  }
  sqlite3_exec(db, "DELETE FROM t", NULL, NULL, NULL);
  sqlite3_close(db);
}

int byLabelReported(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL);
  if (rc != SQLITE_OK)
    goto out;
  if (sqlite3_step(stmt) == SQLITE_ROW) {
    rc = sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
    goto out;
  }
  rc = -1;
out:
  sqlite3_finalize(stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-use-after-close]
  return rc;
}

int byLabelSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL);
  if (rc != SQLITE_OK)
    goto out;
  if (sqlite3_step(stmt) == SQLITE_ROW) {
    rc = sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
    stmt = NULL;
    goto out;
  }
  rc = -1;
out:
  sqlite3_finalize(stmt);
  return rc;
}

int byAliasReported(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL, *current;
  sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL);
  current = stmt;
  int rc = sqlite3_step(current);
  sqlite3_finalize(current);
  current = NULL;
  sqlite3_finalize(stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-use-after-close]
  return rc;
}

int byAliasSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL, *current;
  sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL);
  current = stmt;
  int rc = sqlite3_step(current);
  sqlite3_finalize(current);
  stmt = NULL;
  sqlite3_finalize(stmt);
  return rc;
}

static void done(sqlite3_stmt *stmt) { sqlite3_finalize(stmt); }

static void doneAt(sqlite3_stmt **stmt) {
  sqlite3_finalize(*stmt);
  *stmt = NULL;
}

int byWrapperReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  int rc = sqlite3_step(stmt);
  done(stmt);
  return sqlite3_finalize(stmt) + rc;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-use-after-close]
}

int byWrapperSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  int rc = sqlite3_step(stmt);
  doneAt(&stmt);
  return sqlite3_finalize(stmt) + rc;
}

int byFlagReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int closed = 0;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  while (sqlite3_step(stmt) == SQLITE_ROW)
    if (sqlite3_column_int(stmt, 0) == 2) {
      sqlite3_finalize(stmt);
      break;
    }
  if (!closed)
    sqlite3_finalize(stmt);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-use-after-close]
  return closed;
}

int byFlagSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int closed = 0;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  while (sqlite3_step(stmt) == SQLITE_ROW)
    if (sqlite3_column_int(stmt, 0) == 2) {
      sqlite3_finalize(stmt);
      closed = 1;
      break;
    }
  if (!closed)
    sqlite3_finalize(stmt);
  return closed;
}

int inLoopReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int sum = 0;
  if (sqlite3_prepare_v2(db, "SELECT ?", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  for (int i = 0; i < 3; i++) {
    sqlite3_bind_int(stmt, 1, i);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-use-after-close]
    sqlite3_step(stmt);
    sum += sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
  }
  return sum;
}

int inLoopSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int sum = 0;
  if (sqlite3_prepare_v2(db, "SELECT ?", -1, &stmt, NULL) != SQLITE_OK)
    return -1;
  for (int i = 0; i < 3; i++) {
    sqlite3_bind_int(stmt, 1, i);
    sqlite3_step(stmt);
    sum += sqlite3_column_int(stmt, 0);
    sqlite3_reset(stmt);
  }
  sqlite3_finalize(stmt);
  return sum;
}

struct Store {
  sqlite3 *db;
  sqlite3_stmt *insert;
};

static void storeClose(struct Store *store) {
  sqlite3_finalize(store->insert);
  sqlite3_close(store->db);
}

static void storeReset(struct Store *store) {
  storeClose(store);
  store->insert = NULL;
  store->db = NULL;
}

void ofMembersReported(const char *file) {
  struct Store store = {NULL, NULL};
  if (sqlite3_open(file, &store.db) == SQLITE_OK)
    sqlite3_prepare_v2(store.db, "INSERT INTO t(name) VALUES('x')", -1, &store.insert, NULL);
  if (sqlite3_step(store.insert) == SQLITE_DONE)
    storeClose(&store);
  storeClose(&store);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'store.db'{{.*}}[cursor-use-after-close]
}

void ofMembersSilent(const char *file) {
  struct Store store = {NULL, NULL};
  if (sqlite3_open(file, &store.db) == SQLITE_OK)
    sqlite3_prepare_v2(store.db, "INSERT INTO t(name) VALUES('x')", -1, &store.insert, NULL);
  if (sqlite3_step(store.insert) == SQLITE_DONE)
    storeReset(&store);
  storeClose(&store);
}
