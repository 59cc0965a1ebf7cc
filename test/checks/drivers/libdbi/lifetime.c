// RUN: %check %s -- -std=c11
#include <dbi/dbi.h>
#include <stddef.h>

int resultForgottenReported(dbi_conn conn) {
  dbi_result result = dbi_conn_query(conn, "SELECT 1");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'result' (libdbi dbi_result) is not closed{{.*}} [cursor-unclosed]
  if (!result)
    return 0;
  if (!dbi_result_next_row(result))
    return 0;
  int value = dbi_result_get_int_idx(result, 1);
  dbi_result_free(result);
  return value;
}

int resultFreedSilent(dbi_conn conn) {
  dbi_result result = dbi_conn_query(conn, "SELECT 1");
  if (!result)
    return 0;
  int value = dbi_result_next_row(result) ? dbi_result_get_int_idx(result, 1) : 0;
  dbi_result_free(result);
  return value;
}

// A connection that could not connect must still be closed.
int failedConnectReported(dbi_inst inst) {
  dbi_conn conn = dbi_conn_new_r("sqlite3", inst);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libdbi dbi_conn) is not closed{{.*}} [cursor-unclosed]
  if (!conn)
    return 1;
  if (dbi_conn_connect(conn) < 0)
    return 1;
  dbi_conn_close(conn);
  return 0;
}

int failedConnectSilent(dbi_inst inst) {
  dbi_conn conn = dbi_conn_new_r("sqlite3", inst);
  if (!conn)
    return 1;
  if (dbi_conn_connect(conn) < 0) {
    dbi_conn_close(conn);
    return 1;
  }
  dbi_conn_close(conn);
  return 0;
}

// The instance closes its connections, a connection frees its results.
int leftToInstanceSilent(void) {
  dbi_inst inst;
  if (dbi_initialize_r(NULL, &inst) < 0)
    return 1;
  dbi_conn conn = dbi_conn_new_r("sqlite3", inst);
  dbi_result result = conn ? dbi_conn_query(conn, "DELETE FROM t") : NULL;
  int rows = result ? dbi_result_get_numrows_affected(result) : 0;
  dbi_shutdown_r(inst);
  return rows;
}

void freedAfterItsConnectionReported(dbi_conn conn) {
  dbi_result result = dbi_conn_query(conn, "SELECT 1");
  dbi_conn_close(conn);
  dbi_result_free(result);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'result' (libdbi dbi_result) is closed after its connection 'conn' was closed {{.*}} [cursor-use-after-close]
}

void disjoinedSilent(dbi_conn conn) {
  dbi_result result = dbi_conn_query(conn, "SELECT 1");
  dbi_conn_disjoin_results(conn);
  dbi_conn_close(conn);
  dbi_result_next_row(result);
  dbi_result_free(result);
}

char textAfterFreeReported(dbi_conn conn) {
  dbi_result result = dbi_conn_query(conn, "SELECT name FROM t");
  const char *name = dbi_result_get_string(result, "name");
  dbi_result_free(result);
  return name[0];
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'result' {{.*}} [cursor-use-after-close]
}

char textBeforeFreeSilent(dbi_conn conn) {
  dbi_result result = dbi_conn_query(conn, "SELECT name FROM t");
  const char *name = dbi_result_get_string(result, "name");
  char first = name[0];
  dbi_result_free(result);
  return first;
}
