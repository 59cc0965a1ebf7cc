// RUN: %check %s -- -std=c++17 -pthread
// RUN: %truth %s -- -std=c++17 -pthread
// Ways in which a connection gets into a second thread. It is opened with
// SQLITE_OPEN_NOMUTEX, so that SQLite has no lock of its own.
#include <sqlite3.h>

#include <functional>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

static sqlite3 *open(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  return Db;
}

static void countByArgument(sqlite3 *Db) { sqlite3_changes(Db); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]

void byArgumentReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker(countByArgument, Db);
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void byArgumentSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker(countByArgument, Db);
  Worker.join();
  sqlite3_changes(Db);
  sqlite3_close(Db);
}

void byValueReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([=] { sqlite3_changes(Db); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
  Worker.join();
  sqlite3_close(Db);
}

void byValueSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([=] { sqlite3_changes(Db); });
  Worker.join();
  sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
  sqlite3_close(Db);
}

void byReferenceReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([&] { sqlite3_changes(Db); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  sqlite3_close(Db);
  Worker.join();
}

void byReferenceSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([&] { sqlite3_changes(Db); });
  Worker.join();
  sqlite3_close(Db);
}

void byInitCaptureReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Mine = Db] { sqlite3_changes(Mine); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void byInitCaptureSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Mine = open(File)] {
    sqlite3_changes(Mine);
    sqlite3_close(Mine);
  });
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

static void countByRef(sqlite3 *&Db) { sqlite3_changes(Db); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]

void byRefReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker(countByRef, std::ref(Db));
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void byRefSilent(const char *File) {
  sqlite3 *Db = open(File), *Other = open(File);
  std::thread Worker(countByRef, std::ref(Db));
  sqlite3_changes(Other);
  Worker.join();
  sqlite3_close(Other);
  sqlite3_close(Db);
}

static void countByBind(sqlite3 *Db) { sqlite3_changes(Db); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]

void byBindReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker(std::bind(countByBind, Db));
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void byBindSilent(const char *File) {
  sqlite3 *Db = open(File);
  auto Later = std::bind(countByBind, Db);
  Later();
  sqlite3_changes(Db);
  sqlite3_close(Db);
}

static void countByAsync(sqlite3 *Db) { sqlite3_changes(Db); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]

void byAsyncReported(const char *File) {
  sqlite3 *Db = open(File);
  auto Done = std::async(std::launch::async, countByAsync, Db);
  sqlite3_changes(Db);
  Done.get();
  sqlite3_close(Db);
}

void byAsyncSilent(const char *File) {
  sqlite3 *Db = open(File);
  auto Done = std::async(std::launch::deferred, countByAsync, Db);
  sqlite3_changes(Db);
  Done.get();
  sqlite3_close(Db);
}

