// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// Containers that one method fills and another empties, of which nobody knows
// how many handles they hold.
#include <libpq-fe.h>
#include <map>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <vector>

class PopReported {
public:
  ~PopReported() {
    for (PGconn *conn : idle)
      PQfinish(conn);
  }
  void grow(int count) {
    for (int i = 0; i < count; ++i)
      idle.push_back(PQconnectdb(""));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'idle' ({{.*}} [cursor-unclosed]
  }
  void shrink() {
    while (idle.size() > 2)
      idle.pop_back();
  }

private:
  std::vector<PGconn *> idle;
};

class PopSilent {
public:
  ~PopSilent() {
    for (PGconn *conn : idle)
      PQfinish(conn);
  }
  void grow(int count) {
    for (int i = 0; i < count; ++i)
      idle.push_back(PQconnectdb(""));
  }
  void shrink() {
    while (idle.size() > 2) {
      PQfinish(idle.back());
      idle.pop_back();
    }
  }
  PGconn *take() {
    if (idle.empty())
      return nullptr;
    PGconn *conn = idle.back();
    idle.pop_back();
    return conn;
  }

private:
  std::vector<PGconn *> idle;
};

class ClearWhenFullReported {
public:
  explicit ClearWhenFullReported(sqlite3 *db) : db(db) {}
  ~ClearWhenFullReported() {
    for (sqlite3_stmt *stmt : all)
      sqlite3_finalize(stmt);
  }
  void add(const char *sql) {
    sqlite3_stmt *stmt = nullptr;
    if (all.size() > 8)
      all.clear();
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, nullptr) == SQLITE_OK)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-unclosed]
      all.push_back(stmt);
  }

private:
  sqlite3 *db;
  std::vector<sqlite3_stmt *> all;
};

class ClearWhenFullSilent {
public:
  explicit ClearWhenFullSilent(sqlite3 *db) : db(db) {}
  ~ClearWhenFullSilent() { drop(); }
  void add(const char *sql) {
    sqlite3_stmt *stmt = nullptr;
    if (all.size() > 8)
      drop();
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }

private:
  void drop() {
    for (sqlite3_stmt *stmt : all)
      sqlite3_finalize(stmt);
    all.clear();
  }
  sqlite3 *db;
  std::vector<sqlite3_stmt *> all;
};

class Statement {
public:
  Statement(sqlite3 *db, const std::string &sql) {
    sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr);
  }
  ~Statement() { sqlite3_finalize(stmt); }
  Statement(const Statement &) = delete;

private:
  sqlite3_stmt *stmt = nullptr;
};

class CacheOfPointersReported {
public:
  explicit CacheOfPointersReported(sqlite3 *db) : db(db) {}
  ~CacheOfPointersReported() {
    for (auto &[sql, each] : cache)
      delete each;
  }
  Statement &get(const std::string &sql) {
    auto found = cache.find(sql);
    if (found != cache.end())
      return *found->second;
    if (cache.size() >= 64)
      cache.clear();
    return *cache.emplace(sql, new Statement(db, sql)).first->second;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-unclosed]
  }

private:
  sqlite3 *db;
  std::map<std::string, Statement *> cache;
};

class CacheOfOwnersSilent {
public:
  explicit CacheOfOwnersSilent(sqlite3 *db) : db(db) {}
  Statement &get(const std::string &sql) {
    auto found = cache.find(sql);
    if (found != cache.end())
      return *found->second;
    if (cache.size() >= 64)
      cache.clear();
    return *cache.emplace(sql, std::make_unique<Statement>(db, sql))
                .first->second;
  }

private:
  sqlite3 *db;
  std::map<std::string, std::unique_ptr<Statement>> cache;
};
