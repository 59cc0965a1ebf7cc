// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb -pthread
// Each thread opens its own, or has its own by thread_local.
#include <mysql.h>

#include <thread>

struct Client {
  ~Client() { mysql_close(Mysql); }
  MYSQL *Mysql = mysql_init(nullptr);
};

static thread_local Client Mine;

static void pingMine() { mysql_ping(Mine.Mysql); }

void threadLocalSilent() {
  std::thread Worker(pingMine);
  pingMine();
  Worker.join();
}

static void pingOwn(const char *Host) {
  MYSQL *Own = mysql_init(nullptr);
  mysql_real_connect(Own, Host, "u", "p", "d", 0, nullptr, 0);
  mysql_ping(Own);
  mysql_close(Own);
}

void openedInThreadSilent(const char *Host) {
  std::thread Worker(pingOwn, Host);
  pingOwn(Host);
  Worker.join();
}

static MYSQL *Everybodys = mysql_init(nullptr);

static void ping() {
  mysql_ping(Everybodys);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Everybodys' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
}

void everybodysReported() {
  std::thread Worker(ping);
  ping();
  Worker.join();
}
