// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// Nobody is seen to use these classes. One method opens, another drops what
// its sibling or the destructor would have closed.
#include <libpq-fe.h>
#include <memory>
#include <optional>
#include <sqlite3.h>

class SetToNullReported {
public:
  explicit SetToNullReported(sqlite3 *db) : db(db) {}
  ~SetToNullReported() { sqlite3_finalize(stmt); }
  void prepare() {
    if (!stmt)
      sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, nullptr);
    // CHECK: :[[@LINE-1]]:7: warning: 'stmt' ({{.*}}) is not closed before its last pointer gets a new value{{.*}} [cursor-unclosed]
    // CHECK-NEXT: :[[@LINE-2]]:7: note: 'sqlite3_prepare_v2' opens 'stmt' here
    // CHECK-NEXT: :[[@LINE+2]]:{{[0-9]+}}: note: 'stmt' gets a new value here
  }
  void forget() { stmt = nullptr; }

private:
  sqlite3 *db;
  sqlite3_stmt *stmt = nullptr;
};

class SetToNullSilent {
public:
  explicit SetToNullSilent(sqlite3 *db) : db(db) {}
  ~SetToNullSilent() { sqlite3_finalize(stmt); }
  void prepare() {
    if (!stmt)
      sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, nullptr);
  }
  void forget() {
    sqlite3_finalize(stmt);
    stmt = nullptr;
  }

private:
  sqlite3 *db;
  sqlite3_stmt *stmt = nullptr;
};

// The constructor has opened, so a second opening must close first.
class OpenedAnewReported {
public:
  explicit OpenedAnewReported(const char *info) : conn(PQconnectdb(info)) {}
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' ({{.*}} [cursor-unclosed]
  ~OpenedAnewReported() { PQfinish(conn); }
  void reconnect(const char *info) { conn = PQconnectdb(info); }

private:
  PGconn *conn;
};

class OpenedAnewSilent {
public:
  explicit OpenedAnewSilent(const char *info) : conn(PQconnectdb(info)) {}
  ~OpenedAnewSilent() { PQfinish(conn); }
  void reconnect(const char *info) {
    PQfinish(conn);
    conn = PQconnectdb(info);
  }

private:
  PGconn *conn;
};

// Here callers may be asked to call `close` before they open again.
class OpenAndCloseSilent {
public:
  ~OpenAndCloseSilent() { close(); }
  void open(const char *info) { conn = PQconnectdb(info); }
  void close() {
    PQfinish(conn);
    conn = nullptr;
  }

private:
  PGconn *conn = nullptr;
};

class OptionalReported {
public:
  ~OptionalReported() {
    if (conn)
      PQfinish(*conn);
  }
  PGconn *connection() {
    if (!conn)
      conn = PQconnectdb("");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' ({{.*}} [cursor-unclosed]
    return *conn;
  }
  void idle() { conn.reset(); }

private:
  std::optional<PGconn *> conn;
};

class OptionalSilent {
public:
  ~OptionalSilent() {
    if (conn)
      PQfinish(*conn);
  }
  PGconn *connection() {
    if (!conn)
      conn = PQconnectdb("");
    return *conn;
  }
  void idle() {
    if (conn)
      PQfinish(*conn);
    conn.reset();
  }

private:
  std::optional<PGconn *> conn;
};

class MovedOverReported {
public:
  explicit MovedOverReported(const char *info) : conn(PQconnectdb(info)) {}
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' ({{.*}} [cursor-unclosed]
  MovedOverReported &operator=(MovedOverReported &&from) noexcept {
    conn = from.conn;
    from.conn = nullptr;
    return *this;
  }
  ~MovedOverReported() { PQfinish(conn); }

private:
  PGconn *conn;
};

class SwappedSilent {
public:
  explicit SwappedSilent(const char *info) : conn(PQconnectdb(info)) {}
  SwappedSilent &operator=(SwappedSilent &&from) noexcept {
    std::swap(conn, from.conn);
    return *this;
  }
  ~SwappedSilent() { PQfinish(conn); }

private:
  PGconn *conn;
};

struct Finish {
  void operator()(PGconn *conn) const { PQfinish(conn); }
};

class GivenAwaySilent {
public:
  explicit GivenAwaySilent(const char *info) : conn(PQconnectdb(info)) {}
  PGconn *release() { return conn.release(); }

private:
  std::unique_ptr<PGconn, Finish> conn;
};

// A way out of the destructor that forgets the connection.
class EarlyReturnReported {
public:
  void open(const char *info) { conn = PQconnectdb(info); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' ({{.*}}) is not closed before 'EarlyReturnReported::~EarlyReturnReported' returns{{.*}} [cursor-unclosed]
  void begin() {
    PQclear(PQexec(conn, "BEGIN"));
    isActive = true;
  }
  ~EarlyReturnReported() {
    if (isActive) {
      PQclear(PQexec(conn, "ROLLBACK"));
      return;
    }
    PQfinish(conn);
  }

private:
  PGconn *conn = nullptr;
  bool isActive = false;
};

class EarlyReturnSilent {
public:
  void open(const char *info) {
    conn = PQconnectdb(info);
    isOpen = true;
  }
  void begin() {
    PQclear(PQexec(conn, "BEGIN"));
    isActive = true;
  }
  ~EarlyReturnSilent() {
    if (!isOpen)
      return;
    if (isActive)
      PQclear(PQexec(conn, "ROLLBACK"));
    PQfinish(conn);
  }

private:
  PGconn *conn = nullptr;
  bool isOpen = false;
  bool isActive = false;
};
