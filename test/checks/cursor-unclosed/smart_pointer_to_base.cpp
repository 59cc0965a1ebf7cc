// RUN: %check %s -- -std=c++17
// A smart pointer to a derived class becomes one to its base, which owns.
#include <sqlite3.h>

#include <memory>

class Job {
public:
  virtual ~Job() { sqlite3_finalize(All); }
  int run(sqlite3 *Db) {
    if (!All && sqlite3_prepare_v2(Db, text(), -1, &All, nullptr))
      return -1;
    return sqlite3_step(All);
  }

protected:
  virtual const char *text() const = 0;

private:
  sqlite3_stmt *All = nullptr;
};

class Count : public Job {
  const char *text() const override { return "SELECT 1"; }
};

int uniqueSilent(sqlite3 *Db) {
  std::unique_ptr<Job> Next = std::make_unique<Count>();
  return Next->run(Db);
}

int sharedSilent(sqlite3 *Db) {
  std::shared_ptr<Job> Next = std::make_shared<Count>();
  std::shared_ptr<Job> Other(new Count);
  return Next->run(Db) + Other->run(Db);
}

int assignedSilent(sqlite3 *Db) {
  std::unique_ptr<Job> Next;
  Next = std::make_unique<Count>();
  return Next ? Next->run(Db) : 0;
}

int emptySilent(sqlite3 *Db) {
  std::unique_ptr<Count> None;
  std::unique_ptr<Job> Next = std::move(None);
  return Next ? Next->run(Db) : 0;
}

int releasedReported(sqlite3 *Db) {
  std::unique_ptr<Job> Next = std::make_unique<Count>();
  return Next.release()->run(Db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(SQLite sqlite3_stmt) is not closed{{.*}} [cursor-unclosed]
}
