// RUN: %check %s -- -std=c11
// What is open stands in four flags.
#include <sql.h>
#include <sqlext.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct job {
  SQLHENV env;
  SQLHDBC dbc;
  SQLHSTMT stmt;
  bool have_env, have_dbc, connected, have_stmt;
};

static void job_end(struct job *j) {
  if (j->have_stmt)
    SQLFreeHandle(SQL_HANDLE_STMT, j->stmt);
  if (j->connected)
    SQLDisconnect(j->dbc);
  if (j->have_dbc)
    SQLFreeHandle(SQL_HANDLE_DBC, j->dbc);
  if (j->have_env)
    SQLFreeHandle(SQL_HANDLE_ENV, j->env);
  memset(j, 0, sizeof *j);
}

static bool job_begin(struct job *j, char *dsn) {
  memset(j, 0, sizeof *j);
  j->have_env =
      SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &j->env));
  if (!j->have_env)
    return false;
  SQLSetEnvAttr(j->env, SQL_ATTR_ODBC_VERSION, (SQLPOINTER)SQL_OV_ODBC3, 0);
  j->have_dbc = SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, j->env, &j->dbc));
  if (!j->have_dbc)
    return false;
  j->connected =
      SQL_SUCCEEDED(SQLDriverConnect(j->dbc, NULL, (SQLCHAR *)dsn, SQL_NTS,
                                     NULL, 0, NULL, SQL_DRIVER_NOPROMPT));
  if (!j->connected)
    return false;
  j->have_stmt =
      SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, j->dbc, &j->stmt));
  return j->have_stmt;
}

int mainSilent(char *dsn) {
  struct job j;
  int rc = 1;

  if (job_begin(&j, dsn) && SQL_SUCCEEDED(SQLExecDirect(
                                j.stmt, (SQLCHAR *)"CALL nightly()", SQL_NTS)))
    rc = 0;
  job_end(&j);
  return rc;
}

// The flag does not tell.
static bool beginForgetful(struct job *j, char *dsn) {
  memset(j, 0, sizeof *j);
  j->have_env =
      SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &j->env));
  SQLSetEnvAttr(j->env, SQL_ATTR_ODBC_VERSION, (SQLPOINTER)SQL_OV_ODBC3, 0);
  j->have_env = false;
  return dsn != 0;
}

int forgetfulReported(char *dsn) {
  struct job j;
  int rc = beginForgetful(&j, dsn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'j.env'{{.*}} [cursor-unclosed]
  job_end(&j);
  return rc;
}
