// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/postgresql
// Every thread uses the first connection of the container.
#include <libpq-fe.h>
#include <memory>
#include <thread>
#include <vector>
struct Fin {
  void operator()(PGconn *c) const { PQfinish(c); }
};
using Conn = std::unique_ptr<PGconn, Fin>;
static void job(PGconn *c) {
  PGresult *r = PQexec(c, "select");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conns'{{.*}}[cursor-thread-share]
  PQclear(r);
}
int main(int argc, char **argv) {
  std::vector<Conn> conns;
  for (int i = 0; i < argc; ++i) {
    conns.emplace_back(PQconnectdb(argv[i]));
    if (PQstatus(conns.back().get()) != CONNECTION_OK)
      return 1;
  }
  std::vector<std::thread> ts;
  for (size_t i = 0; i < conns.size(); ++i)
    ts.emplace_back([&conns] { job(conns[0].get()); });
  for (auto &t : ts)
    t.join();
}
