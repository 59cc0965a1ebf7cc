// RUN: %check %s -- -std=c++17 -I%source/test/headers
#include <thread>
#include <unistd.h>

#include <duckdb.h>

// Connections may be shared, statements may not.
void oneConnectionSilent(duckdb_connection con) {
  std::thread other([con] { duckdb_query(con, "SELECT 1", nullptr); });
  duckdb_query(con, "SELECT 2", nullptr);
  other.join();
}

void oneStatementReported(duckdb_prepared_statement stmt) {
  std::thread other([stmt] { duckdb_execute_prepared(stmt, nullptr); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (DuckDB duckdb_prepared_statement) is used by two threads {{.*}}level 2{{.*}} [cursor-thread-share]
  duckdb_execute_prepared(stmt, nullptr);
  other.join();
}

void interruptSilent(duckdb_connection con, duckdb_prepared_statement stmt) {
  std::thread other([con] { duckdb_interrupt(con); });
  duckdb_execute_prepared(stmt, nullptr);
  other.join();
}

void inheritedReported(duckdb_connection con) {
  if (fork() == 0) {
    duckdb_disconnect(&con);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con' (DuckDB duckdb_connection) {{.*}} [cursor-fork-share]
    _exit(0);
  }
}

void ownInChildSilent(const char *path) {
  if (fork() == 0) {
    duckdb_database db;
    if (duckdb_open(path, &db) == DuckDBSuccess)
      duckdb_close(&db);
    _exit(0);
  }
}
