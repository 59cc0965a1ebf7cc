// RUN: %check %s -- -std=c++17 -pthread
// RUN: %truth %s -- -std=c++17 -pthread
// Ways out that C++ adds: exceptions, objects never deleted, containers, threads.
#include <sqlite3.h>

#include <chrono>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

int byThrowReported(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  sqlite3_prepare_v2(Db, "SELECT id FROM t WHERE id = 7", -1, &Stmt, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
  if (sqlite3_step(Stmt) != SQLITE_ROW)
    throw std::runtime_error("no such row");
  int Id = sqlite3_column_int(Stmt, 0);
  sqlite3_finalize(Stmt);
  return Id;
}

int byThrowSilent(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  sqlite3_prepare_v2(Db, "SELECT id FROM t WHERE id = 7", -1, &Stmt, nullptr);
  if (sqlite3_step(Stmt) != SQLITE_ROW) {
    sqlite3_finalize(Stmt);
    throw std::runtime_error("no such row");
  }
  int Id = sqlite3_column_int(Stmt, 0);
  sqlite3_finalize(Stmt);
  return Id;
}

static void require(bool Holds, const char *What) {
  if (!Holds)
    throw std::logic_error(What);
}

int byCalleeReported(sqlite3 *Db, int Wanted) {
  sqlite3_stmt *Stmt;
  require(sqlite3_prepare_v2(Db, "SELECT count(*) FROM t", -1, &Stmt, nullptr) == SQLITE_OK, "prepare");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
  require(sqlite3_step(Stmt) == SQLITE_ROW, "step");
  int Count = sqlite3_column_int(Stmt, 0);
  require(Count != Wanted, "count");
  sqlite3_finalize(Stmt);
  return Count;
}

int byCalleeSilent(sqlite3 *Db, int Wanted) {
  sqlite3_stmt *Stmt;
  require(sqlite3_prepare_v2(Db, "SELECT count(*) FROM t", -1, &Stmt, nullptr) == SQLITE_OK, "prepare");
  int Code = sqlite3_step(Stmt), Count = sqlite3_column_int(Stmt, 0);
  sqlite3_finalize(Stmt);
  require(Code == SQLITE_ROW, "step");
  require(Count != Wanted, "count");
  return Count;
}

int bySwallowingReported(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  try {
    sqlite3_prepare_v2(Db, "SELECT name FROM t", -1, &Stmt, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
    require(sqlite3_step(Stmt) == SQLITE_DONE, "more than none");
    sqlite3_finalize(Stmt);
  } catch (const std::logic_error &) {
    return -1;
  }
  return 0;
}

int bySwallowingSilent(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  try {
    sqlite3_prepare_v2(Db, "SELECT name FROM t", -1, &Stmt, nullptr);
    require(sqlite3_step(Stmt) == SQLITE_DONE, "more than none");
    sqlite3_finalize(Stmt);
  } catch (const std::logic_error &) {
    sqlite3_finalize(Stmt);
    return -1;
  }
  return 0;
}

class Query {
  sqlite3_stmt *Stmt = nullptr;

public:
  Query(sqlite3 *Db, const char *Sql) { sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr); }
  Query(const Query &) = delete;
  ~Query() { sqlite3_finalize(Stmt); }
  bool next() { return sqlite3_step(Stmt) == SQLITE_ROW; }
  int number() { return sqlite3_column_int(Stmt, 0); }
};

int byNewReported(sqlite3 *Db) {
  auto *All = new Query(Db, "SELECT id FROM t");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
  int Sum = 0;
  while (All->next())
    Sum += All->number();
  return Sum;
}

int byNewSilent(sqlite3 *Db) {
  auto *All = new Query(Db, "SELECT id FROM t");
  int Sum = 0;
  while (All->next())
    Sum += All->number();
  delete All;
  return Sum;
}

int byReleaseReported(sqlite3 *Db) {
  auto All = std::make_unique<Query>(Db, "SELECT id FROM t");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
  if (!All->next())
    return 0;
  return All.release()->number();
}

int byReleaseSilent(sqlite3 *Db) {
  auto All = std::make_unique<Query>(Db, "SELECT id FROM t");
  if (!All->next())
    return 0;
  return All.get()->number();
}

int byClearReported(sqlite3 *Db) {
  std::vector<sqlite3_stmt *> Kept;
  for (const char *Sql : {"SELECT 1", "SELECT 2"}) {
    sqlite3_stmt *Stmt = nullptr;
    if (sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr) == SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
      Kept.push_back(Stmt);
  }
  int Count = static_cast<int>(Kept.size());
  Kept.clear();
  return Count;
}

int byClearSilent(sqlite3 *Db) {
  std::vector<sqlite3_stmt *> Kept;
  for (const char *Sql : {"SELECT 1", "SELECT 2"}) {
    sqlite3_stmt *Stmt = nullptr;
    if (sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr) == SQLITE_OK)
      Kept.push_back(Stmt);
  }
  int Count = static_cast<int>(Kept.size());
  for (sqlite3_stmt *Stmt : Kept)
    sqlite3_finalize(Stmt);
  Kept.clear();
  return Count;
}

int byContainerReported(sqlite3 *Db) {
  std::map<std::string, sqlite3_stmt *> ByName;
  sqlite3_prepare_v2(Db, "SELECT name FROM t", -1, &ByName["all"], nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'ByName.second'{{.*}}[cursor-unclosed]
  return sqlite3_column_count(ByName.begin()->second);
}

int byContainerSilent(sqlite3 *Db) {
  std::map<std::string, sqlite3_stmt *> ByName;
  sqlite3_prepare_v2(Db, "SELECT name FROM t", -1, &ByName["all"], nullptr);
  int Count = sqlite3_column_count(ByName.begin()->second);
  for (auto &[Name, Stmt] : ByName)
    sqlite3_finalize(Stmt);
  return Count;
}

// A constructor that throws runs no destructor of its own object.
struct Checked {
  sqlite3 *Db = nullptr;
  explicit Checked(const char *File) {
    if (sqlite3_open(File, &Db) != SQLITE_OK || sqlite3_exec(Db, "SELECT absent", nullptr, nullptr, nullptr))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-unclosed]
      throw std::runtime_error(File);
  }
  ~Checked() { sqlite3_close(Db); }
};

struct CheckedAgain {
  sqlite3 *Db = nullptr;
  explicit CheckedAgain(const char *File) {
    if (sqlite3_open(File, &Db) != SQLITE_OK || sqlite3_exec(Db, "SELECT absent", nullptr, nullptr, nullptr)) {
      sqlite3_close(Db);
      throw std::runtime_error(File);
    }
  }
  ~CheckedAgain() { sqlite3_close(Db); }
};

void byConstructorReported(const char *File) { Checked Store(File); }

void byConstructorSilent(const char *File) { CheckedAgain Store(File); }

void byDetachedThreadReported(const char *File) {
  std::thread([File] {
    sqlite3 *Db = nullptr;
    if (sqlite3_open(File, &Db) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-unclosed]
      return;
    for (;;) {
      sqlite3_exec(Db, "DELETE FROM t WHERE id > 100", nullptr, nullptr, nullptr);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }).detach();
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

void byDetachedThreadSilent(const char *File) {
  std::thread([File] {
    sqlite3 *Db = nullptr;
    if (sqlite3_open(File, &Db) == SQLITE_OK)
      for (int Turn = 0; Turn < 3; ++Turn)
        sqlite3_exec(Db, "DELETE FROM t WHERE id > 100", nullptr, nullptr, nullptr);
    sqlite3_close(Db);
  }).detach();
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
}
