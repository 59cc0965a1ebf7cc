// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/postgresql
// A queue that one thread serves: its task meets the giver.
#include <condition_variable>
#include <deque>
#include <functional>
#include <libpq-fe.h>
#include <mutex>
#include <thread>
// one worker: the tasks run one after the other
class Serial {
public:
  Serial() : t_([this] { run(); }) {}
  ~Serial() {
    {
      std::lock_guard<std::mutex> l(m_);
      done_ = true;
    }
    cv_.notify_one();
    t_.join();
  }
  void post(std::function<void()> f) {
    std::lock_guard<std::mutex> l(m_);
    q_.push_back(std::move(f));
    cv_.notify_one();
  }

private:
  void run() {
    std::unique_lock<std::mutex> l(m_);
    while (true) {
      cv_.wait(l, [&] { return done_ || !q_.empty(); });
      if (q_.empty())
        return;
      auto f = std::move(q_.front());
      q_.pop_front();
      l.unlock();
      f();
      l.lock();
    }
  }
  std::mutex m_;
  std::condition_variable cv_;
  std::deque<std::function<void()>> q_;
  bool done_ = false;
  std::thread t_;
};
int main() {
  PGconn *c = PQconnectdb("");
  {
    Serial s;
    s.post([c] { PQclear(PQexec(c, "a")); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}}[cursor-thread-share]
    s.post([c] { PQclear(PQexec(c, "b")); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}}[cursor-thread-share]
    PQclear(PQexec(c, "c"));
  }
  PQfinish(c);
}
