// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/postgresql
// The twin of own_pool: one task, and the pool is gone before the next use.
#include <condition_variable>
#include <functional>
#include <libpq-fe.h>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>
class Pool {
public:
  explicit Pool(size_t n) {
    for (size_t i = 0; i < n; ++i)
      threads_.emplace_back(&Pool::run, this);
  }
  ~Pool() {
    {
      std::unique_lock<std::mutex> l(mu_);
      stop_ = true;
    }
    cv_.notify_all();
    for (std::thread &t : threads_)
      t.join();
  }
  template <class F> void post(F &&f) {
    {
      std::unique_lock<std::mutex> l(mu_);
      q_.emplace(std::forward<F>(f));
    }
    cv_.notify_one();
  }

private:
  void run() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock<std::mutex> l(mu_);
        cv_.wait(l, [this] { return stop_ || !q_.empty(); });
        if (q_.empty())
          return;
        task = std::move(q_.front());
        q_.pop();
      }
      task();
    }
  }
  std::vector<std::thread> threads_;
  std::queue<std::function<void()>> q_;
  std::mutex mu_;
  std::condition_variable cv_;
  bool stop_ = false;
};
int main() {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return 1;
  }
  {
    Pool p(4);
    p.post([c] {
      PGresult *r = PQexec(c, "select");
      PQclear(r);
    });
  }
  PQclear(PQexec(c, "after"));
  PQfinish(c);
}
