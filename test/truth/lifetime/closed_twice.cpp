// RUN: %check %s -- -std=c++17
// RUN: %truth %s -- -std=c++17
// Two closes in C++: destructors, copies, owners of what is owned already.
#include <sqlite3.h>

#include <memory>
#include <utility>
#include <vector>

static sqlite3_stmt *prepared(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Stmt = nullptr;
  sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr);
  return Stmt;
}

class Query {
  sqlite3_stmt *Stmt;

public:
  Query(sqlite3 *Db, const char *Sql) : Stmt(prepared(Db, Sql)) {}
  Query(const Query &) = delete;
  ~Query() { sqlite3_finalize(Stmt); }
  sqlite3_stmt *raw() const { return Stmt; }
  void close() { sqlite3_finalize(Stmt); }
  void reset() { sqlite3_finalize(std::exchange(Stmt, nullptr)); }
};

void byDestructorReported(sqlite3 *Db) {
  Query All(Db, "SELECT id FROM t");
  sqlite3_step(All.raw());
  All.close();
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All.Stmt'{{.*}}[cursor-use-after-close]

void byDestructorSilent(sqlite3 *Db) {
  Query All(Db, "SELECT id FROM t");
  sqlite3_step(All.raw());
  All.reset();
}

void ofRawPointerReported(sqlite3 *Db) {
  Query All(Db, "SELECT id FROM t");
  sqlite3_step(All.raw());
  sqlite3_finalize(All.raw());
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All.Stmt'{{.*}}[cursor-use-after-close]

void ofRawPointerSilent(sqlite3 *Db) {
  Query All(Db, "SELECT id FROM t");
  sqlite3_step(All.raw());
  sqlite3_reset(All.raw());
}

struct Copied {
  sqlite3_stmt *Stmt;
  explicit Copied(sqlite3_stmt *Stmt) : Stmt(Stmt) {}
  ~Copied() { sqlite3_finalize(Stmt); }
};

static int stepCopy(Copied Query) { return sqlite3_step(Query.Stmt); }
static int stepOriginal(Copied &Query) { return sqlite3_step(Query.Stmt); }

int byCopyReported(sqlite3 *Db) {
  Copied One(prepared(Db, "SELECT 1"));
  return stepCopy(One);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'One.Stmt'{{.*}}[cursor-use-after-close]
}

int byCopySilent(sqlite3 *Db) {
  Copied One(prepared(Db, "SELECT 1"));
  return stepOriginal(One);
}

int inVectorReported(sqlite3 *Db) {
  std::vector<Copied> All;
  All.reserve(1);
  Copied One(prepared(Db, "SELECT 1"));
  All.push_back(One);
  return static_cast<int>(All.size());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'One.Stmt'{{.*}}[cursor-use-after-close]
}

int inVectorSilent(sqlite3 *Db) {
  std::vector<Copied> All;
  All.reserve(1);
  All.emplace_back(prepared(Db, "SELECT 1"));
  return static_cast<int>(All.size());
}

struct Finalize {
  void operator()(sqlite3_stmt *Stmt) const { sqlite3_finalize(Stmt); }
};
using Owner = std::unique_ptr<sqlite3_stmt, Finalize>;

void byTwoOwnersReported(sqlite3 *Db) {
  Owner One(prepared(Db, "SELECT 1"));
  Owner Two(One.get());
  sqlite3_step(Two.get());
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'One'{{.*}}[cursor-use-after-close]

void byTwoOwnersSilent(sqlite3 *Db) {
  Owner One(prepared(Db, "SELECT 1"));
  Owner Two(One.release());
  sqlite3_step(Two.get());
}

void byOwnerAndHandReported(sqlite3 *Db) {
  Owner One(prepared(Db, "SELECT 1"));
  if (sqlite3_step(One.get()) == SQLITE_ROW)
    sqlite3_finalize(One.get());
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'One'{{.*}}[cursor-use-after-close]

void byOwnerAndHandSilent(sqlite3 *Db) {
  Owner One(prepared(Db, "SELECT 1"));
  if (sqlite3_step(One.get()) == SQLITE_ROW)
    sqlite3_finalize(One.release());
}

void byTwoCountsReported(sqlite3 *Db) {
  sqlite3_stmt *Raw = prepared(Db, "SELECT 1");
  std::shared_ptr<sqlite3_stmt> One(Raw, sqlite3_finalize);
  std::shared_ptr<sqlite3_stmt> Two(Raw, sqlite3_finalize);
  sqlite3_step(Two.get());
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Raw'{{.*}}[cursor-use-after-close]

void byTwoCountsSilent(sqlite3 *Db) {
  sqlite3_stmt *Raw = prepared(Db, "SELECT 1");
  std::shared_ptr<sqlite3_stmt> One(Raw, sqlite3_finalize);
  std::shared_ptr<sqlite3_stmt> Two(One);
  sqlite3_step(Two.get());
}

class Moved {
  sqlite3_stmt *Stmt;

public:
  explicit Moved(sqlite3_stmt *Stmt) : Stmt(Stmt) {}
  Moved(Moved &&Other) noexcept : Stmt(Other.Stmt) {}
  ~Moved() { sqlite3_finalize(Stmt); }
};

class Emptied {
  sqlite3_stmt *Stmt;

public:
  explicit Emptied(sqlite3_stmt *Stmt) : Stmt(Stmt) {}
  Emptied(Emptied &&Other) noexcept : Stmt(Other.Stmt) { Other.Stmt = nullptr; }
  ~Emptied() { sqlite3_finalize(Stmt); }
};

void byMoveReported(sqlite3 *Db) {
  Moved One(prepared(Db, "SELECT 1"));
  Moved Two(std::move(One));
}
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'One.Stmt'{{.*}}[cursor-use-after-close]

void byMoveSilent(sqlite3 *Db) {
  Emptied One(prepared(Db, "SELECT 1"));
  Emptied Two(std::move(One));
}

class Base {
protected:
  sqlite3_stmt *Stmt;

public:
  explicit Base(sqlite3_stmt *Stmt) : Stmt(Stmt) {}
  Base(const Base &) = delete;
  virtual ~Base() { sqlite3_finalize(Stmt); }
};

struct Closing : Base {
  using Base::Base;
  ~Closing() override { sqlite3_finalize(Stmt); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-use-after-close]
};

struct Resetting : Base {
  using Base::Base;
  ~Resetting() override { sqlite3_reset(Stmt); }
};

void byBaseReported(sqlite3 *Db) {
  std::unique_ptr<Base> One = std::make_unique<Closing>(prepared(Db, "SELECT 1"));
}

void byBaseSilent(sqlite3 *Db) {
  std::unique_ptr<Base> One = std::make_unique<Resetting>(prepared(Db, "SELECT 1"));
}
