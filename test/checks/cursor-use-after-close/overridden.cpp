// RUN: %check %s -- -std=c++17
// A virtual method that is called through a base uses what the derived object holds.
#include <sqlite3.h>

struct Task {
  virtual ~Task() = default;
  virtual void run() = 0;
};

struct Vacuum : Task {
  sqlite3 *Db;
  explicit Vacuum(sqlite3 *Db) : Db(Db) {}
  void run() override {
    sqlite3_exec(Db, "VACUUM", nullptr, nullptr, nullptr);
  }
};

struct Analyze : Task {
  sqlite3 *Db;
  explicit Analyze(sqlite3 *Db) : Db(Db) {}
  void run() override { sqlite3_exec(Db, "ANALYZE", nullptr, nullptr, nullptr); }
};

static void runAll(Task **First, int Count) {
  for (int I = 0; I < Count; ++I)
    First[I]->run();
}

void byPointerReported(sqlite3 *Db) {
  Vacuum Own(Db);
  Task *Some = &Own;
  sqlite3_close(Db);
  Some->run();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is used after it was closed {{.*}}[cursor-use-after-close]
}

void byPointerSilent(sqlite3 *Db) {
  Analyze Own(Db);
  Task *Some = &Own;
  Some->run();
  sqlite3_close(Db);
}

struct Purge : Task {
  sqlite3 *Db;
  explicit Purge(sqlite3 *Db) : Db(Db) {}
  void run() override {
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
  }
};

static void runOne(Task &Some) { Some.run(); }

void byHelperReported(sqlite3 *Db) {
  Purge Own(Db);
  sqlite3_close(Db);
  runOne(Own);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is used after it was closed {{.*}}[cursor-use-after-close]
}

void byHelperSilent(sqlite3 *Db) {
  Analyze Own(Db);
  runOne(Own);
  sqlite3_close(Db);
}

void inArraySilent(sqlite3 *Db) {
  Analyze One(Db), Two(Db);
  Task *All[] = {&One, &Two};
  runAll(All, 2);
  sqlite3_close(Db);
}
