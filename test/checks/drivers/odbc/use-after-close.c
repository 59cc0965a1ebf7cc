// RUN: %check %s -- -std=c11
#include <sql.h>
#include <sqlext.h>

int diagnosticsAfterFreeReported(SQLHDBC dbc) {
  SQLHSTMT stmt;
  SQLCHAR state[6], text[256];
  SQLINTEGER native;
  SQLSMALLINT length;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return -1;
  SQLRETURN rc = SQLExecDirect(stmt, (SQLCHAR *)"SELECT 1", SQL_NTS);
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
  if (!SQL_SUCCEEDED(rc))
    SQLGetDiagRec(SQL_HANDLE_STMT, stmt, 1, state, &native, text, sizeof text, &length);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODBC SQLHSTMT) is used after it was closed {{.*}} [cursor-use-after-close]
  return rc;
}

int diagnosticsBeforeFreeSilent(SQLHDBC dbc) {
  SQLHSTMT stmt;
  SQLCHAR state[6], text[256];
  SQLINTEGER native;
  SQLSMALLINT length;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return -1;
  SQLRETURN rc = SQLExecDirect(stmt, (SQLCHAR *)"SELECT 1", SQL_NTS);
  if (!SQL_SUCCEEDED(rc))
    SQLGetDiagRec(SQL_HANDLE_STMT, stmt, 1, state, &native, text, sizeof text, &length);
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
  return rc;
}

static void release(SQLSMALLINT kind, SQLHANDLE *handle) {
  SQLFreeHandle(kind, *handle);
}

static void releaseAndForget(SQLSMALLINT kind, SQLHANDLE *handle) {
  if (*handle != SQL_NULL_HANDLE)
    SQLFreeHandle(kind, *handle);
  *handle = SQL_NULL_HANDLE;
}

void twiceReported(SQLHDBC dbc) {
  SQLHSTMT stmt = SQL_NULL_HSTMT;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return;
  release(SQL_HANDLE_STMT, &stmt);
  release(SQL_HANDLE_STMT, &stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt' (ODBC SQLHSTMT) is closed a second time {{.*}} [cursor-use-after-close]
}

void twiceSilent(SQLHDBC dbc) {
  SQLHSTMT stmt = SQL_NULL_HSTMT;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return;
  releaseAndForget(SQL_HANDLE_STMT, &stmt);
  releaseAndForget(SQL_HANDLE_STMT, &stmt);
}

// A statement's own descriptor ends with it.
void ownDescriptorReported(SQLHDBC dbc) {
  SQLHSTMT stmt;
  SQLHDESC desc;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return;
  SQLGetStmtAttr(stmt, SQL_ATTR_APP_ROW_DESC, &desc, 0, 0);
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
  SQLSetDescField(desc, 0, SQL_DESC_ARRAY_SIZE, (SQLPOINTER)10, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} used after what it points to has ended {{.*}} [cursor-use-after-close]
}

void ownDescriptorSilent(SQLHDBC dbc) {
  SQLHSTMT stmt;
  SQLHDESC desc;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return;
  SQLGetStmtAttr(stmt, SQL_ATTR_APP_ROW_DESC, &desc, 0, 0);
  SQLSetDescField(desc, 0, SQL_DESC_ARRAY_SIZE, (SQLPOINTER)10, 0);
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
}
