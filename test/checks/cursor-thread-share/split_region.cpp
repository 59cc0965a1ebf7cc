// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/mariadb
// Every call holds the lock, but not from the query to its result.
#include <mysql.h>

#include <mutex>
#include <thread>

struct Prices {
  MYSQL *c;
  std::mutex m;

  bool send(const char *q) {
    std::lock_guard<std::mutex> g(m);
    return mysql_query(c, q) == 0;
  }
  MYSQL_RES *collect() {
    std::lock_guard<std::mutex> g(m);
    return mysql_store_result(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'p.c'{{.*}} may be used by another thread between 'mysql_query' and 'mysql_store_result', since the lock is released between them (level 1{{.*}} [cursor-thread-share]
  }
  MYSQL_RES *ask(const char *q) {
    std::lock_guard<std::mutex> g(m);
    return mysql_query(c, q) ? nullptr : mysql_store_result(c);
  }
};

static void splitReported(Prices *p) {
  if (p->send("select 1"))
    if (MYSQL_RES *r = p->collect())
      mysql_free_result(r);
}

static void wholeSilent(Prices *p) {
  if (MYSQL_RES *r = p->ask("select 1"))
    mysql_free_result(r);
}

static void lockedOutsideSilent(Prices *p, std::recursive_mutex *all) {
  std::lock_guard<std::recursive_mutex> g(*all);
  splitReported(p);
}

static void two(void (*job)(Prices *)) {
  Prices p;
  p.c = mysql_init(nullptr);
  std::thread a(job, &p), b(job, &p);
  a.join();
  b.join();
  mysql_close(p.c);
}

int main() {
  two(splitReported);
  two(wholeSilent);

  Prices alone;
  alone.c = mysql_init(nullptr);
  splitReported(&alone);
  mysql_close(alone.c);

  Prices p;
  p.c = mysql_init(nullptr);
  std::recursive_mutex all;
  std::thread a(lockedOutsideSilent, &p, &all), b(lockedOutsideSilent, &p, &all);
  a.join();
  b.join();
  mysql_close(p.c);
}
