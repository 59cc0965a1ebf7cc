// RUN: %check %s -- -std=c++17 -pthread
// RUN: %truth %s -- -std=c++17 -pthread
// What may be shared depends on how the connection was opened: with a mutex of its own
// only a statement may not.
#include <sqlite3.h>

#include <thread>

static sqlite3 *open(const char *File, int Mode) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | Mode, nullptr);
  return Db;
}

void connectionReported(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  std::thread Worker([Db] { sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  sqlite3_exec(Db, "SELECT 2", nullptr, nullptr, nullptr);
  Worker.join();
  sqlite3_close(Db);
}

void connectionSilent(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, nullptr);
  std::thread Worker([Db] { sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr); });
  sqlite3_exec(Db, "SELECT 2", nullptr, nullptr, nullptr);
  Worker.join();
  sqlite3_close(Db);
}

void byHelperReported(const char *File) {
  sqlite3 *Db = open(File, SQLITE_OPEN_NOMUTEX);
  std::thread Worker([Db] { sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  sqlite3_exec(Db, "SELECT 2", nullptr, nullptr, nullptr);
  Worker.join();
  sqlite3_close(Db);
}

void byHelperSilent(const char *File) {
  sqlite3 *Db = open(File, SQLITE_OPEN_FULLMUTEX);
  std::thread Worker([Db] { sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr); });
  sqlite3_exec(Db, "SELECT 2", nullptr, nullptr, nullptr);
  Worker.join();
  sqlite3_close(Db);
}

void statementReported(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_stmt *Stmt = nullptr;
  sqlite3_open(File, &Db);
  sqlite3_prepare_v2(Db, "SELECT id FROM t", -1, &Stmt, nullptr);
  std::thread Worker([Stmt] { sqlite3_step(Stmt); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-thread-share]
  sqlite3_column_int(Stmt, 0);
  Worker.join();
  sqlite3_finalize(Stmt);
  sqlite3_close(Db);
}

void statementSilent(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_stmt *Stmt = nullptr, *Mine = nullptr;
  sqlite3_open(File, &Db);
  sqlite3_prepare_v2(Db, "SELECT id FROM t", -1, &Stmt, nullptr);
  sqlite3_prepare_v2(Db, "SELECT id FROM t", -1, &Mine, nullptr);
  std::thread Worker([Stmt] { sqlite3_step(Stmt); });
  sqlite3_column_int(Mine, 0);
  Worker.join();
  sqlite3_finalize(Mine);
  sqlite3_finalize(Stmt);
  sqlite3_close(Db);
}

void finalizedReported(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_stmt *Stmt = nullptr;
  sqlite3_open(File, &Db);
  sqlite3_prepare_v2(Db, "SELECT id FROM t", -1, &Stmt, nullptr);
  std::thread Worker([Stmt] { sqlite3_finalize(Stmt); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Stmt'{{.*}}[cursor-thread-share]
  sqlite3_sql(Stmt);
  Worker.join();
  sqlite3_close(Db);
}

void finalizedSilent(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_stmt *Stmt = nullptr;
  sqlite3_open(File, &Db);
  sqlite3_prepare_v2(Db, "SELECT id FROM t", -1, &Stmt, nullptr);
  sqlite3_sql(Stmt);
  std::thread Worker([Stmt] { sqlite3_finalize(Stmt); });
  Worker.join();
  sqlite3_close(Db);
}

void interruptReported(const char *File) {
  sqlite3 *Db = open(File, SQLITE_OPEN_NOMUTEX);
  std::thread Worker([Db] { sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-thread-share]
  sqlite3_get_autocommit(Db);
  Worker.join();
  sqlite3_close(Db);
}

void interruptSilent(const char *File) {
  sqlite3 *Db = open(File, SQLITE_OPEN_NOMUTEX);
  std::thread Worker([Db] { sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr); });
  sqlite3_interrupt(Db);
  Worker.join();
  sqlite3_close(Db);
}
