// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb -pthread
// A wrapper with no lock, shared and not shared.
#include <mysql.h>

#include <memory>
#include <thread>

class Client {
public:
  explicit Client(const char *Host) : Mysql(mysql_init(nullptr)) {
    mysql_real_connect(Mysql, Host, "u", "p", "d", 0, nullptr, 0);
  }
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;
  ~Client() { mysql_close(Mysql); }
  bool beat() {
    return mysql_ping(Mysql) == 0;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  }
  bool run(const char *Sql) { return mysql_query(Mysql, Sql) == 0; }

private:
  MYSQL *Mysql;
};

bool purgeReported(const char *Host) {
  auto Main = std::make_shared<Client>(Host);
  std::thread Beat([Main] { Main->beat(); });
  bool Done = Main->run("CALL purge()");
  Beat.join();
  return Done;
}

bool purgeSilent(const char *Host) {
  auto Main = std::make_shared<Client>(Host);
  auto Other = std::make_shared<Client>(Host);
  std::thread Beat([Other] { Other->beat(); });
  bool Done = Main->run("CALL purge()");
  Beat.join();
  return Done;
}
