// RUN: %check %s -- -std=c++17 -fblocks -I%S/../../../headers -I/usr/include/postgresql
// Blocks in C++: members by `this`, references by address.
#include <dispatch/dispatch.h>
#include <libpq-fe.h>
#include <memory>

struct Finish {
  void operator()(PGconn *db) const { PQfinish(db); }
};

class Store {
public:
  explicit Store(const char *where) : Db(PQconnectdb(where)) {}
  ~Store() { PQfinish(Db); }
  Store(const Store &) = delete;

  void flushAsideReported() {
    dispatch_async(dispatch_get_global_queue(0, 0), ^{
      PQflush(Db);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}Db' (libpq PGconn) is used by two threads {{.*}}[cursor-thread-share]
    });
    PQconsumeInput(Db);
  }

  void flushOnQueueSilent() {
    dispatch_sync(dispatch_get_global_queue(0, 0), ^{
      PQflush(Db);
    });
    PQconsumeInput(Db);
  }

private:
  PGconn *Db;
};

void referenceReported(PGconn *&db) {
  dispatch_async(dispatch_get_global_queue(0, 0), ^{
    PQflush(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (libpq PGconn) is used by two threads {{.*}}[cursor-thread-share]
  });
  PQconsumeInput(db);
}

void sharedSilent(const char *where) {
  std::shared_ptr<PGconn> db(PQconnectdb(where), Finish());
  dispatch_async(dispatch_get_global_queue(0, 0), ^{
    PQflush(db.get());
  });
}
