// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/postgresql
// The twin of vector_of_threads: each thread opens its own.
#include <libpq-fe.h>
#include <memory>
#include <thread>
#include <vector>
struct Fin {
  void operator()(PGconn *c) const { PQfinish(c); }
};
using Conn = std::unique_ptr<PGconn, Fin>;
static void job(int n) {
  Conn c(PQconnectdb(""));
  PGresult *r = PQexec(c.get(), "select");
  PQclear(r);
  (void)n;
}
int main() {
  std::vector<std::thread> ts;
  for (int i = 0; i < 4; ++i)
    ts.emplace_back(job, i);
  for (auto &t : ts)
    t.join();
}
