// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -I/usr/include/mariadb -I%source/test/headers
// Opens that fail and leave something to close, closes that leave it open, and
// what parents do to their children: driver by driver.
#include <db.h>
#include <duckdb.h>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <lmdb.h>
#include <mysql.h>
#include <sql.h>
#include <sqlext.h>
#include <sqlite3.h>

int sqliteOpenReported(const char *f) {
  sqlite3 *d;
  if (sqlite3_open(f, &d))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'd' (SQLite sqlite3) is not closed before 'sqliteOpenReported' returns {{.*}}[cursor-unclosed]
    return 1;
  sqlite3_close(d);
  return 0;
}

int postgresConnectReported(void) {
  PGconn *c = PQconnectdb("");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is not closed before 'postgresConnectReported' returns {{.*}}[cursor-unclosed]
  if (PQstatus(c) != CONNECTION_OK)
    return 1;
  PQfinish(c);
  return 0;
}

int mysqlConnectReported(void) {
  MYSQL *m = mysql_init(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'm' (MySQL MYSQL) is not closed before 'mysqlConnectReported' returns {{.*}}[cursor-unclosed]
  if (!mysql_real_connect(m, 0, 0, 0, 0, 0, 0, 0))
    return 1;
  mysql_close(m);
  return 0;
}

int mysqlConnectToItselfReported(void) {
  MYSQL *m = mysql_init(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'm' (MySQL MYSQL) is not closed before its last pointer gets a new value {{.*}}[cursor-unclosed]
  m = mysql_real_connect(m, 0, 0, 0, 0, 0, 0, 0);
  if (!m)
    return 1;
  mysql_close(m);
  return 0;
}

int mysqlPrepareReported(MYSQL *m) {
  MYSQL_STMT *s = mysql_stmt_init(m);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's' (MySQL MYSQL_STMT) is not closed before 'mysqlPrepareReported' returns {{.*}}[cursor-unclosed]
  if (!s)
    return 1;
  if (mysql_stmt_prepare(s, "x", 1))
    return 2;
  mysql_stmt_close(s);
  return 0;
}

int redisConnectReported(void) {
  redisContext *c = redisConnect("a", 1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (hiredis redisContext) is not closed before 'redisConnectReported' returns {{.*}}[cursor-unclosed]
  if (c == 0 || c->err)
    return 1;
  redisFree(c);
  return 0;
}

int redisConnectSilent(void) {
  redisContext *c = redisConnect("a", 1);
  if (c == 0 || c->err) {
    if (c)
      redisFree(c);
    return 1;
  }
  redisFree(c);
  return 0;
}

int lmdbOpenReported(const char *p) {
  MDB_env *e;
  if (mdb_env_create(&e))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'e' (LMDB MDB_env) is not closed before 'lmdbOpenReported' returns {{.*}}[cursor-unclosed]
    return 1;
  if (mdb_env_open(e, p, 0, 0600))
    return 2;
  mdb_env_close(e);
  return 0;
}

int berkeleyOpenReported(void) {
  DB *d;
  if (db_create(&d, 0, 0))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'd' (Berkeley DB DB) is not closed before 'berkeleyOpenReported' returns {{.*}}[cursor-unclosed]
    return 1;
  if (d->open(d, 0, "a", 0, DB_BTREE, 0, 0))
    return 2;
  d->close(d, 0);
  return 0;
}

int berkeleyEnvironmentReported(void) {
  DB_ENV *d;
  if (db_env_create(&d, 0))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'd' (Berkeley DB DB_ENV) is not closed before 'berkeleyEnvironmentReported' returns {{.*}}[cursor-unclosed]
    return 1;
  if (d->open(d, "a", 0, 0))
    return 2;
  d->close(d, 0);
  return 0;
}

int duckQueryReported(duckdb_connection c) {
  duckdb_result r;
  if (duckdb_query(c, "x", &r) == DuckDBError)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'r' (DuckDB duckdb_result) is not closed before 'duckQueryReported' returns {{.*}}[cursor-unclosed]
    return 1;
  duckdb_destroy_result(&r);
  return 0;
}

int duckPrepareReported(duckdb_connection c) {
  duckdb_prepared_statement s;
  if (duckdb_prepare(c, "x", &s) == DuckDBError)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's' (DuckDB duckdb_prepared_statement) is not closed before 'duckPrepareReported' returns {{.*}}[cursor-unclosed]
    return 1;
  duckdb_destroy_prepare(&s);
  return 0;
}

int duckExecuteReported(duckdb_prepared_statement s) {
  duckdb_result r;
  if (duckdb_execute_prepared(s, &r) == DuckDBError)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'r' (DuckDB duckdb_result) is not closed before 'duckExecuteReported' returns {{.*}}[cursor-unclosed]
    return 1;
  duckdb_destroy_result(&r);
  return 0;
}

int duckPendingReported(duckdb_prepared_statement s) {
  duckdb_pending_result r;
  if (duckdb_pending_prepared(s, &r) == DuckDBError)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'r' (DuckDB duckdb_pending_result) is not closed before 'duckPendingReported' returns {{.*}}[cursor-unclosed]
    return 1;
  duckdb_destroy_pending(&r);
  return 0;
}

int duckExtractReported(duckdb_connection s) {
  duckdb_extracted_statements r;
  if (duckdb_extract_statements(s, "x", &r) == 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'r' (DuckDB duckdb_extracted_statements) is not closed before 'duckExtractReported' returns {{.*}}[cursor-unclosed]
    return 1;
  duckdb_destroy_extracted(&r);
  return 0;
}

int duckOpenSilent(const char *f) {
  duckdb_database d;
  if (duckdb_open(f, &d) == DuckDBError)
    return 1;
  duckdb_close(&d);
  return 0;
}

int odbcConnectReported(SQLHENV e) {
  SQLHDBC d;
  if (SQLAllocHandle(SQL_HANDLE_DBC, e, &d) != SQL_SUCCESS)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'd' (ODBC SQLHDBC) is not closed before 'odbcConnectReported' returns {{.*}}[cursor-unclosed]
    return 1;
  if (SQLConnect(d, 0, 0, 0, 0, 0, 0) != SQL_SUCCESS)
    return 2;
  SQLDisconnect(d);
  SQLFreeHandle(SQL_HANDLE_DBC, d);
  return 0;
}

int sqlitePrepareSilent(sqlite3 *d) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(d, "x", -1, &s, 0))
    return 1;
  sqlite3_finalize(s);
  return 0;
}

int sqliteBlobSilent(sqlite3 *d) {
  sqlite3_blob *s;
  if (sqlite3_blob_open(d, "a", "b", "c", 1, 0, &s))
    return 1;
  sqlite3_blob_close(s);
  return 0;
}

int sqliteBackupSilent(sqlite3 *d, sqlite3 *e) {
  sqlite3_backup *s = sqlite3_backup_init(d, "a", e, "b");
  if (!s)
    return 1;
  sqlite3_backup_finish(s);
  return 0;
}

int sqliteResetReported(sqlite3 *d) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(d, "x", -1, &s, 0))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's' (SQLite sqlite3_stmt) is not closed before 'sqliteResetReported' returns {{.*}}[cursor-unclosed]
    return 1;
  sqlite3_reset(s);
  return 0;
}

