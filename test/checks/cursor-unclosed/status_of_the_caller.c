// RUN: %check %s -- -std=c11
// A path that needs a status which no caller brings along is no path.
#include <sqlite3.h>
#include <stddef.h>

struct ctx {
  sqlite3 *db;
  int status;
  int limit;
};

static sqlite3_stmt *begin(struct ctx *c, const char *sql) {
  sqlite3_stmt *st = NULL;
  int rc = sqlite3_prepare_v2(c->db, sql, -1, &st, NULL);
  if (rc != SQLITE_OK)
    c->status = rc;
  return st;
}

static long countSilent(struct ctx *c) {
  sqlite3_stmt *st = begin(c, "SELECT 1");
  if (c->status)
    return -1;
  long n = sqlite3_step(st) == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
  sqlite3_finalize(st);
  return n;
}

static long countReported(struct ctx *c) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'st' {{.*}} [cursor-unclosed]
  sqlite3_stmt *st = begin(c, "SELECT 2");
  if (c->status)
    return -1;
  long n = sqlite3_step(st) == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
  sqlite3_finalize(st);
  return n;
}

long twiceSilent(sqlite3 *db) {
  struct ctx c = {db, 0, 0};
  long n = countSilent(&c);
  if (!c.status)
    n += countSilent(&c);
  return n;
}

long twice(sqlite3 *db) {
  struct ctx c = {db, 0, 0};
  long n = countReported(&c);
  return n + countReported(&c);
}

// What the function does not write itself, any caller may bring along.
static long limitedReported(struct ctx *c) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'st' {{.*}} [cursor-unclosed]
  sqlite3_stmt *st = begin(c, "SELECT 4");
  if (!st || c->limit)
    return -1;
  sqlite3_finalize(st);
  return 0;
}

long limited(sqlite3 *db) {
  struct ctx c = {db, 0, 0};
  return limitedReported(&c);
}

typedef long (*counter)(struct ctx *);

// Whoever calls through a pointer is not asked.
static long byPointerReported(struct ctx *c) {
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'st' {{.*}} [cursor-unclosed]
  sqlite3_stmt *st = begin(c, "SELECT 3");
  if (c->status)
    return -1;
  sqlite3_finalize(st);
  return 0;
}

extern counter published;
void publish(void) { published = byPointerReported; }
