// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb
// A wrapper's query drops the result that it had; the twin frees it first.
#include <mysql.h>

class LeakyReader {
public:
  explicit LeakyReader(MYSQL *Mysql) : Mysql(Mysql) {}
  ~LeakyReader() { mysql_free_result(Result); }
  LeakyReader(const LeakyReader &) = delete;
  LeakyReader &operator=(const LeakyReader &) = delete;
  bool query(const char *Sql) {
    if (mysql_query(Mysql, Sql))
      return false;
    Result = mysql_store_result(Mysql);
    return Result != nullptr;
  }
  bool next() { return mysql_fetch_row(Result) != nullptr; }

private:
  MYSQL *Mysql;
  MYSQL_RES *Result = nullptr;
};

class Reader {
public:
  explicit Reader(MYSQL *Mysql) : Mysql(Mysql) {}
  ~Reader() { mysql_free_result(Result); }
  Reader(const Reader &) = delete;
  Reader &operator=(const Reader &) = delete;
  bool query(const char *Sql) {
    if (mysql_query(Mysql, Sql))
      return false;
    mysql_free_result(Result);
    Result = mysql_store_result(Mysql);
    return Result != nullptr;
  }
  bool next() { return mysql_fetch_row(Result) != nullptr; }

private:
  MYSQL *Mysql;
  MYSQL_RES *Result = nullptr;
};

bool readBothReported(MYSQL *Mysql) {
  LeakyReader Items(Mysql);
  if (!Items.query("SELECT id FROM item") || !Items.next())
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Result' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
    return false;
  return Items.query("SELECT id FROM part") && Items.next();
}

bool readBothSilent(MYSQL *Mysql) {
  Reader Items(Mysql);
  if (!Items.query("SELECT id FROM item") || !Items.next())
    return false;
  return Items.query("SELECT id FROM part") && Items.next();
}
