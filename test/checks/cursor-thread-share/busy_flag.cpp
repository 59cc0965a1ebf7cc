// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/mariadb
// A flag says that the connection is in use, but keeps nobody out.
#include <atomic>
#include <mysql.h>
#include <string>
#include <thread>
class Session {
public:
  Session() {
    h_ = mysql_init(nullptr);
    mysql_real_connect(h_, "h", "u", "p", "d", 0, nullptr, 0);
  }
  ~Session() {
    quit_ = true;
    if (ping_.joinable())
      ping_.join();
    mysql_close(h_);
  }
  void keepAlive() {
    ping_ = std::thread([this] {
      while (!quit_) {
        if (!busy_)
          mysql_ping(h_);
          // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's.h_'{{.*}}[cursor-thread-share]
      }
    });
  }
  void exec(const std::string &q) {
    busy_ = true;
    mysql_query(h_, q.c_str());
    busy_ = false;
  }

private:
  MYSQL *h_;
  std::thread ping_;
  std::atomic<bool> quit_{false}, busy_{false};
};
int main() {
  Session s;
  s.keepAlive();
  s.exec("select 1");
}
