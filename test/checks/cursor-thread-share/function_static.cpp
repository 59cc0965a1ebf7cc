// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/postgresql
// A wrapper in a static of a function.
#include <libpq-fe.h>
#include <thread>
struct Conn {
  static Conn &inst() {
    static Conn c;
    return c;
  }
  void q(const char *s) { PQclear(PQexec(h, s)); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c.h'{{.*}}[cursor-thread-share]
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
