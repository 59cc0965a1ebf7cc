// RUN: %check %s -- -std=c++17
// A destructor that closes the siblings of a member: the fix, which %check applies, adds
// its close, a statement's before that of its connection and the other way round.
#include <sqlite3.h>
#include <string>

class Reader {
public:
  explicit Reader(const std::string &file) {
    if (sqlite3_open(file.c_str(), &db) != SQLITE_OK)
      return;
    sqlite3_prepare_v2(db, "SELECT 1", -1, &all, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'all' {{.*}} is a member that is opened {{.*}} [cursor-unclosed]
  }
  Reader(const Reader &) = delete;
  Reader &operator=(const Reader &) = delete;
  ~Reader() {
    sqlite3_close(db);
  }
  int step() { return sqlite3_step(all); }

private:
  sqlite3 *db = nullptr;
  sqlite3_stmt *all = nullptr;
};

class Owner {
public:
  explicit Owner(const std::string &file) : db(nullptr), all(nullptr) {
    if (sqlite3_open(file.c_str(), &db) == SQLITE_OK)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' {{.*}} is a member that is opened {{.*}} [cursor-unclosed]
      sqlite3_prepare_v2(db, "SELECT 1", -1, &all, nullptr);
  }
  Owner(const Owner &) = delete;
  Owner &operator=(const Owner &) = delete;
  ~Owner() { sqlite3_finalize(all); }
  int step() { return sqlite3_step(all); }

private:
  sqlite3 *db;
  sqlite3_stmt *all;
};

// Both.
class BothSilent {
public:
  explicit BothSilent(const std::string &file) : db(nullptr), all(nullptr) {
    if (sqlite3_open(file.c_str(), &db) == SQLITE_OK)
      sqlite3_prepare_v2(db, "SELECT 1", -1, &all, nullptr);
  }
  BothSilent(const BothSilent &) = delete;
  BothSilent &operator=(const BothSilent &) = delete;
  ~BothSilent() {
    sqlite3_finalize(all);
    sqlite3_close(db);
  }
  int step() { return sqlite3_step(all); }

private:
  sqlite3 *db;
  sqlite3_stmt *all;
};
