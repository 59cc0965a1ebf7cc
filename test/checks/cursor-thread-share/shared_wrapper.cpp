// RUN: %check %s -- -std=c++20 -pthread
// A wrapper in a shared_ptr, copied into a task.
#include <future>
#include <sqlite3.h>
#include <stdexcept>
class Db {
public:
  Db() {
    if (sqlite3_open_v2("x.db", &h_,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK) {
      sqlite3_close(h_);
      throw std::runtime_error("open");
    }
  }
  ~Db() { sqlite3_close(h_); }
  Db(const Db &) = delete;
  void run(const char *sql) {
    sqlite3_exec(h_, sql, nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'h_'{{.*}}[cursor-thread-share]
  }

private:
  sqlite3 *h_ = nullptr;
};
int main() {
  auto db = std::make_shared<Db>();
  auto f = std::async(std::launch::async, [db] { db->run("vacuum"); });
  db->run("select 1");
  f.get();
}
