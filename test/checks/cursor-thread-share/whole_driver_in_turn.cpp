// RUN: %check %s -- -std=c++20 -pthread
// The twin of whole_driver: one thread after the other.
#include <sqlite3.h>
#include <thread>
static void job(const char *f) {
  sqlite3 *db;
  if (sqlite3_open(f, &db) == SQLITE_OK)
    sqlite3_exec(db, "vacuum", 0, 0, 0);
  sqlite3_close(db);
}
int main() {
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  std::thread a(job, "a.db");
  a.join();
  std::thread b(job, "b.db");
  b.join();
}
