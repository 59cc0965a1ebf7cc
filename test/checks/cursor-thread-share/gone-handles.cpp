// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/mariadb
// What threads did with a handle that is gone when the function ends.
#include <mysql.h>
#include <thread>

void objectOnTheStackReported() {
  MYSQL db;
  mysql_init(&db);
  std::thread worker([&db] { mysql_query(&db, "DO 1"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} [cursor-thread-share]
  mysql_query(&db, "DO 2");
  worker.join();
  mysql_close(&db);
}

void objectOnTheStackSilent() {
  MYSQL db;
  mysql_init(&db);
  std::thread worker([&db] { mysql_query(&db, "DO 1"); });
  worker.join();
  mysql_query(&db, "DO 2");
  mysql_close(&db);
}

// The statement is closed, its connection is the caller's.
class Mailer {
public:
  explicit Mailer(const char *host) : db(mysql_init(nullptr)) {
    mysql_real_connect(db, host, "mail", "", "mail", 0, nullptr, 0);
  }
  ~Mailer() { mysql_close(db); }

  void besideReported() {
    MYSQL_STMT *next = mysql_stmt_init(db);
    std::thread worker([next] { mysql_stmt_execute(next); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}db'{{.*}} [cursor-thread-share]
    mysql_query(db, "DO 1");
    worker.join();
    mysql_stmt_close(next);
  }

  void afterItSilent() {
    MYSQL_STMT *next = mysql_stmt_init(db);
    std::thread worker([next] { mysql_stmt_execute(next); });
    worker.join();
    mysql_query(db, "DO 1");
    mysql_stmt_close(next);
  }

private:
  MYSQL *db;
};

int main() {
  Mailer mailer("localhost");
  mailer.besideReported();
  mailer.afterItSilent();
  return 0;
}
