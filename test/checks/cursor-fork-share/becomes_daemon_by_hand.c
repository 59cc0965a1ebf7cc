// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// The parent exits at once: the child goes on alone.
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

static int detach(void) {
  pid_t pid = fork();
  if (pid < 0)
    return -1;
  if (pid > 0)
    _exit(0);
  return setsid() < 0 ? -1 : 0;
}

int sqliteReported(sqlite3 *db) {
  if (detach() != 0)
    return -1;
  return sqlite3_exec(db, "DELETE FROM t", NULL, NULL, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}db' ({{.*}}(level {{[0-3]}}: {{.*}}declared by{{.*}}[cursor-fork-share]
}

int libpqSilent(PGconn *conn) {
  if (detach() != 0)
    return -1;
  return PQconsumeInput(conn);
}
