// RUN: %check %s -- -std=c++17 -I/usr/include/mysql++ -I/usr/include/mariadb
// A helper or a library's method that closes and opens in the same place.
#include <mysql++.h>
#include <mysql.h>

struct Store {
  MYSQL My;
};

static bool connectAgain(Store &In) {
  mysql_close(&In.My);
  mysql_init(&In.My);
  return mysql_real_connect(&In.My, nullptr, nullptr, nullptr, nullptr, 0,
                            nullptr, 0);
}

bool helperSilent() {
  Store In;
  mysql_init(&In.My);
  bool Ok = connectAgain(In);
  mysql_close(&In.My);
  return Ok;
}

static void initAgain(Store &In) { mysql_init(&In.My); }

void helperReported() {
  Store In;
  mysql_init(&In.My);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'In.My'{{.*}} [cursor-unclosed]
  initAgain(In);
  mysql_close(&In.My);
}

bool methodSilent() {
  mysqlpp::Connection Conn(false);
  if (!Conn.connect("main"))
    return false;
  return Conn.query("SELECT 1").exec();
}
