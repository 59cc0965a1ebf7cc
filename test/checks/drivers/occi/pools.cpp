// RUN: %check %s -- -std=c++17 -I%source/test/headers
// Connections of a pool.
#include <occi.h>

using namespace oracle::occi;

void poolReported(Environment *env) {
  ConnectionPool *pool = env->createConnectionPool("user", "password");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'pool' (Oracle OCCI oracle::occi::ConnectionPool) is not closed before 'poolReported' returns {{.*}}[cursor-unclosed]
  Connection *conn = pool->createConnection("user", "password");
  conn->commit();
  pool->terminateConnection(conn);
}

void poolSilent(Environment *env) {
  ConnectionPool *pool = env->createConnectionPool("user", "password");
  Connection *conn = pool->createConnection("user", "password");
  conn->commit();
  pool->terminateConnection(conn);
  env->terminateConnectionPool(pool);
}

void connectionReported(ConnectionPool *pool) {
  Connection *conn = pool->createConnection("user", "password");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (Oracle OCCI oracle::occi::Connection) is not closed before 'connectionReported' returns {{.*}}[cursor-unclosed]
  conn->commit();
}

void usedAfterReported(ConnectionPool *pool) {
  Connection *conn = pool->createConnection("user", "password");
  pool->terminateConnection(conn);
  conn->commit();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (Oracle OCCI oracle::occi::Connection) is used after it was closed {{.*}}[cursor-use-after-close]
}
