// RUN: %check %s -- -std=c++17
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

int heapStatementReported(const char *path) {
  auto db = std::make_unique<SQLite::Database>(path);
  SQLite::Statement query(*db, "SELECT 1");
  query.executeStep();
  db.reset();
  return query.getColumn(0).getInt();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'query' (SQLiteCpp SQLite::Statement) is closed after {{.*}} [cursor-use-after-close]
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}}(SQLiteCpp SQLite::Database) is used after {{.*}} [cursor-use-after-close]
}

int heapStatementSilent(const char *path) {
  auto db = std::make_unique<SQLite::Database>(path);
  int value;
  {
    SQLite::Statement query(*db, "SELECT 1");
    query.executeStep();
    value = query.getColumn(0).getInt();
  }
  db.reset();
  return value;
}

class CacheReported {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(SQLiteCpp SQLite::Statement) is closed after {{.*}} [cursor-use-after-close]
public:
  explicit CacheReported(const std::string &path)
      : db_(std::make_unique<SQLite::Database>(path)) {
    find_ = std::make_unique<SQLite::Statement>(*db_, "SELECT v FROM c");
  }

private:
  std::unique_ptr<SQLite::Statement> find_;
  std::unique_ptr<SQLite::Database> db_;
};

class CacheSilent {
public:
  explicit CacheSilent(const std::string &path)
      : db_(std::make_unique<SQLite::Database>(path)) {
    find_ = std::make_unique<SQLite::Statement>(*db_, "SELECT v FROM c");
  }

private:
  std::unique_ptr<SQLite::Database> db_;
  std::unique_ptr<SQLite::Statement> find_;
};

void caches(const std::string &path) {
  CacheReported wrong(path);
  CacheSilent right(path);
}

void columnReported(SQLite::Database &db) {
  SQLite::Statement query(db, "SELECT name FROM t");
  if (!query.executeStep())
    return;
  SQLite::Column name = query.getColumn(0);
  query.executeStep();
  std::puts(name.getText());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
}

void columnSilent(SQLite::Database &db) {
  SQLite::Statement query(db, "SELECT name FROM t");
  if (!query.executeStep())
    return;
  SQLite::Column name = query.getColumn(0);
  std::puts(name.getText());
  query.executeStep();
}

void textReported(SQLite::Database &db) {
  SQLite::Statement query(db, "SELECT name FROM t");
  const char *last = nullptr;
  while (query.executeStep()) {
    if (last)
      std::puts(last);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
    last = query.getColumn(0).getText();
  }
}

void textSilent(SQLite::Database &db) {
  SQLite::Statement query(db, "SELECT name FROM t");
  std::string last;
  while (query.executeStep()) {
    if (!last.empty())
      std::puts(last.c_str());
    last = query.getColumn(0).getText();
  }
}

// A column keeps its statement.
int onlyValueSilent(SQLite::Database &db) {
  SQLite::Column count = db.execAndGet("SELECT count(*) FROM t");
  return count.getInt();
}

static SQLite::Column first(SQLite::Database &db) {
  SQLite::Statement query(db, "SELECT 1");
  query.executeStep();
  return query.getColumn(0);
}

int columnOfGoneStatementSilent(SQLite::Database &db) {
  return first(db).getInt();
}

void movedSilent(SQLite::Database &db) {
  SQLite::Statement first(db, "SELECT 1");
  SQLite::Statement second(std::move(first));
  second.executeStep();
}

void transactionReported(const char *path) {
  auto *db = new SQLite::Database(path);
  SQLite::Transaction transaction(*db);
  db->exec("DELETE FROM t");
  transaction.commit();
  delete db;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'transaction' (SQLiteCpp SQLite::Transaction) is closed after {{.*}} [cursor-use-after-close]
}

void transactionSilent(const char *path) {
  auto *db = new SQLite::Database(path);
  {
    SQLite::Transaction transaction(*db);
    db->exec("DELETE FROM t");
    transaction.commit();
  }
  delete db;
}

const char *textLeftReported(SQLite::Database &db) {
  SQLite::Statement query(db, "SELECT name FROM t");
  query.executeStep();
  return query.getColumn(0).getText();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'query'{{.*}} [cursor-use-after-close]
}

std::string textLeftSilent(SQLite::Database &db) {
  SQLite::Statement query(db, "SELECT name FROM t");
  query.executeStep();
  return query.getColumn(0).getText();
}

// A column keeps the prepared statement.
SQLite::Column columnLeftSilent(SQLite::Database &db) {
  SQLite::Statement query(db, "SELECT name FROM t");
  query.executeStep();
  return query.getColumn(0);
}

void columnLeftUsedSilent(SQLite::Database &db) {
  SQLite::Column column = columnLeftSilent(db);
  std::puts(column.getText());
}
