// RUN: %check %s -- -std=c++17
// RUN: %check %s -- -std=c++20
// What a container holds is lost when the container lets it go unclosed.
#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <queue>
#include <string>
#include <unordered_map>
#include <vector>

void rangeForReported(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  for (sqlite3_stmt *stmt : all)
    sqlite3_step(stmt);
}

void rangeForSilent(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  for (sqlite3_stmt *stmt : all)
    sqlite3_finalize(stmt);
}

void iteratorReported(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  for (auto it = all.begin(); it != all.end(); ++it)
    sqlite3_reset(*it);
}

void iteratorSilent(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  for (auto it = all.begin(); it != all.end(); ++it)
    sqlite3_finalize(*it);
}

void reverseSilent(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  for (auto it = all.rbegin(); it != all.rend(); ++it)
    sqlite3_finalize(*it);
}

void clearedReported(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  all.clear();
}

void poppedSilent(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  while (!all.empty()) {
    sqlite3_finalize(all.back());
    all.pop_back();
  }
}

void poppedReported(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  while (!all.empty())
    all.pop_back();
}

void erasedSilent(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  for (auto it = all.begin(); it != all.end();) {
    sqlite3_finalize(*it);
    it = all.erase(it);
  }
}

void queueSilent(sqlite3 *db, const std::vector<std::string> &queries) {
  std::queue<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push(stmt);
  }
  for (; !all.empty(); all.pop())
    sqlite3_finalize(all.front());
}

void queueReported(sqlite3 *db, const std::vector<std::string> &queries) {
  std::queue<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push(stmt);
  }
  for (; !all.empty(); all.pop())
    sqlite3_step(all.front());
}

void algorithmSilent(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  std::for_each(all.begin(), all.end(), sqlite3_finalize);
}

void algorithmReported(sqlite3 *db, const std::vector<std::string> &queries) {
  std::vector<sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.push_back(stmt);
  }
  std::for_each(all.begin(), all.end(),
                [](sqlite3_stmt *stmt) { sqlite3_reset(stmt); });
}

void mapReported(sqlite3 *db, const std::vector<std::string> &queries) {
  std::map<std::string, sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all[sql] = stmt;
  }
  for (auto &[sql, stmt] : all)
    sqlite3_reset(stmt);
}

void mapSilent(sqlite3 *db, const std::vector<std::string> &queries) {
  std::map<std::string, sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all[sql] = stmt;
  }
  for (auto &[sql, stmt] : all)
    sqlite3_finalize(stmt);
}

void mapOfPairsReported(sqlite3 *db, const std::vector<std::string> &queries) {
  std::unordered_map<std::string, sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.emplace(sql, stmt);
  }
  for (const auto &entry : all)
    sqlite3_reset(entry.second);
}

void mapOfPairsSilent(sqlite3 *db, const std::vector<std::string> &queries) {
  std::unordered_map<std::string, sqlite3_stmt *> all;
  for (const std::string &sql : queries) {
    sqlite3_stmt *stmt = nullptr;
    if (sqlite3_prepare_v2(db, sql.c_str(), -1, &stmt, nullptr) == SQLITE_OK)
      all.emplace(sql, stmt);
  }
  for (auto it = all.begin(); it != all.end(); ++it)
    sqlite3_finalize(it->second);
}

static void add(sqlite3 *db, std::vector<sqlite3_stmt *> &to) {
  sqlite3_stmt *stmt = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, nullptr) == SQLITE_OK)
    to.push_back(stmt);
}

// More elements than turns that are followed one by one.
void sixElementsSilent(sqlite3 *db) {
  std::vector<sqlite3_stmt *> all;
  sqlite3_stmt *one = nullptr, *two = nullptr, *three = nullptr;
  sqlite3_prepare_v2(db, "SELECT 1", -1, &one, nullptr);
  all.push_back(one);
  sqlite3_prepare_v2(db, "SELECT 2", -1, &two, nullptr);
  all.push_back(two);
  sqlite3_prepare_v2(db, "SELECT 3", -1, &three, nullptr);
  all.push_back(three);
  add(db, all);
  add(db, all);
  add(db, all);
  for (sqlite3_stmt *each : all)
    sqlite3_finalize(each);
}

void twoElementsReported(sqlite3 *db) {
  std::vector<sqlite3_stmt *> all;
  sqlite3_stmt *one = nullptr, *two = nullptr;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
  sqlite3_prepare_v2(db, "SELECT 1", -1, &one, nullptr);
  all.push_back(one);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}sqlite3_stmt{{.*}} [cursor-unclosed]
  sqlite3_prepare_v2(db, "SELECT 2", -1, &two, nullptr);
  all.push_back(two);
  for (sqlite3_stmt *each : all)
    sqlite3_step(each);
}
