// RUN: %check %s -- -std=c11
#include <sql.h>
#include <sqlext.h>

int earlyReturnReported(SQLHDBC dbc) {
  SQLHSTMT stmt = SQL_NULL_HSTMT;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODBC SQLHSTMT) is not closed{{.*}}assumed{{.*}} [cursor-unclosed]
    return -1;
  SQLRETURN rc = SQLExecDirect(stmt, (SQLCHAR *)"SELECT 1", SQL_NTS);
  if (!SQL_SUCCEEDED(rc))
    return -1;
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
  return 0;
}

int earlyReturnSilent(SQLHDBC dbc) {
  SQLHSTMT stmt = SQL_NULL_HSTMT;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return -1;
  SQLRETURN rc = SQLExecDirect(stmt, (SQLCHAR *)"SELECT 1", SQL_NTS);
  if (!SQL_SUCCEEDED(rc)) {
    SQLFreeHandle(SQL_HANDLE_STMT, stmt);
    return -1;
  }
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
  return 0;
}

// SQL_CLOSE closes the cursor, not the statement.
void closedCursorReported(SQLHDBC dbc) {
  SQLHSTMT stmt;
  if (SQLAllocStmt(dbc, &stmt) != SQL_SUCCESS)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODBC SQLHSTMT) is not closed{{.*}} [cursor-unclosed]
    return;
  SQLExecDirect(stmt, (SQLCHAR *)"SELECT 1", SQL_NTS);
  SQLFreeStmt(stmt, SQL_CLOSE);
}

void closedCursorSilent(SQLHDBC dbc) {
  SQLHSTMT stmt;
  if (SQLAllocStmt(dbc, &stmt) != SQL_SUCCESS)
    return;
  SQLExecDirect(stmt, (SQLCHAR *)"SELECT 1", SQL_NTS);
  SQLFreeStmt(stmt, SQL_DROP);
}

// The kind is fixed where the handle is allocated.
void wrongKindReported(SQLHDBC dbc) {
  SQLHANDLE stmt = SQL_NULL_HANDLE;
  if (SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt) == SQL_ERROR)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODBC SQLHSTMT) is not closed{{.*}} [cursor-unclosed]
    return;
  SQLExecDirect(stmt, (SQLCHAR *)"SELECT 1", SQL_NTS);
  SQLFreeHandle(SQL_HANDLE_DBC, stmt);
}

void wrongKindSilent(SQLHDBC dbc) {
  SQLHANDLE stmt = SQL_NULL_HANDLE;
  if (SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt) == SQL_ERROR)
    return;
  SQLExecDirect(stmt, (SQLCHAR *)"SELECT 1", SQL_NTS);
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
}

int everyTurnReported(SQLHDBC dbc, int count) {
  SQLHSTMT stmt = SQL_NULL_HSTMT;
  for (int i = 0; i < count; ++i) {
    if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODBC SQLHSTMT) is opened in every turn of a loop {{.*}} [cursor-unclosed]
      // CHECK: note: {{.*}}in a loop it runs into the server's limit on open cursors (ORA-01000 on Oracle)
      return -1;
    SQLExecDirect(stmt, (SQLCHAR *)"DELETE FROM log", SQL_NTS);
  }
  if (stmt)
    SQLFreeHandle(SQL_HANDLE_STMT, stmt);
  return 0;
}

int everyTurnSilent(SQLHDBC dbc, int count) {
  SQLHSTMT stmt = SQL_NULL_HSTMT;
  for (int i = 0; i < count; ++i) {
    if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
      return -1;
    SQLExecDirect(stmt, (SQLCHAR *)"DELETE FROM log", SQL_NTS);
    SQLFreeHandle(SQL_HANDLE_STMT, stmt);
  }
  return 0;
}
