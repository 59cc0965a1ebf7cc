// RUN: %check %s -- -std=c++17 -I%source/test/headers
#include <thread>
#include <unistd.h>

#include <cassandra.h>

// A session is made for several threads, a result may be read by several.
void oneSessionSilent(CassSession *session, const CassResult *result) {
  auto work = [=] {
    CassStatement *statement = cass_statement_new("SELECT now() FROM local", 0);
    cass_future_free(cass_session_execute(session, statement));
    cass_statement_free(statement);
    cass_result_row_count(result);
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

void oneIteratorReported(CassIterator *rows) {
  std::thread other([rows] { cass_iterator_next(rows); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (Cassandra CassIterator) is used by two threads {{.*}}level 2{{.*}} [cursor-thread-share]
  cass_iterator_next(rows);
  other.join();
}

void inheritedReported(CassSession *session) {
  if (fork() == 0) {
    cass_session_free(session);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'session' (Cassandra CassSession) {{.*}} [cursor-fork-share]
    _exit(0);
  }
}
