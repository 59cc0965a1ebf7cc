// RUN: %check %s -- -std=c++17
// As many statements as the caller's list is long: each has an element of its
// own, however often the loop turns.
#include <sqlite3.h>

#include <cstddef>
#include <vector>

struct Queries {
  const char **Sql;
  int Count;
};

void arraySilent(sqlite3 *Db, const Queries *List) {
  sqlite3_stmt *All[16];
  for (int I = 0; I < List->Count; ++I)
    sqlite3_prepare_v2(Db, List->Sql[I], -1, &All[I], nullptr);
  for (int I = 0; I < List->Count; ++I)
    sqlite3_finalize(All[I]);
}

void vectorSilent(sqlite3 *Db, const std::vector<const char *> &Sql) {
  std::vector<sqlite3_stmt *> All(Sql.size());
  for (std::size_t I = 0; I < Sql.size(); ++I)
    sqlite3_prepare_v2(Db, Sql[I], -1, &All[I], nullptr);
  for (std::size_t I = 0; I < All.size(); ++I)
    sqlite3_finalize(All[I]);
}

void oneForAllReported(sqlite3 *Db, const Queries *List) {
  sqlite3_stmt *Stmt = nullptr;
  for (int I = 0; I < List->Count; ++I)
    sqlite3_prepare_v2(Db, List->Sql[I], -1, &Stmt, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt' {{.*}} [cursor-unclosed]
  sqlite3_finalize(Stmt);
}
