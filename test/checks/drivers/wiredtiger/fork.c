// RUN: %check %s -- -std=gnu11
#include <sys/wait.h>
#include <unistd.h>
#include <wiredtiger.h>

void childCheckpointsReported(WT_CONNECTION *conn) {
  WT_SESSION *session;
  if (conn->open_session(conn, NULL, NULL, &session) != 0)
    return;
  if (fork() == 0) {
    session->checkpoint(session, NULL);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'session'{{.*}} was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  session->close(session, NULL);
}

void parentCheckpointsSilent(WT_CONNECTION *conn) {
  WT_SESSION *session;
  if (conn->open_session(conn, NULL, NULL, &session) != 0)
    return;
  if (fork() == 0)
    _exit(0);
  wait(NULL);
  session->checkpoint(session, NULL);
  session->close(session, NULL);
}
