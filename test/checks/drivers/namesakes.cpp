// RUN: %check %s -- -std=c++17
// Names that drivers and libraries have too, of classes and functions that are
// this program's own.
#include <sqlite3.h>

#include <cstdarg>
#include <cstdio>
#include <err.h>

namespace sql {
class Statement {
public:
  Statement(sqlite3 *db, const char *text) {
    sqlite3_prepare_v2(db, text, -1, &raw, nullptr);
  }
  ~Statement() { sqlite3_finalize(raw); }
  bool execute() { return sqlite3_step(raw) == SQLITE_ROW; }
  void close() {
    sqlite3_finalize(raw);
    raw = nullptr;
  }
  sqlite3_stmt *raw = nullptr;
};

class Connection {
public:
  explicit Connection(sqlite3 *db) : first(db, "SELECT 1") {}
  Statement *createStatement() { return &first; }
  Statement first;
};
} // namespace sql

namespace SQLite {
class Database {
public:
  void open(const char *file) { sqlite3_open(file, &db); }
  void close() { sqlite3_close(db); }
  sqlite3 *db = nullptr;
};
} // namespace SQLite

// Connector/C++ would have its statement deleted.
bool borrowedSilent(sql::Connection &connection) {
  sql::Statement *statement = connection.createStatement();
  return statement->execute();
}

void openedAgainSilent(const char *file) {
  SQLite::Database database;
  database.open(file);
  database.close();
  database.open(file);
  database.close();
}

// No destructor closes it, as SQLiteCpp's would.
int ownReported(const char *file, bool early) {
  SQLite::Database database;
  database.open(file);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'database.db' (SQLite sqlite3) is not closed before 'ownReported' returns{{.*}} [cursor-unclosed]
  if (early)
    return 1;
  database.close();
  return 0;
}

// <err.h> has functions that end the process; this one comes back.
static void err(const char *format, ...) {
  va_list list;
  va_start(list, format);
  std::vprintf(format, list);
  va_end(list);
}

int complainsReported(const char *file) {
  sqlite3 *db = nullptr;
  if (sqlite3_open(file, &db)) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLite sqlite3) is not closed before 'complainsReported' returns{{.*}} [cursor-unclosed]
    err("cannot open %s\n", file);
    return 1;
  }
  return sqlite3_close(db);
}

int endsSilent(const char *file) {
  sqlite3 *db = nullptr;
  if (sqlite3_open(file, &db))
    err(1, "cannot open %s", file);
  return sqlite3_close(db);
}
