// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb
// The handler of the exception closes.
#include <mysql.h>

#include <stdexcept>

static void check(int Rc) {
  if (Rc != 0)
    throw std::runtime_error("mysql");
}

void runReported(MYSQL *Mysql, const char *Sql, unsigned long Size) {
  MYSQL_STMT *Stmt = mysql_stmt_init(Mysql);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Stmt' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (!Stmt)
    return;
  try {
    check(mysql_stmt_prepare(Stmt, Sql, Size));
  } catch (...) {
    throw;
  }
  mysql_stmt_close(Stmt);
}

void runSilent(MYSQL *Mysql, const char *Sql, unsigned long Size) {
  MYSQL_STMT *Stmt = mysql_stmt_init(Mysql);
  if (!Stmt)
    return;
  try {
    check(mysql_stmt_prepare(Stmt, Sql, Size));
  } catch (...) {
    mysql_stmt_close(Stmt);
    throw;
  }
  mysql_stmt_close(Stmt);
}
