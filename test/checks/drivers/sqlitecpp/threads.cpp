// RUN: %check %s -- -std=c++17
#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <string>
#include <thread>
#include <vector>

// SQLite's own mutexes do not help the wrapper.
void fullMutexReported(const std::string &path) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_FULLMUTEX);
  std::thread other([&] { db.exec("DELETE FROM a"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLiteCpp SQLite::Database) is used by two threads {{.*}}level 1{{.*}} [cursor-thread-share]
  db.exec("DELETE FROM b");
  other.join();
}

void ownDatabaseSilent(const std::string &path) {
  std::thread other([path] {
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    db.exec("DELETE FROM a");
  });
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  db.exec("DELETE FROM b");
  other.join();
}

// Two statements of one database.
void statementsReported(SQLite::Database &db) {
  SQLite::Statement one(db, "INSERT INTO a VALUES(1)");
  SQLite::Statement two(db, "INSERT INTO b VALUES(1)");
  std::thread other([&] { one.exec(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is used by two threads {{.*}} [cursor-thread-share]
  two.exec();
  other.join();
}

void guardedSilent(SQLite::Database &db) {
  std::mutex mutex;
  SQLite::Statement one(db, "INSERT INTO a VALUES(1)");
  SQLite::Statement two(db, "INSERT INTO b VALUES(1)");
  std::thread other([&] {
    std::lock_guard<std::mutex> lock(mutex);
    one.exec();
  });
  {
    std::lock_guard<std::mutex> lock(mutex);
    two.exec();
  }
  other.join();
}

class Log {
public:
  explicit Log(const std::string &path)
      : db_(path, SQLite::OPEN_READWRITE), writer_([this] { run(); }) {}
  ~Log() { writer_.join(); }
  int size() { return db_.execAndGet("SELECT count(*) FROM log").getInt(); }

private:
  void run() { db_.exec("INSERT INTO log VALUES(1)"); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(SQLiteCpp SQLite::Database) is used by two threads {{.*}} [cursor-thread-share]
  SQLite::Database db_;
  std::thread writer_;
};

int memberReported(const std::string &path) {
  Log log(path);
  return log.size();
}
