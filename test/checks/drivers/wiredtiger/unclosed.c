// RUN: %check %s -- -std=gnu11
#include <stdio.h>
#include <wiredtiger.h>

// The connection outlives the session here, so nothing closes it.
int sessionReported(WT_CONNECTION *conn) {
  WT_SESSION *session;
  int ret;
  if ((ret = conn->open_session(conn, NULL, NULL, &session)) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'session'{{.*}} is not closed before 'sessionReported' returns{{.*}} [cursor-unclosed]
    return ret;
  if ((ret = session->create(session, "table:t", "key_format=S")) != 0)
    return ret;
  return session->close(session, NULL);
}

int sessionSilent(WT_CONNECTION *conn) {
  WT_SESSION *session;
  int ret;
  if ((ret = conn->open_session(conn, NULL, NULL, &session)) != 0)
    return ret;
  if ((ret = session->create(session, "table:t", "key_format=S")) != 0) {
    session->close(session, NULL);
    return ret;
  }
  return session->close(session, NULL);
}

int countReported(WT_SESSION *session, int most) {
  WT_CURSOR *cursor;
  int n = 0;
  if (session->open_cursor(session, "table:t", NULL, NULL, &cursor) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is not closed before 'countReported' returns{{.*}} [cursor-unclosed]
    return -1;
  while (cursor->next(cursor) == 0)
    if (++n > most)
      return n;
  cursor->close(cursor);
  return n;
}

int countSilent(WT_SESSION *session, int most) {
  WT_CURSOR *cursor;
  int n = 0;
  if (session->open_cursor(session, "table:t", NULL, NULL, &cursor) != 0)
    return -1;
  while (cursor->next(cursor) == 0)
    if (++n > most)
      break;
  cursor->close(cursor);
  return n;
}

// A reset gives up the position, not the cursor.
void resetReported(WT_SESSION *session) {
  WT_CURSOR *cursor;
  if (session->open_cursor(session, "table:t", NULL, NULL, &cursor) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is not closed before 'resetReported' returns{{.*}} [cursor-unclosed]
    return;
  cursor->next(cursor);
  cursor->reset(cursor);
}

// The session's close ends its cursors, the connection's its sessions.
int endedSilent(void) {
  WT_CONNECTION *conn;
  WT_SESSION *session;
  WT_CURSOR *cursor;
  if (wiredtiger_open("home", NULL, "create", &conn) != 0)
    return 1;
  if (conn->open_session(conn, NULL, NULL, &session) == 0 &&
      session->open_cursor(session, "table:t", NULL, NULL, &cursor) == 0)
    cursor->next(cursor);
  return conn->close(conn, NULL);
}

int connectionReported(void) {
  WT_CONNECTION *conn;
  WT_SESSION *session;
  if (wiredtiger_open("home", NULL, "create", &conn) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn'{{.*}} is not closed before 'connectionReported' returns{{.*}} [cursor-unclosed]
    return 1;
  if (conn->open_session(conn, NULL, NULL, &session) != 0)
    return 1;
  session->close(session, NULL);
  return conn->close(conn, NULL);
}

void everyTurnReported(WT_SESSION *session, int n) {
  WT_CURSOR *cursor = NULL;
  for (int i = 0; i < n; i++) {
    if (session->open_cursor(session, "table:t", NULL, NULL, &cursor) != 0)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is opened in every turn of a loop and not closed before the next{{.*}} [cursor-unclosed]
      return;
    cursor->next(cursor);
  }
  if (cursor)
    cursor->close(cursor);
}
