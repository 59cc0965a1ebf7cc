// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb -pthread
// Several threads of one entry meet in the same helper.
#include <mysql.h>

#include <mutex>
#include <thread>
#include <vector>

static void insert(MYSQL *Mysql) {
  mysql_query(Mysql, "INSERT INTO t VALUES(1)");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
}

static void insertGuarded(MYSQL *Mysql, std::mutex &Guard) {
  std::lock_guard<std::mutex> Hold(Guard);
  mysql_query(Mysql, "INSERT INTO t VALUES(1)");
}

void fillReported(MYSQL *Mysql) {
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([Mysql] { insert(Mysql); });
  for (std::thread &Worker : Workers)
    Worker.join();
}

void fillSilent(MYSQL *Mysql) {
  std::mutex Guard;
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([Mysql, &Guard] { insertGuarded(Mysql, Guard); });
  for (std::thread &Worker : Workers)
    Worker.join();
}
