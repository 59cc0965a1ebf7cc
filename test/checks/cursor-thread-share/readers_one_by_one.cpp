// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/mariadb
// The twin of readers: exclusively. The container of jthreads is cleared before the close.
#include <mutex>
#include <mysql.h>
#include <shared_mutex>
#include <thread>
#include <vector>
class Store {
public:
  explicit Store(MYSQL *m) : m_(m) {}
  unsigned long count(const char *q) {
    std::lock_guard<std::shared_mutex> l(mu_);
    if (mysql_query(m_, q))
      return 0;
    MYSQL_RES *r = mysql_store_result(m_);
    auto n = r ? mysql_num_rows(r) : 0;
    mysql_free_result(r);
    return n;
  }
  void write(const char *q) {
    std::unique_lock<std::shared_mutex> l(mu_);
    mysql_query(m_, q);
  }

private:
  MYSQL *m_;
  std::shared_mutex mu_;
};
int main() {
  MYSQL *m = mysql_init(nullptr);
  if (!m || !mysql_real_connect(m, "h", 0, 0, 0, 0, 0, 0)) {
    mysql_close(m);
    return 1;
  }
  Store s(m);
  std::vector<std::jthread> ts;
  for (int i = 0; i < 4; ++i)
    ts.emplace_back([&s] { s.count("select"); });
  ts.clear();
  mysql_close(m);
}