void ofFutureReported(const char *File) {
  sqlite3 *Db = open(File);
  std::packaged_task<void()> Task([Db] { sqlite3_changes(Db); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  auto Done = Task.get_future();
  std::thread Worker(std::move(Task));
  sqlite3_changes(Db);
  Done.wait();
  Worker.join();
  sqlite3_close(Db);
}

void ofFutureSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::packaged_task<void()> Task([Db] { sqlite3_changes(Db); });
  auto Done = Task.get_future();
  std::thread Worker(std::move(Task));
  Done.wait();
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void bySharedPointerReported(const char *File) {
  std::shared_ptr<sqlite3> Db(open(File), sqlite3_close);
  std::thread Worker([Copy = Db] { sqlite3_changes(Copy.get()); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  sqlite3_changes(Db.get());
  Worker.join();
}

void bySharedPointerSilent(const char *File) {
  std::shared_ptr<sqlite3> Db(open(File), sqlite3_close);
  std::thread Worker([Copy = std::move(Db)] { sqlite3_changes(Copy.get()); });
  Worker.join();
}

struct Store {
  sqlite3 *Db;
  explicit Store(const char *File) : Db(open(File)) {}
  Store(const Store &) = delete;
  ~Store() { sqlite3_close(Db); }
  void clean() { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All.Db'{{.*}}[cursor-thread-share]
  int count() { return sqlite3_changes(Db); }
};

void byObjectReported(const char *File) {
  Store All(File);
  std::thread Worker(&Store::clean, &All);
  All.count();
  Worker.join();
}

void byObjectSilent(const char *File) {
  Store All(File);
  std::thread Worker(&Store::clean, &All);
  Worker.join();
  All.count();
}

void byOwnerReported(const char *File) {
  auto All = std::make_shared<Store>(File);
  std::thread Worker([All] { sqlite3_changes(All->Db); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  All->count();
  Worker.join();
}

void byOwnerSilent(const char *File) {
  auto All = std::make_shared<Store>(File);
  std::thread Worker([Own = std::make_shared<Store>(File)] { sqlite3_changes(Own->Db); });
  All->count();
  Worker.join();
}

static sqlite3 *Global = nullptr;

static void workOnGlobal() { sqlite3_changes(Global); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Global'{{.*}}[cursor-thread-share]

void byGlobalReported(const char *File) {
  Global = open(File);
  std::thread Worker(workOnGlobal);
  sqlite3_changes(Global);
  Worker.join();
  sqlite3_close(Global);
}

void byGlobalSilent(const char *File) {
  Global = open(File);
  sqlite3_changes(Global);
  std::thread Worker(workOnGlobal);
  Worker.join();
  sqlite3_close(Global);
}

static thread_local sqlite3 *Local = nullptr;

static void workOnLocal(const char *File) {
  Local = open(File);
  sqlite3_changes(Local);
  sqlite3_close(Local);
}

static sqlite3 *Plain = nullptr;

static void workOnPlain(const char *) { sqlite3_changes(Plain); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Plain'{{.*}}[cursor-thread-share]

void ofThreadLocalReported(const char *File) {
  Plain = open(File);
  std::thread Worker(workOnPlain, File);
  workOnPlain(File);
  Worker.join();
  sqlite3_close(Plain);
}

void ofThreadLocalSilent(const char *File) {
  std::thread Worker(workOnLocal, File);
  workOnLocal(File);
  Worker.join();
}

void byVectorReported(const char *File) {
  std::vector<sqlite3 *> All;
  All.push_back(open(File));
  All.push_back(open(File));
  std::vector<std::thread> Workers;
  for (int I = 0; I < 2; ++I)
    Workers.emplace_back([&All] { sqlite3_changes(All[0]); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All'{{.*}}[cursor-thread-share]
  for (auto &Worker : Workers)
    Worker.join();
  for (sqlite3 *Db : All)
    sqlite3_close(Db);
}

void byVectorSilent(const char *File) {
  std::vector<sqlite3 *> All;
  All.push_back(open(File));
  All.push_back(open(File));
  std::vector<std::thread> Workers;
  for (int I = 0; I < 2; ++I)
    Workers.emplace_back([&All, I] { sqlite3_changes(All[I]); });
  for (auto &Worker : Workers)
    Worker.join();
  for (sqlite3 *Db : All)
    sqlite3_close(Db);
}

void byPairReported(const char *File) {
  std::pair<std::string, sqlite3 *> Named{"main", open(File)};
  std::thread Worker([Named] { sqlite3_changes(Named.second); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Named.second'{{.*}}[cursor-thread-share]
  sqlite3_changes(Named.second);
  Worker.join();
  sqlite3_close(Named.second);
}

void byPairSilent(const char *File) {
  std::pair<std::string, sqlite3 *> Named{"main", open(File)};
  std::thread Worker([Named] { return Named.first.size(); });
  sqlite3_changes(Named.second);
  Worker.join();
  sqlite3_close(Named.second);
}

static void countInLoop(sqlite3 *Db) { sqlite3_changes(Db); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]

void inLoopReported(const char *File) {
  sqlite3 *Db = open(File);
  std::vector<std::thread> Workers;
  for (int I = 0; I < 3; ++I)
    Workers.push_back(std::thread(countInLoop, Db));
  for (auto &Worker : Workers)
    Worker.join();
  sqlite3_close(Db);
}

void inLoopSilent(const char *File) {
  sqlite3 *Db = open(File);
  for (int I = 0; I < 3; ++I) {
    std::thread Worker(countInLoop, Db);
    Worker.join();
  }
  sqlite3_close(Db);
}
