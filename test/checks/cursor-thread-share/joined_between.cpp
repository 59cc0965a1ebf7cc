// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb -pthread
// A join puts the two accesses in order.
#include <mysql.h>

#include <future>
#include <thread>

void joinedSilent(MYSQL *Mysql) {
  std::thread Worker([Mysql] { mysql_ping(Mysql); });
  Worker.join();
  mysql_query(Mysql, "CALL run()");
}

void oneAfterTheOtherSilent(MYSQL *Mysql) {
  std::thread First([Mysql] { mysql_ping(Mysql); });
  First.join();
  std::thread Second([Mysql] { mysql_query(Mysql, "CALL run()"); });
  Second.join();
}

void gotBetweenSilent(MYSQL *Mysql) {
  auto Done = std::async(std::launch::async, [=] { return mysql_ping(Mysql); });
  Done.get();
  mysql_query(Mysql, "CALL run()");
}

void beforeTheStartSilent(MYSQL *Mysql) {
  mysql_query(Mysql, "CALL run()");
  std::thread Worker([Mysql] { mysql_ping(Mysql); });
  Worker.join();
}

void besideEachOtherReported(MYSQL *Mysql) {
  std::thread First([Mysql] {
    mysql_ping(Mysql);
    // CHECK: :[[@LINE+2]]:{{[0-9]+}}: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  std::thread Second([Mysql] { mysql_query(Mysql, "CALL run()"); });
  First.join();
  Second.join();
}
