// RUN: %check %s -- -std=gnu11 -I/usr/include/zdb
#include <stdio.h>
#include <zdb.h>

// A result set lives until the next execute on its connection.
void nextQueryReported(Connection_T con) {
  ResultSet_T users = Connection_executeQuery(con, "select id from user");
  while (ResultSet_next(users))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'users'{{.*}} is used after its connection 'con' was closed{{.*}} [cursor-use-after-close]
    Connection_execute(con, "update user set n = n + 1");
}

void nextQuerySilent(Connection_T con) {
  ResultSet_T users = Connection_executeQuery(con, "select id from user");
  int n = 0;
  while (ResultSet_next(users))
    n++;
  Connection_execute(con, "update seen set n = %d", n);
}

// A statement's result set is its own.
void ownResultSilent(Connection_T con) {
  PreparedStatement_T p = Connection_prepareStatement(con, "select 1");
  ResultSet_T r = PreparedStatement_executeQuery(p);
  Connection_execute(con, "update seen set n = 1");
  ResultSet_next(r);
}

void executedAgainReported(PreparedStatement_T p) {
  ResultSet_T r = PreparedStatement_executeQuery(p);
  PreparedStatement_execute(p);
  ResultSet_next(r);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'r'{{.*}} is used after its cursor 'p' was closed{{.*}} [cursor-use-after-close]
}

void returnedReported(ConnectionPool_T pool) {
  Connection_T con = ConnectionPool_getConnection(pool);
  if (!con)
    return;
  ResultSet_T r = Connection_executeQuery(con, "select 1");
  Connection_close(con);
  ResultSet_next(r);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'r'{{.*}} is used after its connection 'con' was closed{{.*}} [cursor-use-after-close]
}

void preparedReported(ConnectionPool_T pool) {
  Connection_T con = ConnectionPool_getConnection(pool);
  if (!con)
    return;
  PreparedStatement_T p = Connection_prepareStatement(con, "select 1");
  ConnectionPool_returnConnection(pool, con);
  PreparedStatement_execute(p);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'p'{{.*}} is used after its connection 'con' was closed{{.*}} [cursor-use-after-close]
}

void closedTwiceReported(Connection_T con, int failed) {
  if (failed)
    Connection_close(con);
  Connection_close(con);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con'{{.*}} is closed a second time{{.*}} [cursor-use-after-close]
}

void textReported(ResultSet_T r) {
  const char *name = ResultSet_getString(r, 1);
  if (ResultSet_next(r))
    puts(name);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'r'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

void textSilent(ResultSet_T r) {
  const char *name = ResultSet_getString(r, 1);
  puts(name);
  ResultSet_next(r);
}

void errorReported(Connection_T con) {
  const char *error = Connection_getLastError(con);
  Connection_close(con);
  puts(error);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'con'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

void poolReported(ConnectionPool_T pool) {
  Connection_T con = ConnectionPool_getConnection(pool);
  ConnectionPool_free(&pool);
  if (con)
    Connection_close(con);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con'{{.*}} is closed after its environment 'pool' was closed{{.*}} [cursor-use-after-close]
}
