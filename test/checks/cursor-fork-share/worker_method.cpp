// RUN: %check %s -- -std=c++20 -I/usr/include/postgresql
// A member that is used in the child two calls below the fork.
#include <libpq-fe.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
class Db {
public:
  explicit Db(const std::string &d) : c_(PQconnectdb(d.c_str())) {
    if (PQstatus(c_) != CONNECTION_OK) {
      PQfinish(c_);
      throw std::runtime_error("no");
    }
  }
  ~Db() { PQfinish(c_); }
  Db(const Db &) = delete;
  void run(const std::string &q) {
    PGresult *r = PQexec(c_, q.c_str());
    PQclear(r);
  }

private:
  PGconn *c_;
};
class Master {
public:
  Master() : db_("dbname=x") {}
  void serve(int n) {
    for (int i = 0; i < n; ++i) {
      pid_t p = ::fork();
      if (p == 0) {
        child(i);
        // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db_.c_'{{.*}}[cursor-fork-share]
        ::_exit(0);
      }
      if (p < 0)
        throw std::runtime_error("fork");
    }
    while (::wait(nullptr) > 0) {
    }
  }

private:
  void child(int i) { db_.run("select " + std::to_string(i)); }
  Db db_;
};
int main() {
  Master m;
  m.serve(3);
}
