// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/postgresql
// The twin of function_static: each thread has its own.
#include <libpq-fe.h>
#include <thread>
struct Conn {
  static Conn &inst() {
    thread_local Conn c;
    return c;
  }
  void q(const char *s) { PQclear(PQexec(h, s)); }
  Conn() : h(PQconnectdb("")) {}
  ~Conn() { PQfinish(h); }
  PGconn *h;
};
static void work() {
  for (int i = 0; i < 3; ++i)
    Conn::inst().q("x");
}
int main() {
  std::jthread a(work);
  std::jthread b(work);
}
