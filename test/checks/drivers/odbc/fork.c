// RUN: %check %s -- -std=gnu11
#include <sql.h>
#include <sqlext.h>
#include <sys/wait.h>
#include <unistd.h>

void inheritedReported(SQLHDBC dbc) {
  pid_t child = fork();
  if (child == 0) {
    SQLEndTran(SQL_HANDLE_DBC, dbc, SQL_ROLLBACK);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'dbc' (ODBC SQLHDBC) {{.*}} [cursor-fork-share]
    _exit(0);
  }
  waitpid(child, 0, 0);
}

void parentGoesOnSilent(SQLHDBC dbc) {
  pid_t child = fork();
  if (child == 0)
    _exit(0);
  waitpid(child, 0, 0);
  SQLEndTran(SQL_HANDLE_DBC, dbc, SQL_ROLLBACK);
}

void ownInChildSilent(SQLHDBC parents) {
  pid_t child = fork();
  if (child == 0) {
    SQLHENV env;
    SQLHDBC dbc;
    if (SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &env) != SQL_SUCCESS)
      _exit(1);
    if (SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc) == SQL_SUCCESS) {
      if (SQL_SUCCEEDED(SQLConnect(dbc, (SQLCHAR *)"x", SQL_NTS, 0, 0, 0, 0)))
        SQLDisconnect(dbc);
      SQLFreeHandle(SQL_HANDLE_DBC, dbc);
    }
    SQLFreeHandle(SQL_HANDLE_ENV, env);
    _exit(0);
  }
  waitpid(child, 0, 0);
  SQLEndTran(SQL_HANDLE_DBC, parents, SQL_COMMIT);
}
