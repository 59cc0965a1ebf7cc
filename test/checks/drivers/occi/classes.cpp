// RUN: %check %s -- -std=c++17 -I%source/test/headers
#include <occi.h>

#include <thread>
#include <unistd.h>

using namespace oracle::occi;

int resultReported(Connection *conn) {
  Statement *stmt = conn->createStatement("SELECT 1 FROM dual");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (Oracle OCCI oracle::occi::Statement) is not closed{{.*}} [cursor-unclosed]
  ResultSet *rows = stmt->executeQuery();
  if (!rows->next()) {
    stmt->closeResultSet(rows);
    return 0;
  }
  int value = rows->getInt(1);
  stmt->closeResultSet(rows);
  conn->terminateStatement(stmt);
  return value;
}

int resultSilent(Connection *conn) {
  Statement *stmt = conn->createStatement("SELECT 1 FROM dual");
  int value = 0;
  try {
    ResultSet *rows = stmt->executeQuery();
    value = rows->next() ? rows->getInt(1) : 0;
    stmt->closeResultSet(rows);
  } catch (...) {
    conn->terminateStatement(stmt);
    throw;
  }
  conn->terminateStatement(stmt);
  return value;
}

// A result set goes with its statement.
void readAfterStatementReported(Connection *conn) {
  Statement *stmt = conn->createStatement("SELECT 1 FROM dual");
  ResultSet *rows = stmt->executeQuery();
  conn->terminateStatement(stmt);
  rows->next();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (Oracle OCCI oracle::occi::ResultSet) is used after its cursor 'stmt' was closed {{.*}} [cursor-use-after-close]
}


void mutexedSilent() {
  Environment *env = Environment::createEnvironment(Environment::THREADED_MUTEXED);
  Connection *conn = env->createConnection("user", "password");
  std::thread other([conn] { conn->commit(); });
  conn->commit();
  other.join();
  env->terminateConnection(conn);
  Environment::terminateEnvironment(env);
}

void unmutexedReported() {
  Environment *env = Environment::createEnvironment(Environment::THREADED_UNMUTEXED);
  Connection *conn = env->createConnection("user", "password");
  std::thread other([conn] { conn->commit(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: Oracle OCCI is used by two threads {{.*}}declared by THREADED_UNMUTEXED{{.*}} [cursor-thread-share]
  conn->commit();
  other.join();
  env->terminateConnection(conn);
  Environment::terminateEnvironment(env);
}

void inheritedReported(Connection *conn) {
  if (fork() == 0) {
    conn->rollback();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (Oracle OCCI oracle::occi::Connection) {{.*}} [cursor-fork-share]
    _exit(0);
  }
}
