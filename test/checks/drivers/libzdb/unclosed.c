// RUN: %check %s -- -std=gnu11 -I/usr/include/zdb
#include <stdio.h>
#include <zdb.h>

// A connection that is not returned is missing in its pool.
int countReported(ConnectionPool_T pool) {
  Connection_T con = ConnectionPool_getConnection(pool);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con'{{.*}} is not closed before 'countReported' returns{{.*}} [cursor-unclosed]
  if (!con)
    return -1;
  ResultSet_T r = Connection_executeQuery(con, "select count(*) from t");
  if (!ResultSet_next(r))
    return -1;
  int n = ResultSet_getInt(r, 1);
  Connection_close(con);
  return n;
}

int countSilent(ConnectionPool_T pool) {
  Connection_T con = ConnectionPool_getConnection(pool);
  if (!con)
    return -1;
  ResultSet_T r = Connection_executeQuery(con, "select count(*) from t");
  int n = ResultSet_next(r) ? ResultSet_getInt(r, 1) : -1;
  Connection_close(con);
  return n;
}

int poolReported(URL_T url) {
  ConnectionPool_T pool = ConnectionPool_new(url);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'pool'{{.*}} is not closed before 'poolReported' returns{{.*}} [cursor-unclosed]
  ConnectionPool_start(pool);
  if (ConnectionPool_size(pool) == 0)
    return -1;
  ConnectionPool_free(&pool);
  return 0;
}

// An exception goes past the return of the connection.
void handlerReported(ConnectionPool_T pool) {
  Connection_T con = ConnectionPool_getConnection(pool);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con'{{.*}} is not closed before 'handlerReported' returns{{.*}} [cursor-unclosed]
  if (!con)
    return;
  TRY {
    Connection_execute(con, "delete from t");
    Connection_close(con);
  }
  CATCH(SQLException) {
    fprintf(stderr, "%s\n", Exception_frame.message);
  }
  END_TRY;
}

void finallySilent(ConnectionPool_T pool) {
  Connection_T con = ConnectionPool_getConnection(pool);
  if (!con)
    return;
  TRY {
    Connection_execute(con, "delete from t");
  }
  FINALLY {
    Connection_close(con);
  }
  END_TRY;
}

// What no handler takes goes on to the frame around.
int handlerSilent(ConnectionPool_T pool) {
  volatile int n = 0;
  Connection_T con = ConnectionPool_getConnection(pool);
  if (!con)
    return -1;
  TRY {
    Connection_execute(con, "delete from t");
    n = 1;
  }
  CATCH(SQLException) {
    n = -1;
  }
  END_TRY;
  Connection_close(con);
  return n;
}

int returnSilent(ConnectionPool_T pool) {
  Connection_T con = ConnectionPool_getConnection(pool);
  if (!con)
    return -1;
  TRY {
    Connection_execute(con, "delete from t");
    Connection_close(con);
    RETURN 1;
  }
  ELSE {
    Connection_close(con);
  }
  END_TRY;
  return 0;
}
