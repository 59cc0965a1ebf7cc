// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb
// A query on the wrapper after its close.
#include <mysql.h>

class Session {
public:
  explicit Session(const char *Host) : Mysql(mysql_init(nullptr)) {
    mysql_real_connect(Mysql, Host, "u", "p", "d", 0, nullptr, 0);
  }
  Session(const Session &) = delete;
  Session &operator=(const Session &) = delete;
  void close() { mysql_close(Mysql); }
  bool run(const char *Sql) { return mysql_query(Mysql, Sql) == 0; }

private:
  MYSQL *Mysql;
};

bool cleanReported(const char *Host) {
  Session Main(Host);
  bool Done = Main.run("DELETE FROM old");
  Main.close();
  return Done && Main.run("OPTIMIZE TABLE old");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

bool cleanSilent(const char *Host) {
  Session Main(Host);
  bool Done = Main.run("DELETE FROM old") && Main.run("OPTIMIZE TABLE old");
  Main.close();
  return Done;
}
