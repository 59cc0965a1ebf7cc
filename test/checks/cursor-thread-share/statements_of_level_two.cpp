// RUN: %check %s -- -std=c++17 -pthread
// At level 2 two threads may step two statements of one connection.
#include <sqlite3.h>

#include <thread>

void eachItsOwnSilent(sqlite3 *Db) {
  sqlite3_stmt *Read = nullptr, *Write = nullptr;
  sqlite3_prepare_v2(Db, "SELECT x FROM t", -1, &Read, nullptr);
  sqlite3_prepare_v2(Db, "DELETE FROM t", -1, &Write, nullptr);
  std::thread Reader([&] { sqlite3_step(Read); });
  sqlite3_step(Write);
  Reader.join();
  sqlite3_finalize(Read);
  sqlite3_finalize(Write);
}

void theSameReported(sqlite3 *Db) {
  sqlite3_stmt *Read = nullptr;
  sqlite3_prepare_v2(Db, "SELECT x FROM t", -1, &Read, nullptr);
  std::thread Reader([&] {
    sqlite3_step(Read);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Read' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  sqlite3_step(Read);
  Reader.join();
  sqlite3_finalize(Read);
}
