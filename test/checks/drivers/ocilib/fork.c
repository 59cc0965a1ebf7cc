// RUN: %check %s -- -std=c11 -I%source/test/headers
#include <ocilib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <stddef.h>

void childUsesReported(OCI_Connection *con) {
  if (fork() == 0) {
    OCI_Commit(con);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con' (OCILIB OCI_Connection) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
}

void childClosesReported(OCI_Connection *con) {
  if (fork() == 0) {
    OCI_ConnectionFree(con);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con' (OCILIB OCI_Connection) was opened before the fork and is closed in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
}

void childOpensSilent(void) {
  if (fork() == 0) {
    OCI_Connection *con = OCI_ConnectionCreate("db", "user", "word", 0);
    if (con)
      OCI_ConnectionFree(con);
    _exit(0);
  }
  wait(NULL);
}
