// RUN: %check %s -- -std=gnu11 -pthread
#include <pthread.h>
#include <wiredtiger.h>

struct work {
  WT_CONNECTION *conn;
  WT_SESSION *session;
};

static void *append(void *arg) {
  struct work *w = arg;
  WT_CURSOR *cursor;
  if (w->session->open_cursor(w->session, "table:t", NULL, "append", &cursor))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'w.session'{{.*}} is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
    return NULL;
  cursor->insert(cursor);
  cursor->close(cursor);
  return NULL;
}

void oneSessionReported(WT_CONNECTION *conn) {
  struct work w = {conn, NULL};
  pthread_t first, second;
  if (conn->open_session(conn, NULL, NULL, &w.session))
    return;
  pthread_create(&first, NULL, append, &w);
  pthread_create(&second, NULL, append, &w);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  w.session->close(w.session, NULL);
}

static void *appendOwn(void *arg) {
  struct work *w = arg;
  WT_SESSION *session;
  WT_CURSOR *cursor;
  if (w->conn->open_session(w->conn, NULL, NULL, &session))
    return NULL;
  if (!session->open_cursor(session, "table:t", NULL, "append", &cursor))
    cursor->insert(cursor);
  session->close(session, NULL);
  return NULL;
}

// Threads share the connection, each has its session.
void sessionEachSilent(WT_CONNECTION *conn) {
  struct work w = {conn, NULL};
  pthread_t first, second;
  pthread_create(&first, NULL, appendOwn, &w);
  pthread_create(&second, NULL, appendOwn, &w);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
}
