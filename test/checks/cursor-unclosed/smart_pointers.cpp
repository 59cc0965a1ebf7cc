// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// The deleter closes.
#include <libpq-fe.h>

#include <sqlite3.h>

#include <memory>

struct Clear {
  void operator()(PGresult *Result) const { PQclear(Result); }
};

int functionObjectSilent(PGconn *Conn) {
  std::unique_ptr<PGresult, Clear> Rows(PQexec(Conn, "SELECT 1"));
  return PQntuples(Rows.get());
}

int functionPointerSilent(PGconn *Conn) {
  std::unique_ptr<PGresult, void (*)(PGresult *)> Rows(PQexec(Conn, "SELECT 1"),
                                                       PQclear);
  if (PQresultStatus(Rows.get()) != PGRES_TUPLES_OK)
    return -1;
  return PQntuples(Rows.get());
}

int sharedSilent(PGconn *Conn) {
  std::shared_ptr<PGresult> Rows(PQexec(Conn, "SELECT 1"), PQclear);
  return PQntuples(Rows.get());
}

int releasedReported(PGconn *Conn) {
  std::unique_ptr<PGresult, Clear> Rows(PQexec(Conn, "SELECT 1"));
  // CHECK: warning: {{.*}}(level {{[0-3]}}: {{.*}}declared by{{.*}}[cursor-unclosed]
  PGresult *Bare = Rows.release();
  return PQntuples(Bare);
}

int lambdaSilent(sqlite3 *Db) {
  sqlite3_stmt *Stmt = nullptr;
  if (sqlite3_prepare_v2(Db, "SELECT 1", -1, &Stmt, nullptr) != SQLITE_OK)
    return -1;
  auto Finalize = [](sqlite3_stmt *S) { sqlite3_finalize(S); };
  std::unique_ptr<sqlite3_stmt, decltype(Finalize)> Owner(Stmt, Finalize);
  return sqlite3_step(Stmt);
}

/// One deleter for all handles: what is called depends on the pointer.
struct CloseAny {
  void operator()(PGconn *Conn) const { PQfinish(Conn); }
  void operator()(PGresult *Result) const { PQclear(Result); }
};

int overloadedDeleterSilent(const char *Where) {
  std::unique_ptr<PGconn, CloseAny> Conn(PQconnectdb(Where));
  std::unique_ptr<PGresult, CloseAny> Rows(PQexec(Conn.get(), "SELECT 1"));
  return PQntuples(Rows.get());
}

struct FreeAny {
  template <typename T> void operator()(T *Object) const { close(Object); }
  static void close(PGconn *Conn) { PQfinish(Conn); }
  static void close(PGresult *) {}
};

int templateDeleterReported(const char *Where) {
  std::unique_ptr<PGconn, FreeAny> Conn(PQconnectdb(Where));
  std::unique_ptr<PGresult, FreeAny> Rows(PQexec(Conn.get(), "SELECT 1"));
  // CHECK: warning: 'Rows' {{.*}}[cursor-unclosed]
  return PQntuples(Rows.get());
}

int overloadedDeleterOfSharedSilent(PGconn *Conn) {
  std::shared_ptr<PGresult> Rows(PQexec(Conn, "SELECT 1"), CloseAny());
  return PQntuples(Rows.get());
}
