// RUN: %check %s -- -std=c++17
#include <mutex>
#include <thread>

#include <sql.h>
#include <sqlext.h>

static void run(SQLHDBC dbc, const char *text) {
  SQLHSTMT stmt = SQL_NULL_HSTMT;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return;
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: 'dbc' (ODBC SQLHDBC) is used by two threads {{.*}}level 1{{.*}} [cursor-thread-share]
  SQLExecDirect(stmt, (SQLCHAR *)text, SQL_NTS);
  SQLFreeHandle(SQL_HANDLE_STMT, stmt);
}

void twoStatementsReported(SQLHDBC dbc) {
  std::thread other([dbc] { run(dbc, "SELECT 1"); });
  run(dbc, "SELECT 2");
  other.join();
}

void oneAfterTheOtherSilent(SQLHDBC dbc) {
  std::thread other([dbc] { run(dbc, "SELECT 1"); });
  other.join();
  run(dbc, "SELECT 2");
}

void guardedSilent(SQLHDBC dbc) {
  std::mutex m;
  std::thread other([&] {
    std::lock_guard<std::mutex> lock(m);
    run(dbc, "SELECT 1");
  });
  {
    std::lock_guard<std::mutex> lock(m);
    run(dbc, "SELECT 2");
  }
  other.join();
}

// Connections of their own from one environment.
void ownConnectionsSilent(SQLHENV env) {
  auto work = [env] {
    SQLHDBC dbc = SQL_NULL_HDBC;
    if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc)))
      return;
    if (SQL_SUCCEEDED(SQLConnect(dbc, (SQLCHAR *)"x", SQL_NTS, nullptr, 0, nullptr, 0))) {
      run(dbc, "SELECT 1");
      SQLDisconnect(dbc);
    }
    SQLFreeHandle(SQL_HANDLE_DBC, dbc);
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

// SQLCancel is made for another thread.
void cancelSilent(SQLHSTMT stmt) {
  std::thread other([stmt] { SQLCancel(stmt); });
  SQLExecDirect(stmt, (SQLCHAR *)"SELECT slow()", SQL_NTS);
  other.join();
}
