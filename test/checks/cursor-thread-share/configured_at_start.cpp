// RUN: %check %s -- -std=c++17 -pthread
// sqlite3_config speaks for the process.
#include <sqlite3.h>

#include <thread>

int main(int, char **Args) {
  sqlite3 *Db = nullptr;
  sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
  sqlite3_open(Args[1], &Db);
  std::thread Worker([Db] {
    sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Db' ({{.*}}(level 1: {{.*}}declared by SQLITE_CONFIG_MULTITHREAD{{.*}}[cursor-thread-share]
  });
  sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
  Worker.join();
  sqlite3_close(Db);
  return 0;
}
