// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb
// The default deleter of a unique_ptr is no close.
#include <mysql.h>

#include <memory>

unsigned long long countReported(MYSQL *Mysql) {
  std::unique_ptr<MYSQL_RES> Rows(mysql_store_result(Mysql));
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  return Rows ? mysql_num_rows(Rows.get()) : 0;
}

unsigned long long countSilent(MYSQL *Mysql) {
  std::unique_ptr<MYSQL_RES, decltype(&mysql_free_result)> Rows(
      mysql_store_result(Mysql), &mysql_free_result);
  return Rows ? mysql_num_rows(Rows.get()) : 0;
}
