// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// Nobody is seen to use these classes; whoever calls `close` ends the object
// later all the same.
#include <libpq-fe.h>
#include <sqlite3.h>

class CloseReported {
public:
  explicit CloseReported(const char *info) : conn(PQconnectdb(info)) {}
  void close() { PQfinish(conn); }
  ~CloseReported() { PQfinish(conn); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' ({{.*}}) is closed a second time{{.*}} [cursor-use-after-close]
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: 'PQconnectdb' opens 'conn' here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: 'PQfinish' closes 'conn' here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: 'PQfinish' closes 'conn' here

private:
  PGconn *conn;
};

class CloseSilent {
public:
  explicit CloseSilent(const char *info) : conn(PQconnectdb(info)) {}
  void close() {
    PQfinish(conn);
    conn = nullptr;
  }
  ~CloseSilent() { PQfinish(conn); }

private:
  PGconn *conn;
};

// What failed to open is closed, and closed again at the end.
class FailedOpenReported {
public:
  bool open(const char *file) {
    if (sqlite3_open(file, &db) != SQLITE_OK) {
      sqlite3_close(db);
      return false;
    }
    return true;
  }
  ~FailedOpenReported() { sqlite3_close(db); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' ({{.*}}) is closed a second time{{.*}} [cursor-use-after-close]

private:
  sqlite3 *db = nullptr;
};

class FailedOpenSilent {
public:
  bool open(const char *file) {
    if (sqlite3_open(file, &db) != SQLITE_OK) {
      sqlite3_close(db);
      db = nullptr;
      return false;
    }
    return true;
  }
  ~FailedOpenSilent() { sqlite3_close(db); }

private:
  sqlite3 *db = nullptr;
};

// A flag of an object that begins by its members' own values.
class FlagSilent {
public:
  bool open(const char *file) {
    isOpen = sqlite3_open(file, &db) == SQLITE_OK;
    if (!isOpen)
      sqlite3_close(db);
    return isOpen;
  }
  ~FlagSilent() {
    if (isOpen)
      sqlite3_close(db);
  }

private:
  sqlite3 *db;
  bool isOpen = false;
};