int sqliteRefusedReported(const char *f) {
  sqlite3 *d;
  sqlite3_stmt *s;
  if (sqlite3_open(f, &d) || sqlite3_prepare_v2(d, "x", -1, &s, 0)) {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'd' (SQLite sqlite3) is not closed: the close refuses while handles derived from it are open {{.*}}[cursor-unclosed]
    sqlite3_close(d);
    return 1;
  }
  sqlite3_close(d);
  sqlite3_finalize(s);
  return 0;
}

int sqliteDeferredSilent(const char *f) {
  sqlite3 *d;
  sqlite3_stmt *s;
  if (sqlite3_open(f, &d) || sqlite3_prepare_v2(d, "x", -1, &s, 0)) {
    sqlite3_close(d);
    return 1;
  }
  sqlite3_close_v2(d);
  sqlite3_finalize(s);
  return 0;
}

int odbcCloseCursorReported(SQLHDBC d) {
  SQLHSTMT s;
  if (SQLAllocHandle(SQL_HANDLE_STMT, d, &s) != SQL_SUCCESS)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's' (ODBC SQLHSTMT) is not closed before 'odbcCloseCursorReported' returns {{.*}}[cursor-unclosed]
    return 1;
  SQLFreeStmt(s, SQL_CLOSE);
  return 0;
}

int odbcDropSilent(SQLHDBC d) {
  SQLHSTMT s;
  if (SQLAllocHandle(SQL_HANDLE_STMT, d, &s) != SQL_SUCCESS)
    return 1;
  SQLFreeStmt(s, SQL_DROP);
  return 0;
}

int odbcDisconnectedReported(SQLHDBC d) {
  SQLHSTMT s;
  if (SQLAllocHandle(SQL_HANDLE_STMT, d, &s) != SQL_SUCCESS)
    return 1;
  SQLDisconnect(d);
  SQLFreeHandle(SQL_HANDLE_STMT, s);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's' (ODBC SQLHSTMT) is closed after its connection 'd' was closed {{.*}}[cursor-use-after-close]
  return 0;
}

int lmdbCursorSilent(MDB_txn *t, MDB_dbi i) {
  MDB_cursor *c;
  if (mdb_cursor_open(t, i, &c))
    return 1;
  mdb_cursor_close(c);
  return 0;
}

int lmdbCursorOfWriterReported(MDB_env *e, MDB_dbi i) {
  MDB_txn *t;
  MDB_cursor *c;
  if (mdb_txn_begin(e, 0, 0, &t))
    return 1;
  if (mdb_cursor_open(t, i, &c)) {
    mdb_txn_abort(t);
    return 1;
  }
  mdb_txn_commit(t);
  mdb_cursor_close(c);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (LMDB MDB_cursor) is closed after its connection 't' was closed {{.*}}[cursor-use-after-close]
  return 0;
}

int lmdbCursorOfReaderReported(MDB_env *e, MDB_dbi i) {
  MDB_txn *t;
  MDB_cursor *c;
  if (mdb_txn_begin(e, 0, MDB_RDONLY, &t))
    return 1;
  if (mdb_cursor_open(t, i, &c)) {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (LMDB MDB_cursor) is not closed before 'lmdbCursorOfReaderReported' returns {{.*}}[cursor-unclosed]
    mdb_txn_abort(t);
    return 1;
  }
  mdb_txn_commit(t);
  return 0;
}

int lmdbResetReported(MDB_env *e) {
  MDB_txn *t;
  if (mdb_txn_begin(e, 0, MDB_RDONLY, &t))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 't' (LMDB MDB_txn) is not closed before 'lmdbResetReported' returns {{.*}}[cursor-unclosed]
    return 1;
  mdb_txn_reset(t);
  return 0;
}
