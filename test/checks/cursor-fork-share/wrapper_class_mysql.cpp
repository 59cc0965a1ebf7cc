// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb
// The owner on the heap is deleted in the child too.
#include <mysql.h>

#include <unistd.h>

class Client {
public:
  explicit Client(const char *Host) : Mysql(mysql_init(nullptr)) {
    mysql_real_connect(Mysql, Host, "u", "p", "d", 0, nullptr, 0);
  }
  Client(const Client &) = delete;
  Client &operator=(const Client &) = delete;
  ~Client() { mysql_close(Mysql); }

private:
  MYSQL *Mysql;
};

void runReported(const char *Host) {
  Client *Main = new Client(Host);
  pid_t Pid = fork();
  delete Main;
  if (Pid == 0)
    _exit(0);
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
}

void runSilent(const char *Host) {
  Client *Main = new Client(Host);
  pid_t Pid = fork();
  if (Pid == 0)
    _exit(0);
  delete Main;
}
