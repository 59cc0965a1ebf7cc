// RUN: %check %s -- -std=c++17
// What is swapped changes places; a smart pointer is compared with nothing.
#include <sqlite3.h>

#include <memory>
#include <utility>
#include <vector>

struct Store {
  sqlite3 *Db;
  int Id;
};

void objectsSilent() {
  Store One{nullptr, 1}, Two{nullptr, 2};
  sqlite3_open("a", &One.Db);
  std::swap(One, Two);
  sqlite3_close(Two.Db);
}

void objectsReported() {
  Store One{nullptr, 1}, Two{nullptr, 2};
  sqlite3_open("a", &One.Db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}is not closed before 'objectsReported' returns{{.*}} [cursor-unclosed]
  std::swap(One, Two);
  sqlite3_close(One.Db);
}

void containersSilent() {
  std::vector<sqlite3 *> One, Two;
  sqlite3 *Db;
  sqlite3_open("a", &Db);
  One.push_back(Db);
  One.swap(Two);
  sqlite3_close(Two[0]);
}

struct Finish {
  void operator()(sqlite3_stmt *All) const { sqlite3_finalize(All); }
};

int ownerReported(sqlite3 *Db, int *Rows) {
  sqlite3_stmt *Raw = nullptr;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Raw, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}is not closed before 'ownerReported' returns{{.*}} [cursor-unclosed]
  std::unique_ptr<sqlite3_stmt, Finish> All(Raw);
  if (All != nullptr)
    *Rows = sqlite3_column_count(All.get());
  All.release();
  return 0;
}

int ownerSilent(sqlite3 *Db, int *Rows) {
  sqlite3_stmt *Raw = nullptr;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &Raw, nullptr);
  std::unique_ptr<sqlite3_stmt, Finish> All(Raw);
  if (All == nullptr)
    All.release();
  else
    *Rows = sqlite3_column_count(All.get());
  return 0;
}
