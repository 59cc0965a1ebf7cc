// RUN: %check %s -- -std=c11 -I%source/test/headers
#include <duckdb.h>

// A result must be destroyed even when the query failed.
int failedQueryReported(duckdb_connection con) {
  duckdb_result result;
  if (duckdb_query(con, "SELECT 1", &result) == DuckDBError)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'result' (DuckDB duckdb_result) is not closed{{.*}} [cursor-unclosed]
    return 1;
  duckdb_destroy_result(&result);
  return 0;
}

int failedQuerySilent(duckdb_connection con) {
  duckdb_result result;
  if (duckdb_query(con, "SELECT 1", &result) == DuckDBError) {
    duckdb_destroy_result(&result);
    return 1;
  }
  duckdb_destroy_result(&result);
  return 0;
}

// Without a result there is nothing to destroy.
int noResultSilent(duckdb_connection con) {
  return duckdb_query(con, "CREATE TABLE t(i INTEGER)", NULL) == DuckDBError;
}

// A connection is null after a failure.
int connectSilent(const char *path) {
  duckdb_database db;
  duckdb_connection con;
  if (duckdb_open(path, &db) == DuckDBError)
    return 1;
  if (duckdb_connect(db, &con) == DuckDBError) {
    duckdb_close(&db);
    return 1;
  }
  duckdb_disconnect(&con);
  duckdb_close(&db);
  return 0;
}

int connectReported(const char *path) {
  duckdb_database db;
  duckdb_connection con;
  if (duckdb_open(path, &db) == DuckDBError)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (DuckDB duckdb_database) is not closed{{.*}} [cursor-unclosed]
    return 1;
  if (duckdb_connect(db, &con) == DuckDBError)
    return 1;
  duckdb_disconnect(&con);
  duckdb_close(&db);
  return 0;
}

// A statement must be destroyed even when the prepare failed.
int failedPrepareReported(duckdb_connection con) {
  duckdb_prepared_statement stmt;
  if (duckdb_prepare(con, "SELECT 1", &stmt) == DuckDBError)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (DuckDB duckdb_prepared_statement) is not closed{{.*}} [cursor-unclosed]
    return 1;
  duckdb_execute_prepared(stmt, NULL);
  duckdb_destroy_prepare(&stmt);
  return 0;
}

int failedPrepareSilent(duckdb_connection con) {
  duckdb_prepared_statement stmt;
  int failed = duckdb_prepare(con, "SELECT 1", &stmt) == DuckDBError;
  if (!failed)
    duckdb_execute_prepared(stmt, NULL);
  duckdb_destroy_prepare(&stmt);
  return failed;
}

// Closing an appender does not free it.
void closedAppenderReported(duckdb_connection con) {
  duckdb_appender appender;
  duckdb_appender_create(con, NULL, "t", &appender);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'appender' (DuckDB duckdb_appender) is not closed{{.*}} [cursor-unclosed]
  duckdb_append_int32(appender, 1);
  duckdb_appender_end_row(appender);
  duckdb_appender_close(appender);
}

void destroyedAppenderSilent(duckdb_connection con) {
  duckdb_appender appender;
  duckdb_appender_create(con, NULL, "t", &appender);
  duckdb_append_int32(appender, 1);
  duckdb_appender_end_row(appender);
  duckdb_appender_destroy(&appender);
}

int preparedAfterDisconnectReported(duckdb_connection con) {
  duckdb_prepared_statement stmt;
  duckdb_prepare(con, "SELECT 1", &stmt);
  duckdb_disconnect(&con);
  int failed = duckdb_execute_prepared(stmt, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (DuckDB duckdb_prepared_statement) is used after its connection {{.*}} [cursor-use-after-close]
  duckdb_destroy_prepare(&stmt);
  return failed;
}

long chunksReported(duckdb_result result) {
  long rows = 0;
  duckdb_data_chunk chunk;
  while ((chunk = duckdb_fetch_chunk(result)))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'chunk' (DuckDB duckdb_data_chunk) is opened in every turn of a loop {{.*}} [cursor-unclosed]
    rows += duckdb_data_chunk_get_size(chunk);
  return rows;
}

long chunksSilent(duckdb_result result) {
  long rows = 0;
  duckdb_data_chunk chunk;
  while ((chunk = duckdb_fetch_chunk(result))) {
    rows += duckdb_data_chunk_get_size(chunk);
    duckdb_destroy_data_chunk(&chunk);
  }
  return rows;
}

char nameAfterDestroyReported(duckdb_connection con) {
  duckdb_result result;
  duckdb_query(con, "SELECT 1", &result);
  const char *name = duckdb_column_name(&result, 0);
  duckdb_destroy_result(&result);
  return name[0];
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'result' {{.*}} [cursor-use-after-close]
}

char nameBeforeDestroySilent(duckdb_connection con) {
  duckdb_result result;
  duckdb_query(con, "SELECT 1", &result);
  char first = duckdb_column_name(&result, 0)[0];
  duckdb_destroy_result(&result);
  return first;
}
