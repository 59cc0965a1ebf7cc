// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// A pool of the program's own whose workers empty the queue before they stop.
#include <libpq-fe.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

class Pool {
public:
  explicit Pool(int n) {
    for (int i = 0; i < n; i++)
      workers_.emplace_back([this] { work(); });
  }
  ~Pool() {
    {
      std::lock_guard<std::mutex> hold(m_);
      stop_ = true;
    }
    more_.notify_all();
    for (auto &w : workers_)
      w.join();
  }
  void run(std::function<void()> task) {
    {
      std::lock_guard<std::mutex> hold(m_);
      q_.push(std::move(task));
    }
    more_.notify_one();
  }

private:
  void work() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock<std::mutex> hold(m_);
        more_.wait(hold, [this] { return stop_ || !q_.empty(); });
        if (stop_ && q_.empty())
          return;
        task = std::move(q_.front());
        q_.pop();
      }
      task();
    }
  }

  std::vector<std::thread> workers_;
  std::queue<std::function<void()>> q_;
  std::mutex m_;
  std::condition_variable more_;
  bool stop_ = false;
};

void bothReported() {
  PGconn *shared = PQconnectdb("");
  {
    Pool pool(2);
    pool.run([shared] { PQconsumeInput(shared); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'shared'{{.*}} is used by two threads at the same time{{.*}} [cursor-thread-share]
    PQflush(shared);
  }
  PQfinish(shared);
}

void afterTheLastSilent() {
  PGconn *conn = PQconnectdb("");
  {
    Pool pool(2);
    pool.run([conn] { PQconsumeInput(conn); });
  }
  PQflush(conn);
  PQfinish(conn);
}

void ownSilent() {
  Pool pool(2);
  for (int i = 0; i < 4; i++)
    pool.run([] {
      PGconn *mine = PQconnectdb("");
      PQconsumeInput(mine);
      PQfinish(mine);
    });
}
