// RUN: %check %s -- -std=c++17 -pthread
// Flags at the open lower the level where they are known: nobody has said
// SQLITE_OPEN_NOMUTEX of flags that only a caller knows.
#include <sqlite3.h>

#include <thread>

int unknownSilent(const char *file, int flags) {
  sqlite3 *db = nullptr;
  if (sqlite3_open_v2(file, &db, flags, nullptr) == SQLITE_OK) {
    std::thread worker(
        [&] { sqlite3_exec(db, "DELETE FROM t", nullptr, nullptr, nullptr); });
    sqlite3_exec(db, "DELETE FROM u", nullptr, nullptr, nullptr);
    worker.join();
  }
  return sqlite3_close(db);
}

int mutexedSilent(const char *file) {
  return unknownSilent(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX);
}

static int clean(const char *file, int flags) {
  sqlite3 *db = nullptr;
  if (sqlite3_open_v2(file, &db, flags, nullptr) == SQLITE_OK) {
    std::thread worker([&] {
      sqlite3_exec(db, "DELETE FROM t", nullptr, nullptr, nullptr);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' ({{.*}}declared by SQLITE_OPEN_NOMUTEX) [cursor-thread-share]
    });
    sqlite3_exec(db, "DELETE FROM u", nullptr, nullptr, nullptr);
    worker.join();
  }
  return sqlite3_close(db);
}

int unmutexedReported(const char *file) {
  return clean(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX);
}

// Whoever makes such an object decides.
class Cleaner {
public:
  Cleaner(const char *file, int flags) {
    sqlite3_open_v2(file, &Db, flags, nullptr);
  }
  ~Cleaner() {
    if (Worker.joinable())
      Worker.join();
    sqlite3_close(Db);
  }
  Cleaner(const Cleaner &) = delete;
  void startSilent() {
    Worker = std::thread(
        [this] { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); });
  }
  int countSilent() {
    return sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
  }

private:
  sqlite3 *Db = nullptr;
  std::thread Worker;
};
