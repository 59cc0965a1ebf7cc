// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// Members that begin with an underscore are the program's own, by their name.
#include <libpq-fe.h>

#include <thread>

class Store {
public:
  Store() : _conn(PQconnectdb("")), _thread([this] { poll(); }) {}
  ~Store() {
    _thread.join();
    PQfinish(_conn);
  }
  void putReported() { PQclear(PQexec(_conn, "insert")); }

private:
  void poll() {
    PQconsumeInput(_conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: '_conn' (libpq PGconn) is used by two threads{{.*}} [cursor-thread-share]
  }

  PGconn *_conn;
  std::thread _thread;
};
