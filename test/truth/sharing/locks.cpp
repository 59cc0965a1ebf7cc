// RUN: %check %s -- -std=c++17 -pthread
// RUN: %truth %s -- -std=c++17 -pthread
// Locks that guard a connection, and those that do not.
#include <sqlite3.h>

#include <mutex>
#include <shared_mutex>
#include <thread>

static sqlite3 *open(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  return Db;
}

static std::mutex One, Two;
static std::shared_mutex Many;
static std::recursive_mutex Again;

void oneSideReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] {
    std::lock_guard<std::mutex> Hold(One);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  });
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void oneSideSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] {
    std::lock_guard<std::mutex> Hold(One);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
  });
  {
    std::lock_guard<std::mutex> Hold(One);
    sqlite3_changes(Db);
  }
  Worker.join();
  sqlite3_close(Db);
}

void twoLocksReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] {
    std::scoped_lock Hold(One);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  });
  {
    std::scoped_lock Hold(Two);
    sqlite3_changes(Db);
  }
  Worker.join();
  sqlite3_close(Db);
}

void twoLocksSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] {
    std::scoped_lock Hold(One);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
  });
  {
    std::scoped_lock Hold(Two, One);
    sqlite3_changes(Db);
  }
  Worker.join();
  sqlite3_close(Db);
}

void twoReadersReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] {
    std::shared_lock<std::shared_mutex> Hold(Many);
    sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  });
  {
    std::shared_lock<std::shared_mutex> Hold(Many);
    sqlite3_exec(Db, "SELECT 2", nullptr, nullptr, nullptr);
  }
  Worker.join();
  sqlite3_close(Db);
}

void twoReadersSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] {
    std::unique_lock<std::shared_mutex> Hold(Many);
    sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
  });
  {
    std::shared_lock<std::shared_mutex> Hold(Many);
    sqlite3_exec(Db, "SELECT 2", nullptr, nullptr, nullptr);
  }
  Worker.join();
  sqlite3_close(Db);
}

void releasedReported(const char *File) {
  sqlite3 *Db = open(File);
  std::unique_lock<std::mutex> Hold(One);
  std::thread Worker([Db] {
    std::lock_guard<std::mutex> Theirs(One);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  });
  sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
  Hold.unlock();
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void releasedSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::unique_lock<std::mutex> Hold(One);
  std::thread Worker([Db] {
    std::lock_guard<std::mutex> Theirs(One);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
  });
  sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
  sqlite3_changes(Db);
  Hold.unlock();
  Worker.join();
  sqlite3_close(Db);
}

void deferredReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] {
    std::lock_guard<std::mutex> Hold(One);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  });
  std::unique_lock<std::mutex> Hold(One, std::defer_lock);
  sqlite3_changes(Db);
  Worker.join();
  sqlite3_close(Db);
}

void deferredSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] {
    std::lock_guard<std::mutex> Hold(One);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
  });
  std::unique_lock<std::mutex> Hold(One, std::defer_lock);
  Hold.lock();
  sqlite3_changes(Db);
  Hold.unlock();
  Worker.join();
  sqlite3_close(Db);
}

void localReported(const char *File) {
  sqlite3 *Db = open(File);
  auto Clean = [Db] {
    std::mutex Mine;
    std::lock_guard<std::mutex> Hold(Mine);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  };
  std::thread Worker(Clean);
  Clean();
  Worker.join();
  sqlite3_close(Db);
}

void localSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::mutex Ours;
  auto Clean = [Db, &Ours] {
    std::lock_guard<std::mutex> Hold(Ours);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
  };
  std::thread Worker(Clean);
  Clean();
  Worker.join();
  sqlite3_close(Db);
}

void temporaryReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] {
    One.lock();
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
    One.unlock();
  });
  {
    std::lock_guard<std::mutex>{One};
    sqlite3_changes(Db);
  }
  Worker.join();
  sqlite3_close(Db);
}

void temporarySilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] {
    One.lock();
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    One.unlock();
  });
  {
    std::lock_guard<std::mutex> Hold{One};
    sqlite3_changes(Db);
  }
  Worker.join();
  sqlite3_close(Db);
}

class Locked {
  sqlite3 *Db;
  std::mutex Mutex;

public:
  explicit Locked(const char *File) : Db(open(File)) {}
  Locked(const Locked &) = delete;
  ~Locked() { sqlite3_close(Db); }
  void clean() {
    std::lock_guard<std::mutex> Hold(Mutex);
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Store.Db'{{.*}}[cursor-thread-share]
  }
  long long lastId() { return sqlite3_last_insert_rowid(Db); }
  int changes() {
    std::lock_guard<std::mutex> Hold(Mutex);
    return sqlite3_changes(Db);
  }
};

void forgottenInOneMethodReported(const char *File) {
  Locked Store(File);
  std::thread Worker([&Store] { Store.clean(); });
  Store.lastId();
  Worker.join();
}

void forgottenInOneMethodSilent(const char *File) {
  Locked Store(File);
  std::thread Worker([&Store] { Store.clean(); });
  Store.changes();
  Worker.join();
}

void twoStatementsReported(const char *File) {
  sqlite3 *Db = open(File);
  sqlite3_stmt *Find = nullptr, *Count = nullptr;
  std::mutex OfFind, OfCount;
  sqlite3_prepare_v2(Db, "SELECT id FROM t", -1, &Find, nullptr);
  sqlite3_prepare_v2(Db, "SELECT count(*) FROM t", -1, &Count, nullptr);
  std::thread Worker([&] {
    std::lock_guard<std::mutex> Hold(OfFind);
    sqlite3_step(Find);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  });
  OfCount.lock();
  sqlite3_step(Count);
  OfCount.unlock();
  Worker.join();
  sqlite3_finalize(Find);
  sqlite3_finalize(Count);
  sqlite3_close(Db);
}

void twoStatementsSilent(const char *File) {
  sqlite3 *Db = open(File);
  sqlite3_stmt *Find = nullptr, *Count = nullptr;
  std::mutex OfBoth;
  sqlite3_prepare_v2(Db, "SELECT id FROM t", -1, &Find, nullptr);
  sqlite3_prepare_v2(Db, "SELECT count(*) FROM t", -1, &Count, nullptr);
  std::thread Worker([&] {
    std::lock_guard<std::mutex> Hold(OfBoth);
    sqlite3_step(Find);
  });
  OfBoth.lock();
  sqlite3_step(Count);
  OfBoth.unlock();
  Worker.join();
  sqlite3_finalize(Find);
  sqlite3_finalize(Count);
  sqlite3_close(Db);
}

static void nested(sqlite3 *Db, bool Holding) {
  if (!Holding)
    Again.lock();
  sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  if (!Holding)
    Again.unlock();
}

void heldByCallerReported(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] { nested(Db, false); });
  nested(Db, true);
  Worker.join();
  sqlite3_close(Db);
}

void heldByCallerSilent(const char *File) {
  sqlite3 *Db = open(File);
  std::thread Worker([Db] { nested(Db, false); });
  Again.lock();
  nested(Db, true);
  Again.unlock();
  Worker.join();
  sqlite3_close(Db);
}
