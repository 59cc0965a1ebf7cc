// RUN: %check %s -- -std=c++20 -pthread
// RUN: %truth %s -- -std=c++20 -pthread
// Classes that run a thread over their own members.
#include <sqlite3.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

static sqlite3 *open(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  return Db;
}

// The thread stops before the connection goes, or after.
class Cleaner {
  sqlite3 *Db;
  std::atomic<bool> Stop{false};
  std::thread Thread;

public:
  explicit Cleaner(const char *File) : Db(open(File)), Thread([this] { run(); }) {}
  ~Cleaner() {
    sqlite3_close(Db);
    Stop = true;
    Thread.join();
  }
  void run() {
    while (!Stop)
      sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All.Db'{{.*}}[cursor-thread-share]
  }
};

class Patient {
  sqlite3 *Db;
  std::atomic<bool> Stop{false};
  std::thread Thread;

public:
  explicit Patient(const char *File) : Db(open(File)), Thread([this] { run(); }) {}
  ~Patient() {
    Stop = true;
    Thread.join();
    sqlite3_close(Db);
  }
  void run() {
    while (!Stop)
      sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
  }
};

void stoppedTooLateReported(const char *File) {
  Cleaner All(File);
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

void stoppedTooLateSilent(const char *File) {
  Patient All(File);
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

class Counter {
  sqlite3 *Db;
  std::thread Thread;

public:
  explicit Counter(const char *File) : Db(open(File)) {}
  ~Counter() { sqlite3_close(Db); }
  void start() {
    Thread = std::thread([this] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All.Db'{{.*}}[cursor-thread-share]
  }
  void stop() { Thread.join(); }
  int changes() { return sqlite3_changes(Db); }
};

void methodBesideReported(const char *File) {
  Counter All(File);
  All.start();
  All.changes();
  All.stop();
}

// The fault of the class above is known by now; this one has a lock.
class Guarded {
  sqlite3 *Db;
  std::mutex Mutex;
  std::thread Thread;

public:
  explicit Guarded(const char *File) : Db(open(File)) {}
  ~Guarded() { sqlite3_close(Db); }
  void start() {
    Thread = std::thread([this] {
      std::lock_guard<std::mutex> Hold(Mutex);
      sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    });
  }
  void stop() { Thread.join(); }
  int changes() {
    std::lock_guard<std::mutex> Hold(Mutex);
    return sqlite3_changes(Db);
  }
};

void methodBesideSilent(const char *File) {
  Guarded All(File);
  All.start();
  All.changes();
  All.stop();
}

// A base class that runs what its subclasses override.
class Runner {
  std::thread Thread;

public:
  virtual ~Runner() = default;
  void start() { Thread = std::thread([this] { run(); }); }
  void join() { Thread.join(); }

protected:
  virtual void run() = 0;
};

class Import : public Runner {
public:
  sqlite3 *Db;
  explicit Import(sqlite3 *Db) : Db(Db) {}

protected:
  void run() override { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
};

class Export : public Runner {
public:
  const char *File;
  explicit Export(const char *File) : File(File) {}

protected:
  void run() override {
    sqlite3 *Db = open(File);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    sqlite3_close(Db);
  }
};

void overriddenReported(const char *File) {
  sqlite3 *Db = open(File);
  Import Task(Db);
  Task.start();
  sqlite3_changes(Db);
  Task.join();
  sqlite3_close(Db);
}

void overriddenSilent(const char *File) {
  sqlite3 *Db = open(File);
  Export Task(File);
  Task.start();
  sqlite3_changes(Db);
  Task.join();
  sqlite3_close(Db);
}

struct Functor {
  sqlite3 *Db;
  void operator()() const { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
};

void functorReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker(Functor{Db});
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void functorSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker(Functor{Db});
  Worker.join();
  sqlite3_changes(Db);
  sqlite3_close(Db);
}

void functionReported(const char *File) {
  sqlite3 *Db = open(File);
  std::function<void()> Task = [Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); };
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  std::thread Worker(Task);
  Task();
  Worker.join();
  sqlite3_close(Db);
}

void functionSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::function<void()> Task = [Db] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); };
  std::thread Worker(Task);
  Worker.join();
  Task();
  sqlite3_close(Db);
}

class Cache {
  static inline sqlite3 *Db = nullptr;

public:
  static void start(const char *File) { Db = open(File); }
  static void clean() { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  static void stop() { sqlite3_close(Db); }
};

void staticMemberReported(const char *File) {
  Cache::start(File);
  std::thread Worker(Cache::clean);
  Cache::clean();
  Worker.join();
  Cache::stop();
}

class CacheInTurn {
  static inline sqlite3 *Db = nullptr;

public:
  static void start(const char *File) { Db = open(File); }
  static void clean() { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); }
  static void stop() { sqlite3_close(Db); }
};

void staticMemberSilent(const char *File) {
  CacheInTurn::start(File);
  std::thread Worker(CacheInTurn::clean);
  Worker.join();
  CacheInTurn::clean();
  CacheInTurn::stop();
}
