// RUN: %check %s -- -std=c++17 -pthread
// A std::function keeps a copy of what its closure has captured.
#include <sqlite3.h>

#include <functional>
#include <future>
#include <memory>
#include <vector>

struct Store {
  sqlite3 *Db = nullptr;
  explicit Store(const char *File) { sqlite3_open(File, &Db); }
  Store(const Store &) = delete;
  ~Store() { sqlite3_close(Db); }
  int run() { return sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr); }
};

using Job = std::function<int()>;

static Job makeJob(const char *File) {
  auto Opened = std::make_shared<Store>(File);
  return [Opened] { return Opened->run(); };
}

int returnedSilent() {
  Job Kept = makeJob("a");
  return Kept();
}

int copiedSilent() {
  Job First = makeJob("a");
  Job Second = First;
  First = nullptr;
  return Second();
}

int movedSilent() {
  Job First = makeJob("a");
  Job Second = std::move(First);
  return Second();
}

int queuedSilent() {
  std::vector<Job> All;
  All.push_back(makeJob("a"));
  All.push_back(makeJob("b"));
  int Sum = 0;
  for (Job &Each : All)
    Sum += Each();
  return Sum;
}

class Runner {
  Job Task;

public:
  explicit Runner(Job Given) : Task(std::move(Given)) {}
  void change(Job Given) { Task = std::move(Given); }
  int run() { return Task ? Task() : 0; }
};

int memberSilent() {
  Runner Of(makeJob("a"));
  Of.run();
  Of.change(makeJob("b"));
  return Of.run();
}

int closedReported() {
  auto Opened = std::make_shared<Store>("a");
  Job Kept = [Opened] { return Opened->run(); };
  sqlite3_close(Opened->Db);
  return sqlite3_exec(Opened->Db, "SELECT 1", nullptr, nullptr, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Db' {{.*}}[cursor-use-after-close]
}

int stillKeptSilent() {
  auto Opened = std::make_shared<Store>("a");
  sqlite3 *Db = Opened->Db;
  Job Kept = [Last = std::move(Opened)] { return Last->run(); };
  Job Again = Kept;
  Kept = nullptr;
  return sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
}

int taskAliveSilent() {
  auto Opened = std::make_shared<Store>("a");
  sqlite3 *Db = Opened->Db;
  std::packaged_task<int()> Task([Last = std::move(Opened)] { return Last->run(); });
  Task();
  return sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
}

int plainPointerReported() {
  sqlite3 *Db = nullptr;
  sqlite3_open("a", &Db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Db' {{.*}}[cursor-unclosed]
  Runner Of([Db] { return sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr); });
  return Of.run();
}
