// RUN: %check %s -- -std=c++17 -pthread
// A queue hands a connection over to a thread that runs already, which closes
// it; the giver must not use it afterwards.
#include <sqlite3.h>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

class Worker {
public:
  Worker() : Thread([this] { run(); }) {}
  ~Worker() {
    give(nullptr);
    Thread.join();
  }
  void give(sqlite3 *Db) {
    std::lock_guard<std::mutex> Hold(Mutex);
    Waiting.push_back(Db);
    Changed.notify_one();
  }

private:
  void run() {
    for (;;) {
      sqlite3 *Db = nullptr;
      {
        std::unique_lock<std::mutex> Hold(Mutex);
        Changed.wait(Hold, [this] { return !Waiting.empty(); });
        Db = Waiting.front();
        Waiting.pop_front();
      }
      if (!Db)
        return;
      sqlite3_exec(Db, "x", nullptr, nullptr, nullptr);
      sqlite3_close(Db);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Db'{{.*}} is used by two threads at the same time{{.*}} [cursor-thread-share]
    }
  }

  std::mutex Mutex;
  std::condition_variable Changed;
  std::deque<sqlite3 *> Waiting;
  std::thread Thread;
};

void lastSilent(const char *File) {
  Worker One;
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                  nullptr);
  sqlite3_changes(Db);
  One.give(Db);
}

void usedReported(const char *File) {
  Worker One;
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                  nullptr);
  One.give(Db);
  sqlite3_changes(Db);
}
