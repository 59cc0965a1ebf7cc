// RUN: %check %s -- -std=gnu11
// What a failed open left null needs no close, whichever way the failure is
// told.
#include <lmdb.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

int byVariableSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int rc = sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL);
  if (rc != SQLITE_OK)
    return rc;
  rc = sqlite3_step(stmt);
  sqlite3_finalize(stmt);
  return rc;
}

int byFlagSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  bool ok = sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL) == SQLITE_OK;
  int rc = -1;
  if (ok)
    rc = sqlite3_step(stmt);
  if (ok)
    sqlite3_finalize(stmt);
  return rc;
}

static bool prepare(sqlite3 *db, sqlite3_stmt **stmt) {
  return sqlite3_prepare_v2(db, "SELECT 1", -1, stmt, NULL) == SQLITE_OK;
}

int byHelperSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  int rc;
  if (!prepare(db, &stmt))
    return -1;
  rc = sqlite3_step(stmt);
  sqlite3_finalize(stmt);
  return rc;
}

int byPointerSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, NULL);
  if (!stmt)
    return -1;
  sqlite3_step(stmt);
  return sqlite3_finalize(stmt);
}

int transactionSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  int rc;
  if ((rc = mdb_txn_begin(env, NULL, 0, &txn)) != MDB_SUCCESS)
    return rc;
  if ((rc = mdb_drop(txn, dbi, 0)) != MDB_SUCCESS) {
    mdb_txn_abort(txn);
    return rc;
  }
  return mdb_txn_commit(txn);
}
