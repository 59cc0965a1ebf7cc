// RUN: %check %s -- -std=c11 -I%source/test/headers
#include <cassandra.h>

// Every future must be freed.
void futureReported(CassSession *session, CassStatement *statement) {
  cass_session_execute(session, statement);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a cursor (Cassandra CassFuture) is thrown away without being closed {{.*}} [cursor-unclosed]
}

void futureSilent(CassSession *session, CassStatement *statement) {
  cass_future_free(cass_session_execute(session, statement));
}

int resultReported(CassFuture *future) {
  const CassResult *result = cass_future_get_result(future);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'result' (Cassandra CassResult) is not closed{{.*}} [cursor-unclosed]
  if (!result)
    return -1;
  return (int)cass_result_row_count(result);
}

int resultSilent(CassFuture *future) {
  const CassResult *result = cass_future_get_result(future);
  if (!result)
    return -1;
  int rows = (int)cass_result_row_count(result);
  cass_result_free(result);
  return rows;
}

// An iterator must not outlive its result.
void iteratorReported(const CassResult *result) {
  CassIterator *rows = cass_iterator_from_result(result);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (Cassandra CassIterator) is not closed{{.*}} [cursor-unclosed]
  cass_result_free(result);
  cass_iterator_next(rows);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (Cassandra CassIterator) is used after its cursor 'result' was closed {{.*}} [cursor-use-after-close]
}

int rowReported(const CassResult *result) {
  int32_t value = 0;
  CassIterator *rows = cass_iterator_from_result(result);
  cass_iterator_next(rows);
  const CassRow *first = cass_iterator_get_row(rows);
  cass_iterator_next(rows);
  cass_value_get_int32(cass_row_get_column(first, 0), &value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'rows' {{.*}} [cursor-use-after-close]
  cass_iterator_free(rows);
  return value;
}

int rowSilent(const CassResult *result) {
  int32_t value = 0;
  CassIterator *rows = cass_iterator_from_result(result);
  while (cass_iterator_next(rows)) {
    const CassRow *row = cass_iterator_get_row(rows);
    cass_value_get_int32(cass_row_get_column(row, 0), &value);
  }
  cass_iterator_free(rows);
  return value;
}
