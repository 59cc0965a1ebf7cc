// The MySQL C API, with a MariaDB server that test/truth/run starts.
#include "truth.h"

#include <cstdlib>
#include <mysql/mysql.h>

using namespace truth;

static void use(const char *Call, MYSQL *Connection) {
  inspect(Call, Connection);
  touch(Connection, Access::Writes);
}
static void use(const char *Call, MYSQL_RES *Result) {
  inspect(Call, Result);
  touch(Result, Access::Writes);
}
static void use(const char *Call, MYSQL_STMT *Statement) {
  inspect(Call, Statement);
  touch(Statement, Access::Writes);
}

template <class... T> static void useAll(const char *Call, T... Arguments) {
  (use(Call, Arguments), ...);
}

extern "C" const char *__real_mysql_error(MYSQL *);
extern "C" unsigned __real_mysql_errno(MYSQL *);

WRAP(MYSQL *, mysql_init, (MYSQL * Given)) {
  Inside In;
  MYSQL *Connection = __real_mysql_init(Given);
  opened("MYSQL", Connection);
  return Connection;
}
WRAP(void, mysql_close, (MYSQL * Connection)) {
  use("mysql_close", Connection);
  Inside In;
  closed(Connection);
  __real_mysql_close(Connection);
}
WRAP(int, mysql_query, (MYSQL * Connection, const char *Sql)) {
  use("mysql_query", Connection);
  Inside In;
  int Code = __real_mysql_query(Connection, Sql);
  // CR_SERVER_GONE_ERROR, CR_SERVER_LOST
  unsigned Error = Code ? __real_mysql_errno(Connection) : 0;
  if (Error == 2006 || Error == 2013)
    lost(__real_mysql_error(Connection));
  return Code;
}
WRAP(MYSQL_RES *, mysql_store_result, (MYSQL * Connection)) {
  use("mysql_store_result", Connection);
  Inside In;
  MYSQL_RES *Result = __real_mysql_store_result(Connection);
  opened("MYSQL_RES", Result);
  return Result;
}
WRAP(void, mysql_free_result, (MYSQL_RES * Result)) {
  use("mysql_free_result", Result);
  Inside In;
  closed(Result);
  __real_mysql_free_result(Result);
}
WRAP(MYSQL_STMT *, mysql_stmt_init, (MYSQL * Connection)) {
  use("mysql_stmt_init", Connection);
  Inside In;
  MYSQL_STMT *Statement = __real_mysql_stmt_init(Connection);
  opened("MYSQL_STMT", Statement);
  return Statement;
}
WRAP(my_bool, mysql_stmt_close, (MYSQL_STMT * Statement)) {
  use("mysql_stmt_close", Statement);
  Inside In;
  closed(Statement);
  return __real_mysql_stmt_close(Statement);
}

CALL(MYSQL *, mysql_real_connect,
     (MYSQL * Connection, const char *Host, const char *User,
      const char *Password, const char *Base, unsigned Port, const char *Socket,
      unsigned long Flags),
     (Connection, Host, User, Password, Base, Port, Socket, Flags))
CALL(MYSQL_ROW, mysql_fetch_row, (MYSQL_RES * Result), (Result))
CALL(my_ulonglong, mysql_num_rows, (MYSQL_RES * Result), (Result))
CALL(my_ulonglong, mysql_affected_rows, (MYSQL * Connection), (Connection))
CALL(const char *, mysql_error, (MYSQL * Connection), (Connection))
CALL(unsigned, mysql_errno, (MYSQL * Connection), (Connection))
CALL(int, mysql_ping, (MYSQL * Connection), (Connection))
CALL(int, mysql_stmt_prepare,
     (MYSQL_STMT * Statement, const char *Sql, unsigned long Size),
     (Statement, Sql, Size))
CALL(int, mysql_stmt_execute, (MYSQL_STMT * Statement), (Statement))

/// The server's socket.
extern "C" const char *truth_const_char() { return std::getenv("TRUTH_MYSQL"); }

extern "C" MYSQL *truth_MYSQL() {
  Fixture Own;
  MYSQL *Connection = __wrap_mysql_init(nullptr);
  __real_mysql_real_connect(Connection, nullptr, "root", nullptr, nullptr, 0,
                            truth_const_char(), 0);
  return Connection;
}

static AtEnd Left(When::AtOnce, [] {
  forEachOpen("MYSQL", [](void *Connection, bool OfFixture) {
    if (!OfFixture)
      return;
    auto *Own = static_cast<MYSQL *>(Connection);
    if (__real_mysql_query(Own, "DO 1"))
      lost(__real_mysql_error(Own));
    __real_mysql_close(Own);
    closed(Own);
  });
  mysql_library_end();
});
