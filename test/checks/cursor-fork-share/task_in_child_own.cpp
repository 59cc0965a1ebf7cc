// RUN: %check %s -- -std=c++20 -I/usr/include/postgresql
// The twin of task_in_child.
#include <functional>
#include <libpq-fe.h>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>
using Conn = std::unique_ptr<PGconn, decltype(&PQfinish)>;
static pid_t runInChild(const std::function<int()> &f) {
  pid_t p = fork();
  if (p == 0)
    ::_exit(f());
  return p;
}
int main() {
  Conn c(PQconnectdb(""), PQfinish);
  pid_t p = runInChild([] {
    Conn own(PQconnectdb(""), PQfinish);
    PGresult *r = PQexec(own.get(), "x");
    int ok = PQntuples(r);
    PQclear(r);
    return ok;
  });
  waitpid(p, nullptr, 0);
}
