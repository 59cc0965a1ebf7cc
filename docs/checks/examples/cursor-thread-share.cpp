#include <libpq-fe.h>
#include <thread>

void watch(const char *info) {
  PGconn *conn = PQconnectdb(info);
  std::thread watcher([&] { PQconsumeInput(conn); });
  PQclear(PQexec(conn, "CALL work()"));
  watcher.join();
  PQfinish(conn);
}
