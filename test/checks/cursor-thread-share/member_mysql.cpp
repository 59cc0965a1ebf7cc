// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb -pthread
// The thread is started by a method, and another method queries meanwhile.
#include <mysql.h>

#include <thread>

class FeedReported {
public:
  explicit FeedReported(MYSQL *Mysql) : Mysql(Mysql) {}
  ~FeedReported() { stop(); }
  void start() { Beat = std::thread(&FeedReported::beat, this); }
  void stop() {
    if (Beat.joinable())
      Beat.join();
  }
  bool push(const char *Sql) { return mysql_query(Mysql, Sql) == 0; }

private:
  void beat() {
    mysql_ping(Mysql);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  }
  MYSQL *Mysql;
  std::thread Beat;
};

class FeedSilent {
public:
  explicit FeedSilent(MYSQL *Mysql) : Mysql(Mysql) {}
  ~FeedSilent() { stop(); }
  void start() { Beat = std::thread(&FeedSilent::beat, this); }
  void stop() {
    if (Beat.joinable())
      Beat.join();
  }
  bool push(const char *Sql) {
    stop();
    return mysql_query(Mysql, Sql) == 0;
  }

private:
  void beat() { mysql_ping(Mysql); }
  MYSQL *Mysql;
  std::thread Beat;
};
