// RUN: %check %s -- -std=c11 -isystem %source/test/headers
#include <mysqlx/xapi.h>
#include <stdio.h>
#include <string.h>

static mysqlx_session_t *dial(mysqlx_error_t **error) {
  return mysqlx_get_session("localhost", 33060, "app", "secret", "shop", error);
}

int earlyReturnReported(const char *query) {
  mysqlx_error_t *error = 0;
  mysqlx_session_t *session = dial(&error);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'session'{{.*}} [cursor-unclosed]
  if (!session) {
    fprintf(stderr, "%s\n", mysqlx_error_message(error));
    mysqlx_free(error);
    return -1;
  }
  mysqlx_result_t *rows = mysqlx_sql(session, query, strlen(query));
  if (!rows)
    return -1;
  int n = 0;
  while (mysqlx_row_fetch_one(rows))
    ++n;
  mysqlx_session_close(session);
  return n;
}

// The session's close frees its results.
int closedBySessionSilent(const char *query) {
  mysqlx_error_t *error = 0;
  mysqlx_session_t *session = dial(&error);
  if (!session)
    return -1;
  mysqlx_result_t *rows = mysqlx_sql(session, query, strlen(query));
  int n = 0;
  while (rows && mysqlx_row_fetch_one(rows))
    ++n;
  mysqlx_session_close(session);
  return n;
}

int freedTwiceReported(const char *query) {
  mysqlx_error_t *error = 0;
  mysqlx_session_t *session = dial(&error);
  if (!session)
    return -1;
  mysqlx_result_t *rows = mysqlx_sql(session, query, strlen(query));
  mysqlx_session_close(session);
  if (rows)
    mysqlx_free(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'rows'{{.*}} [cursor-use-after-close]
  return 0;
}

int freedFirstSilent(const char *query) {
  mysqlx_error_t *error = 0;
  mysqlx_session_t *session = dial(&error);
  if (!session)
    return -1;
  mysqlx_result_t *rows = mysqlx_sql(session, query, strlen(query));
  if (rows)
    mysqlx_free(rows);
  mysqlx_session_close(session);
  return 0;
}

int64_t rowReported(mysqlx_session_t *session) {
  mysqlx_result_t *rows = mysqlx_sql(session, "SELECT 1", 8);
  int64_t n = 0;
  if (!rows)
    return 0;
  mysqlx_row_t *first = mysqlx_row_fetch_one(rows);
  mysqlx_row_fetch_one(rows);
  mysqlx_get_sint(first, 0, &n);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'rows'{{.*}} [cursor-use-after-close]
  mysqlx_free(rows);
  return n;
}
