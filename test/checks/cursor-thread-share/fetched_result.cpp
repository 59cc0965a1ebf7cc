// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -I/usr/include/mariadb -pthread
// A result is read-only once fetched, and independent of its connection.
#include <libpq-fe.h>

#include <mysql.h>

#include <thread>

int readTwiceSilent(PGconn *Conn) {
  PGresult *Result = PQexec(Conn, "SELECT x FROM t");
  int Rows = 0;
  std::thread Worker([&] { Rows = PQntuples(Result); });
  int Fields = PQnfields(Result);
  Worker.join();
  PQclear(Result);
  return Rows * Fields;
}

int besideTheConnectionSilent(PGconn *Conn) {
  PGresult *Result = PQexec(Conn, "SELECT x FROM t");
  int Rows = 0;
  std::thread Worker([&] { Rows = PQntuples(Result); });
  PQconsumeInput(Conn);
  Worker.join();
  PQclear(Result);
  return Rows;
}

void storedSilent(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_store_result(Mysql);
  if (!Result)
    return;
  std::thread Worker([Result] { mysql_fetch_row(Result); });
  mysql_ping(Mysql);
  Worker.join();
  mysql_free_result(Result);
}

void usedReported(MYSQL *Mysql) {
  MYSQL_RES *Result = mysql_use_result(Mysql);
  if (!Result)
    return;
  std::thread Worker([Result] {
    mysql_fetch_row(Result);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  mysql_ping(Mysql);
  Worker.join();
  mysql_free_result(Result);
}
