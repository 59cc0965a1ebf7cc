// RUN: %check %s -- -std=c++17
#include <thread>
#include <unistd.h>

#include <sybfront.h>

#include <sybdb.h>

static void run(DBPROCESS *dbproc) { dbsqlexec(dbproc); }
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'dbproc' (FreeTDS db-lib DBPROCESS) is used by two threads {{.*}} [cursor-thread-share]

void oneConnectionReported(DBPROCESS *dbproc) {
  std::thread other(run, dbproc);
  run(dbproc);
  other.join();
}

void connectionEachSilent(LOGINREC *login) {
  DBPROCESS *mine = dbopen(login, "server");
  DBPROCESS *theirs = dbopen(login, "server");
  std::thread other([theirs] { dbcmd(theirs, "SELECT 1"); });
  dbcmd(mine, "SELECT 1");
  other.join();
  dbclose(theirs);
  dbclose(mine);
}

void inheritedReported(DBPROCESS *dbproc) {
  if (fork() == 0) {
    dbclose(dbproc);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'dbproc' (FreeTDS db-lib DBPROCESS) {{.*}} [cursor-fork-share]
    _exit(0);
  }
}

void parentGoesOnSilent(DBPROCESS *dbproc) {
  if (fork() == 0)
    _exit(0);
  dbcmd(dbproc, "SELECT 1");
}
