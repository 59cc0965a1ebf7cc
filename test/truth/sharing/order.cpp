// RUN: %check %s -- -std=c++20 -pthread
// RUN: %truth %s -- -std=c++20 -pthread
// Order by other means than a lock: joins, promises, condition variables, queues.
#include <sqlite3.h>

#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>

static sqlite3 *open(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  return Db;
}

void promisedReported(const char *File) {
  sqlite3 *Db = open(File);
  std::promise<void> Ready;
  auto Wait = Ready.get_future();
  std::thread Worker([Db, &Ready] {
    Ready.set_value();
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  });
  Wait.get();
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void promisedSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::promise<void> Ready;
  auto Wait = Ready.get_future();
  std::thread Worker([Db, &Ready] {
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    Ready.set_value();
  });
  Wait.get();
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void valueReported(const char *File) {
  std::promise<sqlite3 *> Made;
  auto Given = Made.get_future();
  std::thread Worker([File, &Made] {
    sqlite3 *Db = open(File);
    Made.set_value(Db);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'value'{{.*}}[cursor-thread-share]
  });
  sqlite3 *Db = Given.get();
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void valueSilent(const char *File) {
  std::promise<sqlite3 *> Made;
  auto Given = Made.get_future();
  std::thread Worker([File, &Made] {
    sqlite3 *Db = open(File);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    Made.set_value(Db);
  });
  sqlite3 *Db = Given.get();
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

struct Turn {
  std::mutex Mutex;
  std::condition_variable Changed;
  bool Done = false;
  void give() {
    std::lock_guard<std::mutex> Hold(Mutex);
    Done = true;
    Changed.notify_one();
  }
  void take() {
    std::unique_lock<std::mutex> Hold(Mutex);
    Changed.wait(Hold, [this] { return Done; });
  }
};

void signalledReported(const char *File) {
  sqlite3 *Db = open(File);
  Turn Mine;
  std::thread Worker([Db, &Mine] {
    Mine.give();
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  });
  Mine.take();
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void signalledSilent(const char *File) {
  sqlite3 *Db = open(File);
  Turn Mine;
  std::thread Worker([Db, &Mine] {
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    Mine.give();
  });
  Mine.take();
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void semaphoreReported(const char *File) {
  sqlite3 *Db = open(File);
  std::binary_semaphore Free(0);
  std::thread Worker([Db, &Free] {
    Free.release();
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  });
  Free.acquire();
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void semaphoreSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::binary_semaphore Free(0);
  std::thread Worker([Db, &Free] {
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    Free.release();
  });
  Free.acquire();
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void joinedInScopeReported(const char *File) {
  sqlite3 *Db = open(File);
  {
    std::jthread Worker([Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
    sqlite3_changes(Db);
  }
  sqlite3_close(Db);
}

void joinedInScopeSilent(const char *File) {
  sqlite3 *Db = open(File);
  {
    std::jthread Worker([Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
  }
  sqlite3_changes(Db);
  sqlite3_close(Db);
}

void futureDestroyedReported(const char *File) {
  sqlite3 *Db = open(File);
  auto Done = std::async(std::launch::async,
                         [Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
                         // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  sqlite3_changes(Db);
  Done.wait();
  sqlite3_close(Db);
}

void futureDestroyedSilent(const char *File) {
  sqlite3 *Db = open(File);
  (void)std::async(std::launch::async,
                   [Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
  sqlite3_changes(Db);
  sqlite3_close(Db);
}

void timedReported(const char *File) {
  sqlite3 *Db = open(File);
  auto Done = std::async(std::launch::async,
                         [Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
                         // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  Done.wait_for(std::chrono::seconds(0));
  sqlite3_changes(Db);
  Done.wait();
  sqlite3_close(Db);
}

void timedSilent(const char *File) {
  sqlite3 *Db = open(File);
  auto Done = std::async(std::launch::async,
                         [Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
  Done.wait();
  sqlite3_changes(Db);
  sqlite3_close(Db);
}

void notAllJoinedReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread One([File] { sqlite3_close(open(File)); });
  std::thread Two([Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  One.join();
  sqlite3_changes(Db);
  Two.join();
  sqlite3_close(Db);
}

void notAllJoinedSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread One([File] { sqlite3_close(open(File)); });
  std::thread Two([Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
  Two.join();
  sqlite3_changes(Db);
  One.join();
  sqlite3_close(Db);
}

void movedReported(const char *File) {
  std::unique_ptr<sqlite3, int (*)(sqlite3 *)> Db(open(File), sqlite3_close);
  sqlite3 *Raw = Db.get();
  std::thread Worker([Own = std::move(Db)] {
    sqlite3_exec(Own.get(), "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  });
  sqlite3_changes(Raw);
  Worker.join();
}

void movedSilent(const char *File) {
  std::unique_ptr<sqlite3, int (*)(sqlite3 *)> Db(open(File), sqlite3_close);
  sqlite3 *Raw = Db.get();
  sqlite3_changes(Raw);
  std::thread Worker([Own = std::move(Db)] {
    sqlite3_exec(Own.get(), "DELETE FROM t", nullptr, nullptr, nullptr);
  });
  Worker.join();
}
