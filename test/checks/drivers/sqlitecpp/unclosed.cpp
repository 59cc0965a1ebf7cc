// RUN: %check %s -- -std=c++17
#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <optional>
#include <string>
#include <unistd.h>

int heapDatabaseReported(const char *path) {
  SQLite::Database *db = new SQLite::Database(path);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(SQLiteCpp SQLite::Database) is not closed{{.*}} [cursor-unclosed]
  if (!db->tableExists("t"))
    return -1;
  delete db;
  return 0;
}

int heapDatabaseSilent(const char *path) {
  SQLite::Database *db = new SQLite::Database(path);
  if (!db->tableExists("t")) {
    delete db;
    return -1;
  }
  delete db;
  return 0;
}

int localSilent(const char *path) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Statement query(db, "SELECT a FROM t");
  if (!query.executeStep())
    return -1;
  return query.getColumn(0).getInt();
}

// Moved into an owner.
std::unique_ptr<SQLite::Database> openedSilent(const std::string &path) {
  auto db = std::make_unique<SQLite::Database>(path);
  db->exec("PRAGMA foreign_keys = ON");
  return db;
}

void heapStatementReported(SQLite::Database &db) {
  SQLite::Statement *query = new SQLite::Statement(db, "SELECT 1");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(SQLiteCpp SQLite::Statement) is not closed{{.*}} [cursor-unclosed]
  query->executeStep();
}

void heapStatementSilent(SQLite::Database &db) {
  SQLite::Statement *query = new SQLite::Statement(db, "SELECT 1");
  query->executeStep();
  delete query;
}

void heapTransactionReported(SQLite::Database &db, bool keep) {
  auto *transaction = new SQLite::Transaction(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(SQLiteCpp SQLite::Transaction) is not closed{{.*}} [cursor-unclosed]
  db.exec("DELETE FROM t");
  if (!keep)
    return;
  transaction->commit();
  delete transaction;
}

class Store {
public:
  explicit Store(const std::string &path) : db_(path), insert_(db_, "INSERT INTO t VALUES(?)") {}
  void add(int value) {
    insert_.bind(1, value);
    insert_.exec();
    insert_.reset();
  }

private:
  SQLite::Database db_;
  SQLite::Statement insert_;
};

void ownerSilent(const std::string &path) {
  Store store(path);
  store.add(1);
  std::optional<SQLite::Statement> none;
}

void leftReported(const char *path) {
  SQLite::Database db(path);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLiteCpp SQLite::Database) is not closed{{.*}} [cursor-unclosed]
  if (db.exec("DELETE FROM t") == 0)
    _exit(1);
}
