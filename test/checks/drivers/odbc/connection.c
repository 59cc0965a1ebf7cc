// RUN: %check %s -- -std=c11
#include <sql.h>
#include <sqlext.h>

// A failed connect leaves an allocated handle.
int failedConnectReported(SQLHENV env) {
  SQLHDBC dbc = SQL_NULL_HDBC;
  if (SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc) != SQL_SUCCESS)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'dbc' (ODBC SQLHDBC) is not closed{{.*}} [cursor-unclosed]
    return -1;
  SQLRETURN rc = SQLDriverConnect(dbc, 0, (SQLCHAR *)"DSN=x", SQL_NTS, 0, 0, 0,
                                  SQL_DRIVER_NOPROMPT);
  if (rc != SQL_SUCCESS && rc != SQL_SUCCESS_WITH_INFO)
    return -1;
  SQLDisconnect(dbc);
  SQLFreeHandle(SQL_HANDLE_DBC, dbc);
  return 0;
}

int failedConnectSilent(SQLHENV env) {
  SQLHDBC dbc = SQL_NULL_HDBC;
  if (SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc) != SQL_SUCCESS)
    return -1;
  SQLRETURN rc = SQLDriverConnect(dbc, 0, (SQLCHAR *)"DSN=x", SQL_NTS, 0, 0, 0,
                                  SQL_DRIVER_NOPROMPT);
  if (rc != SQL_SUCCESS && rc != SQL_SUCCESS_WITH_INFO) {
    SQLFreeHandle(SQL_HANDLE_DBC, dbc);
    return -1;
  }
  SQLDisconnect(dbc);
  SQLFreeHandle(SQL_HANDLE_DBC, dbc);
  return 0;
}

// A connection that is still connected is not freed.
int stillConnectedReported(SQLHENV env) {
  SQLHDBC dbc = SQL_NULL_HDBC;
  if (SQLAllocConnect(env, &dbc) != SQL_SUCCESS)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'dbc' (ODBC SQLHDBC) is not closed{{.*}} [cursor-unclosed]
    return -1;
  if (SQL_SUCCEEDED(SQLConnect(dbc, (SQLCHAR *)"x", SQL_NTS, 0, 0, 0, 0)))
    SQLEndTran(SQL_HANDLE_DBC, dbc, SQL_COMMIT);
  SQLFreeConnect(dbc);
  return 0;
}

int stillConnectedSilent(SQLHENV env) {
  SQLHDBC dbc = SQL_NULL_HDBC;
  if (SQLAllocConnect(env, &dbc) != SQL_SUCCESS)
    return -1;
  if (SQL_SUCCEEDED(SQLConnect(dbc, (SQLCHAR *)"x", SQL_NTS, 0, 0, 0, 0))) {
    SQLEndTran(SQL_HANDLE_DBC, dbc, SQL_COMMIT);
    SQLDisconnect(dbc);
  }
  SQLFreeConnect(dbc);
  return 0;
}

// An environment with an open connection is not freed.
int environmentFirstReported(void) {
  SQLHENV env = SQL_NULL_HENV;
  SQLHDBC dbc = SQL_NULL_HDBC;
  if (SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &env) != SQL_SUCCESS)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'env' (ODBC SQLHENV) is not closed: the close refuses {{.*}} [cursor-unclosed]
    return -1;
  SQLSetEnvAttr(env, SQL_ATTR_ODBC_VERSION, (SQLPOINTER)SQL_OV_ODBC3, 0);
  if (SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc) != SQL_SUCCESS) {
    SQLFreeHandle(SQL_HANDLE_ENV, env);
    return -1;
  }
  SQLFreeHandle(SQL_HANDLE_ENV, env);
  SQLFreeHandle(SQL_HANDLE_DBC, dbc);
  return 0;
}

int environmentLastSilent(void) {
  SQLHENV env = SQL_NULL_HENV;
  SQLHDBC dbc = SQL_NULL_HDBC;
  if (SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &env) != SQL_SUCCESS)
    return -1;
  SQLSetEnvAttr(env, SQL_ATTR_ODBC_VERSION, (SQLPOINTER)SQL_OV_ODBC3, 0);
  if (SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc) != SQL_SUCCESS) {
    SQLFreeHandle(SQL_HANDLE_ENV, env);
    return -1;
  }
  SQLFreeHandle(SQL_HANDLE_DBC, dbc);
  SQLFreeHandle(SQL_HANDLE_ENV, env);
  return 0;
}

// SQLDisconnect ends the statements: leaving them to it is right.
int leftToDisconnectSilent(SQLHDBC dbc) {
  SQLHSTMT stmt;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return -1;
  SQLExecDirect(stmt, (SQLCHAR *)"SELECT 1", SQL_NTS);
  SQLDisconnect(dbc);
  return 0;
}

void freedAfterDisconnectReported(SQLHDBC dbc) {
  SQLHSTMT stmt;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return;
  SQLDisconnect(dbc);
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODBC SQLHSTMT) is closed after its connection 'dbc' was closed {{.*}} [cursor-use-after-close]
}

void freedBeforeDisconnectSilent(SQLHDBC dbc) {
  SQLHSTMT stmt;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return;
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
  SQLDisconnect(dbc);
}

static void hangUp(SQLHDBC dbc) { SQLDisconnect(dbc); }

int usedAfterDisconnectReported(SQLHDBC dbc) {
  SQLHSTMT stmt;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return -1;
  hangUp(dbc);
  return SQLFetch(stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODBC SQLHSTMT) is used after its connection 'dbc' was closed {{.*}} [cursor-use-after-close]
}

// The connection itself can connect again.
int connectedAgainSilent(SQLHDBC dbc) {
  hangUp(dbc);
  SQLRETURN rc = SQLConnect(dbc, (SQLCHAR *)"x", SQL_NTS, 0, 0, 0, 0);
  SQLHSTMT stmt;
  if (!SQL_SUCCEEDED(rc) ||
      !SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return -1;
  rc = SQLExecDirect(stmt, (SQLCHAR *)"SELECT 1", SQL_NTS);
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
  return rc;
}
