// RUN: %check %s -- -std=c++20 -I/usr/include/postgresql
// A helper that runs a task in a child.
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
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'f->target.c'{{.*}}[cursor-fork-share]
  return p;
}
int main() {
  Conn c(PQconnectdb(""), PQfinish);
  pid_t p = runInChild([&c] {
    PGresult *r = PQexec(c.get(), "x");
    int ok = PQntuples(r);
    PQclear(r);
    return ok;
  });
  waitpid(p, nullptr, 0);
}
