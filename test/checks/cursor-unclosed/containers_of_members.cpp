// RUN: %check %s -- -std=c++17
// A class that keeps prepared statements by their text.
#include <sqlite3.h>

#include <map>
#include <string>

class CacheReported {
public:
  explicit CacheReported(sqlite3 *db) : db(db) {}
  CacheReported(const CacheReported &) = delete;
  ~CacheReported() { statements.clear(); }
  sqlite3_stmt *get(const std::string &sql) {
    auto known = statements.find(sql);
    if (known != statements.end()) {
      sqlite3_reset(known->second);
      return known->second;
    }
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) != SQLITE_OK)
      return nullptr;
    statements.emplace(sql, stmt);
    return stmt;
  }

private:
  sqlite3 *db;
  std::map<std::string, sqlite3_stmt *> statements;
};

void useReported(sqlite3 *db) {
  CacheReported cache(db);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
  if (sqlite3_stmt *stmt = cache.get("SELECT 1"))
    sqlite3_step(stmt);
}

class CacheSilent {
public:
  explicit CacheSilent(sqlite3 *db) : db(db) {}
  CacheSilent(const CacheSilent &) = delete;
  ~CacheSilent() {
    for (auto &entry : statements)
      sqlite3_finalize(entry.second);
  }
  sqlite3_stmt *get(const std::string &sql) {
    auto known = statements.find(sql);
    if (known != statements.end()) {
      sqlite3_reset(known->second);
      return known->second;
    }
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) != SQLITE_OK)
      return nullptr;
    auto [at, isNew] = statements.emplace(sql, stmt);
    if (!isNew)
      sqlite3_finalize(stmt);
    return at->second;
  }

private:
  sqlite3 *db;
  std::map<std::string, sqlite3_stmt *> statements;
};

void useSilent(sqlite3 *db) {
  CacheSilent cache(db);
  if (sqlite3_stmt *stmt = cache.get("SELECT 1"))
    sqlite3_step(stmt);
  if (sqlite3_stmt *stmt = cache.get("SELECT 2"))
    sqlite3_step(stmt);
}
