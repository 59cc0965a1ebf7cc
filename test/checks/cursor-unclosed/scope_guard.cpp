// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb
// A guard of the user's own runs the close when the scope ends.
#include <mysql.h>

#include <utility>

template <typename Function> class ScopeGuard {
public:
  explicit ScopeGuard(Function Run) : Run(std::move(Run)) {}
  ScopeGuard(const ScopeGuard &) = delete;
  ScopeGuard &operator=(const ScopeGuard &) = delete;
  ~ScopeGuard() { Run(); }

private:
  Function Run;
};

int countSilent(MYSQL *Mysql) {
  MYSQL_RES *Rows = mysql_store_result(Mysql);
  ScopeGuard Guard([Rows] { mysql_free_result(Rows); });
  if (!Rows)
    return -1;
  return static_cast<int>(mysql_num_rows(Rows));
}

int countReported(MYSQL *Mysql) {
  MYSQL_RES *Rows = mysql_store_result(Mysql);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Rows' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  ScopeGuard Guard([Mysql] { mysql_ping(Mysql); });
  if (!Rows)
    return -1;
  return static_cast<int>(mysql_num_rows(Rows));
}
