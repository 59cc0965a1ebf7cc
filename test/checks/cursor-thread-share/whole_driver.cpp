// RUN: %check %s -- -std=c++20 -pthread
// Level 0: connections of their own are of one driver all the same.
#include <sqlite3.h>
#include <thread>
static void job(const char *f) {
  sqlite3 *db;
  if (sqlite3_open(f, &db) == SQLITE_OK)
    sqlite3_exec(db, "vacuum", 0, 0, 0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-thread-share]
  sqlite3_close(db);
}
int main() {
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  std::thread a(job, "a.db"), b(job, "b.db");
  a.join();
  b.join();
}
