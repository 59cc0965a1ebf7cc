// RUN: %check %s -- -std=c++17
#include <sql.h>
#include <sqlext.h>

// A statement that the class leaves to the disconnect of its connection.
class LeftToItSilent {
public:
  explicit LeftToItSilent(SQLHENV env) {
    SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc_);
    SQLConnect(dbc_, (SQLCHAR *)"x", SQL_NTS, nullptr, 0, nullptr, 0);
  }
  ~LeftToItSilent() {
    SQLDisconnect(dbc_);
    SQLFreeHandle(SQL_HANDLE_DBC, dbc_);
  }
  void prepare() {
    SQLAllocHandle(SQL_HANDLE_STMT, dbc_, &stmt_);
    SQLPrepare(stmt_, (SQLCHAR *)"SELECT 1", SQL_NTS);
  }

private:
  SQLHDBC dbc_ = SQL_NULL_HDBC;
  SQLHSTMT stmt_ = SQL_NULL_HSTMT;
};

class Reader {
public:
  explicit Reader(SQLHDBC dbc) : dbc_(dbc) {}
  void prepareReported() {
    SQLAllocHandle(SQL_HANDLE_STMT, dbc_, &stmt_);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'stmt_' (ODBC SQLHSTMT) is a member {{.*}} [cursor-unclosed]
    SQLPrepare(stmt_, (SQLCHAR *)"SELECT 1", SQL_NTS);
  }

private:
  SQLHDBC dbc_;
  SQLHSTMT stmt_ = SQL_NULL_HSTMT;
};

// The destructor frees a statement that the disconnect before it has freed.
class WrongOrder {
public:
  explicit WrongOrder(SQLHDBC dbc) : dbc_(dbc) {
    SQLAllocHandle(SQL_HANDLE_STMT, dbc_, &stmt_);
  }
  ~WrongOrder() {
    SQLDisconnect(dbc_);
    if (stmt_ != SQL_NULL_HSTMT)
      SQLFreeHandle(SQL_HANDLE_STMT, stmt_);
  }

private:
  SQLHDBC dbc_;
  SQLHSTMT stmt_ = SQL_NULL_HSTMT;
};

void wrongOrderReported(SQLHDBC dbc) {
  WrongOrder both(dbc);
  // CHECK: warning: 'both.stmt_' (ODBC SQLHSTMT) is closed after its connection {{.*}} [cursor-use-after-close]
}

class RightOrder {
public:
  explicit RightOrder(SQLHDBC dbc) : dbc_(dbc) {
    SQLAllocHandle(SQL_HANDLE_STMT, dbc_, &stmt_);
  }
  ~RightOrder() {
    if (stmt_ != SQL_NULL_HSTMT)
      SQLFreeHandle(SQL_HANDLE_STMT, stmt_);
    SQLDisconnect(dbc_);
  }

private:
  SQLHDBC dbc_;
  SQLHSTMT stmt_ = SQL_NULL_HSTMT;
};

void rightOrderSilent(SQLHDBC dbc) { RightOrder both(dbc); }
