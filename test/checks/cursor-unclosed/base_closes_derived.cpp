// RUN: %check %s -- -std=c++17
// A base class whose destructor has the derived class close, found by a cast to
// it; an owner of a base whose destructor is virtual.
#include <sqlite3.h>

#include <memory>

template <class Derived> struct Closing {
  ~Closing() { static_cast<Derived *>(this)->close(); }
};

struct Padding {
  int Lines = 0;
};

struct Statement : Padding, Closing<Statement> {
  sqlite3_stmt *Raw = nullptr;
  void close() {
    sqlite3_finalize(Raw);
    Raw = nullptr;
  }
};

int stepSilent(sqlite3 *Db) {
  Statement All;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &All.Raw, nullptr);
  return sqlite3_step(All.Raw);
}

struct Forgetful : Padding, Closing<Forgetful> {
  sqlite3_stmt *Raw = nullptr;
  void close() { Raw = nullptr; }
};

int stepReported(sqlite3 *Db) {
  Forgetful All;
  sqlite3_prepare_v2(Db, "SELECT 1", -1, &All.Raw, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}All.Raw' {{.*}} [cursor-unclosed]
  return sqlite3_step(All.Raw);
}

struct Task {
  virtual ~Task() = default;
  virtual int run() = 0;
};

struct Count : Task {
  explicit Count(const char *File) { sqlite3_open(File, &Db); }
  ~Count() override { sqlite3_close(Db); }
  int run() override { return sqlite3_changes(Db); }
  sqlite3 *Db = nullptr;
};

std::unique_ptr<Task> make(const char *File) {
  return std::make_unique<Count>(File);
}

int runSilent(const char *File) {
  std::unique_ptr<Task> Now = make(File);
  return Now->run();
}

struct Plain {
  int Lines = 0;
};

struct PlainCount : Plain {
  explicit PlainCount(const char *File) { sqlite3_open(File, &Db); }
  ~PlainCount() { sqlite3_close(Db); }
  sqlite3 *Db = nullptr;
};

int plainReported(const char *File) {
  Plain *Now = new PlainCount(File);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}Db' {{.*}} [cursor-unclosed]
  int Lines = Now->Lines;
  delete Now;
  return Lines;
}

int plainSilent(const char *File) {
  PlainCount *Now = new PlainCount(File);
  int Lines = Now->Lines;
  delete Now;
  return Lines;
}
