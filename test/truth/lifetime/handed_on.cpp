// RUN: %check %s -- -std=c++17
// RUN: %truth %s -- -std=c++17
// Ownership in objects: deleters, guards, moves, members.
#include <sqlite3.h>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

static sqlite3_stmt *prepared(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Stmt = nullptr;
  sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr);
  return Stmt;
}

int byDeleterReported(sqlite3 *Db) {
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> Stmt(prepared(Db, "SELECT 1"), sqlite3_reset);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
  return sqlite3_step(Stmt.get());
}

int byDeleterSilent(sqlite3 *Db) {
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> Stmt(prepared(Db, "SELECT 1"), sqlite3_finalize);
  return sqlite3_step(Stmt.get());
}

int bySharedPointerReported(sqlite3 *Db) {
  std::shared_ptr<sqlite3_stmt> Stmt(prepared(Db, "SELECT 1"), [](sqlite3_stmt *S) { sqlite3_reset(S); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
  std::shared_ptr<sqlite3_stmt> Same = Stmt;
  return sqlite3_step(Same.get());
}

int bySharedPointerSilent(sqlite3 *Db) {
  std::shared_ptr<sqlite3_stmt> Stmt(prepared(Db, "SELECT 1"), [](sqlite3_stmt *S) { sqlite3_finalize(S); });
  std::shared_ptr<sqlite3_stmt> Same = Stmt;
  return sqlite3_step(Same.get());
}

struct Finalize {
  void operator()(sqlite3_stmt *Stmt) const { sqlite3_finalize(Stmt); }
};
using Owner = std::unique_ptr<sqlite3_stmt, Finalize>;

int byReleasedOwnerReported(sqlite3 *Db) {
  Owner Stmt(prepared(Db, "SELECT 1"));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
  sqlite3_stmt *Raw = Stmt.release();
  return sqlite3_step(Raw);
}

int byReleasedOwnerSilent(sqlite3 *Db) {
  Owner Stmt(prepared(Db, "SELECT 1"));
  sqlite3_stmt *Raw = Stmt.get();
  return sqlite3_step(Raw);
}

class Guard {
  std::function<void()> Do;

public:
  explicit Guard(std::function<void()> Do) : Do(std::move(Do)) {}
  ~Guard() {
    if (Do)
      Do();
  }
  void dismiss() { Do = nullptr; }
};

int byGuardReported(sqlite3 *Db) {
  sqlite3_stmt *Stmt = prepared(Db, "SELECT id FROM t");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
  Guard Close([&] { sqlite3_finalize(Stmt); });
  if (sqlite3_step(Stmt) == SQLITE_ROW)
    Close.dismiss();
  return 0;
}

int byGuardSilent(sqlite3 *Db) {
  sqlite3_stmt *Stmt = prepared(Db, "SELECT id FROM t");
  Guard Close([&] { sqlite3_finalize(Stmt); });
  if (sqlite3_step(Stmt) == SQLITE_ROW)
    return 1;
  return 0;
}

class Forgetful {
  sqlite3_stmt *Find = nullptr, *Count = nullptr;

public:
  explicit Forgetful(sqlite3 *Db) : Find(prepared(Db, "SELECT id FROM t")), Count(prepared(Db, "SELECT 1")) {}
  Forgetful(const Forgetful &) = delete;
  ~Forgetful() { sqlite3_finalize(Find); }
  int count() { return sqlite3_step(Count); }
};

class Careful {
  sqlite3_stmt *Find = nullptr, *Count = nullptr;

public:
  explicit Careful(sqlite3 *Db) : Find(prepared(Db, "SELECT id FROM t")), Count(prepared(Db, "SELECT 1")) {}
  Careful(const Careful &) = delete;
  ~Careful() {
    sqlite3_finalize(Find);
    sqlite3_finalize(Count);
  }
  int count() { return sqlite3_step(Count); }
};

int byMemberReported(sqlite3 *Db) { return Forgetful(Db).count(); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Count'{{.*}}[cursor-unclosed]

int byMemberSilent(sqlite3 *Db) { return Careful(Db).count(); }

// A move that does not null its source is a double close; one that does not close the
// old content is a leak.
class Careless {
  sqlite3_stmt *Stmt = nullptr;

public:
  explicit Careless(sqlite3_stmt *Stmt) : Stmt(Stmt) {}
  Careless(const Careless &) = delete;
  Careless &operator=(Careless &&Other) {
    Stmt = std::exchange(Other.Stmt, nullptr);
    return *this;
  }
  ~Careless() { sqlite3_finalize(Stmt); }
};

class Swapping {
  sqlite3_stmt *Stmt = nullptr;

public:
  explicit Swapping(sqlite3_stmt *Stmt) : Stmt(Stmt) {}
  Swapping(const Swapping &) = delete;
  Swapping &operator=(Swapping &&Other) {
    std::swap(Stmt, Other.Stmt);
    return *this;
  }
  ~Swapping() { sqlite3_finalize(Stmt); }
};

void byMoveReported(sqlite3 *Db) {
  Careless One(prepared(Db, "SELECT 1"));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'One.Stmt'{{.*}}[cursor-unclosed]
  One = Careless(prepared(Db, "SELECT 2"));
}

void byMoveSilent(sqlite3 *Db) {
  Swapping One(prepared(Db, "SELECT 1"));
  One = Swapping(prepared(Db, "SELECT 2"));
}

static std::pair<int, sqlite3_stmt *> tried(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Stmt = nullptr;
  int Code = sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr);
  return {Code, Stmt};
}

int inPairReported(sqlite3 *Db) {
  auto [Code, Stmt] = tried(Db, "SELECT 1");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
  if (Code != SQLITE_OK)
    return Code;
  return sqlite3_step(Stmt);
}

int inPairSilent(sqlite3 *Db) {
  auto [Code, Stmt] = tried(Db, "SELECT 1");
  if (Code != SQLITE_OK)
    return Code;
  Code = sqlite3_step(Stmt);
  sqlite3_finalize(Stmt);
  return Code;
}

static std::optional<sqlite3_stmt *> maybe(sqlite3 *Db, const char *Sql) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, Sql, -1, &Stmt, nullptr) != SQLITE_OK)
    return std::nullopt;
  return Stmt;
}

int inOptionalReported(sqlite3 *Db) {
  auto Stmt = maybe(Db, "SELECT 1");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-unclosed]
  return Stmt ? sqlite3_step(*Stmt) : -1;
}

int inOptionalSilent(sqlite3 *Db) {
  auto Stmt = maybe(Db, "SELECT 1");
  int Code = Stmt ? sqlite3_step(*Stmt) : -1;
  if (Stmt)
    sqlite3_finalize(*Stmt);
  return Code;
}
