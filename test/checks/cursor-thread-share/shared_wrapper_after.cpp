// RUN: %check %s -- -std=c++20 -pthread
// The twin of shared_wrapper: used again only after the task is done.
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
  }

private:
  sqlite3 *h_ = nullptr;
};
int main() {
  auto db = std::make_shared<Db>();
  auto f = std::async(std::launch::async, [db] { db->run("vacuum"); });
  f.get();
  db->run("select 1");
}
