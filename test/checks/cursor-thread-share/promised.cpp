// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/postgresql
// A connection that one thread opens and promises to the other.
#include <future>
#include <libpq-fe.h>
#include <thread>
int main() {
  std::promise<PGconn *> p;
  auto f = p.get_future();
  std::thread t([&p] {
    PGconn *c = PQconnectdb("");
    PQclear(PQexec(c, "set x"));
    p.set_value(c);
  });
  PGconn *c = f.get();
  PQclear(PQexec(c, "select"));
  t.join();
  PQfinish(c);
}
