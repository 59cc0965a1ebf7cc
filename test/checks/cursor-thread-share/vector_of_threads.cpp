// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/postgresql
// Threads that a vector constructs in place from a function and its arguments.
#include <libpq-fe.h>
#include <memory>
#include <thread>
#include <vector>
struct Fin {
  void operator()(PGconn *c) const { PQfinish(c); }
};
using Conn = std::unique_ptr<PGconn, Fin>;
static void job(PGconn *c, int n) {
  PGresult *r = PQexec(c, "select");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}}[cursor-thread-share]
  PQclear(r);
  (void)n;
}
int main() {
  Conn c(PQconnectdb(""));
  std::vector<std::thread> ts;
  for (int i = 0; i < 4; ++i)
    ts.emplace_back(job, c.get(), i);
  for (auto &t : ts)
    t.join();
}
