// RUN: %check %s -- -std=gnu11
#include <stdio.h>
#include <string.h>
#include <wiredtiger.h>

void cursorAfterSessionReported(WT_CONNECTION *conn) {
  WT_SESSION *session;
  WT_CURSOR *cursor;
  if (conn->open_session(conn, NULL, NULL, &session) != 0)
    return;
  if (session->open_cursor(session, "table:t", NULL, NULL, &cursor) != 0) {
    session->close(session, NULL);
    return;
  }
  session->close(session, NULL);
  cursor->close(cursor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is closed after its connection 'session' was closed{{.*}} [cursor-use-after-close]
}

void cursorBeforeSessionSilent(WT_CONNECTION *conn) {
  WT_SESSION *session;
  WT_CURSOR *cursor;
  if (conn->open_session(conn, NULL, NULL, &session) != 0)
    return;
  if (session->open_cursor(session, "table:t", NULL, NULL, &cursor) != 0) {
    session->close(session, NULL);
    return;
  }
  cursor->close(cursor);
  session->close(session, NULL);
}

void sessionAfterConnectionReported(WT_CONNECTION *conn) {
  WT_SESSION *session;
  if (conn->open_session(conn, NULL, NULL, &session) != 0)
    return;
  conn->close(conn, NULL);
  session->checkpoint(session, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'session'{{.*}} is used after its environment 'conn' was closed{{.*}} [cursor-use-after-close]
}

void unnamedMethodReported(WT_SESSION *session) {
  session->close(session, NULL);
  session->begin_transaction(session, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'session'{{.*}} is used after it was closed{{.*}} [cursor-use-after-close]
}

void fieldReported(WT_CURSOR *cursor) {
  cursor->close(cursor);
  puts(cursor->uri);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is used after it was closed{{.*}} [cursor-use-after-close]
}

void fieldSilent(WT_CURSOR *cursor) {
  puts(cursor->uri);
  cursor->close(cursor);
}

// A value is good until the cursor moves.
int valueReported(WT_CURSOR *cursor) {
  const char *first, *second;
  if (cursor->next(cursor) != 0 || cursor->get_value(cursor, &first) != 0)
    return -1;
  if (cursor->next(cursor) != 0 || cursor->get_value(cursor, &second) != 0)
    return -1;
  return strcmp(first, second);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'cursor'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

int valueSilent(WT_CURSOR *cursor) {
  const char *first, *second;
  char kept[64];
  if (cursor->next(cursor) != 0 || cursor->get_value(cursor, &first) != 0)
    return -1;
  snprintf(kept, sizeof kept, "%s", first);
  if (cursor->next(cursor) != 0 || cursor->get_value(cursor, &second) != 0)
    return -1;
  return strcmp(kept, second);
}

// A number is a copy.
int numberSilent(WT_CURSOR *cursor) {
  int first = 0, second = 0;
  if (cursor->next(cursor) != 0 || cursor->get_value(cursor, &first) != 0)
    return -1;
  if (cursor->next(cursor) != 0 || cursor->get_value(cursor, &second) != 0)
    return -1;
  printf("%d\n", first);
  return first - second;
}

void itemReported(WT_CURSOR *cursor, FILE *out) {
  WT_ITEM item;
  if (cursor->next(cursor) != 0 || cursor->get_value(cursor, &item) != 0)
    return;
  cursor->reset(cursor);
  fwrite(item.data, 1, item.size, out);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'cursor'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

void committedReported(WT_SESSION *session) {
  WT_CURSOR *cursor;
  const char *text;
  if (session->open_cursor(session, "table:t", NULL, NULL, &cursor) != 0)
    return;
  if (cursor->next(cursor) == 0 && cursor->get_key(cursor, &text) == 0) {
    session->commit_transaction(session, NULL);
    puts(text);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'cursor'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
  }
  cursor->close(cursor);
}
