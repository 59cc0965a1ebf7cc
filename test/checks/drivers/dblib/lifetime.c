// RUN: %check %s -- -std=c11
#include <stddef.h>

#include <sybfront.h>

#include <sybdb.h>

// dbopen is a macro; null means that there is nothing to close.
int failedOpenSilent(LOGINREC *login) {
  DBPROCESS *dbproc = dbopen(login, "server");
  if (dbproc == NULL)
    return 1;
  dbclose(dbproc);
  return 0;
}

int earlyReturnReported(LOGINREC *login) {
  DBPROCESS *dbproc = dbopen(login, "server");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'dbproc' (FreeTDS db-lib DBPROCESS) is not closed{{.*}} [cursor-unclosed]
  if (dbproc == NULL)
    return 1;
  dbcmd(dbproc, "SELECT 1");
  if (dbsqlexec(dbproc) == FAIL)
    return 1;
  dbclose(dbproc);
  return 0;
}

int earlyReturnSilent(LOGINREC *login) {
  DBPROCESS *dbproc = dbopen(login, "server");
  if (dbproc == NULL)
    return 1;
  dbcmd(dbproc, "SELECT 1");
  if (dbsqlexec(dbproc) == FAIL) {
    dbclose(dbproc);
    return 1;
  }
  dbclose(dbproc);
  return 0;
}

// dbcancel gives up a result, not the connection.
int cancelledReported(LOGINREC *login) {
  DBPROCESS *dbproc = dbopen(login, "server");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'dbproc' (FreeTDS db-lib DBPROCESS) is not closed{{.*}} [cursor-unclosed]
  if (dbproc == NULL)
    return 1;
  dbcancel(dbproc);
  return 0;
}

// dbexit closes every connection.
int leftToExitSilent(LOGINREC *login) {
  DBPROCESS *dbproc = dbopen(login, "server");
  if (dbproc == NULL)
    return 1;
  dbcmd(dbproc, "SELECT 1");
  dbexit();
  return 0;
}

void usedAfterExitReported(LOGINREC *login) {
  DBPROCESS *dbproc = dbopen(login, "server");
  if (dbproc == NULL)
    return;
  dbexit();
  dbclose(dbproc);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'dbproc' (FreeTDS db-lib DBPROCESS) is closed after {{.*}} [cursor-use-after-close]
}

int loginForgottenReported(void) {
  LOGINREC *login = dblogin();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'login' (FreeTDS db-lib LOGINREC) is not closed{{.*}} [cursor-unclosed]
  if (login == NULL)
    return 1;
  DBPROCESS *dbproc = dbopen(login, "server");
  if (dbproc == NULL)
    return 1;
  dbloginfree(login);
  dbclose(dbproc);
  return 0;
}

// The record may be freed before the connection.
int loginFreedSilent(void) {
  LOGINREC *login = dblogin();
  if (login == NULL)
    return 1;
  DBPROCESS *dbproc = dbopen(login, "server");
  dbloginfree(login);
  if (dbproc == NULL)
    return 1;
  dbcmd(dbproc, "SELECT 1");
  dbclose(dbproc);
  return 0;
}

int openedEveryTurnReported(LOGINREC *login, const char **servers, int count) {
  DBPROCESS *dbproc = NULL;
  for (int i = 0; i < count; ++i) {
    dbproc = dbopen(login, servers[i]);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'dbproc' (FreeTDS db-lib DBPROCESS) is opened in every turn of a loop {{.*}} [cursor-unclosed]
    // CHECK: note: {{.*}}in a loop it runs into the library's 'dbsetmaxprocs' (error SYBEDBPS)
    if (dbproc == NULL)
      return 1;
    dbcmd(dbproc, "SELECT 1");
  }
  if (dbproc)
    dbclose(dbproc);
  return 0;
}

int closedEveryTurnSilent(LOGINREC *login, const char **servers, int count) {
  for (int i = 0; i < count; ++i) {
    DBPROCESS *dbproc = dbopen(login, servers[i]);
    if (dbproc == NULL)
      return 1;
    dbcmd(dbproc, "SELECT 1");
    dbclose(dbproc);
  }
  return 0;
}

int rowAfterNextReported(DBPROCESS *dbproc) {
  BYTE *first = dbdata(dbproc, 1);
  dbnextrow(dbproc);
  return first[0];
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'dbproc' {{.*}} [cursor-use-after-close]
}

int rowBeforeNextSilent(DBPROCESS *dbproc) {
  BYTE *first = dbdata(dbproc, 1);
  int byte = first[0];
  dbnextrow(dbproc);
  return byte;
}
