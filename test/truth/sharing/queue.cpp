// RUN: %check %s -- -std=c++17 -pthread
// RUN: %truth %s -- -std=c++17 -pthread
// A thread that takes what it is given from a queue: who gives must not use it any more.
#include <sqlite3.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

static sqlite3 *open(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  return Db;
}

class Worker {
  std::mutex Mutex;
  std::condition_variable Changed;
  std::deque<sqlite3 *> Waiting;
  std::thread Thread;

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
      sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
      sqlite3_close(Db);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
    }
  }
};

void queuedReported(const char *File) {
  Worker One;
  sqlite3 *Db = open(File);
  One.give(Db);
  sqlite3_changes(Db);
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
}

void queuedSilent(const char *File) {
  Worker One;
  sqlite3 *Db = open(File);
  sqlite3_changes(Db);
  One.give(Db);
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
}
