// RUN: %check %s -- -std=c11
#include <sqlite3.h>
#include <stdlib.h>

struct vec {
  sqlite3_stmt **v;
  size_t n, cap;
};

static int push(struct vec *v, sqlite3_stmt *s) {
  if (v->n == v->cap) {
    size_t cap = v->cap ? v->cap * 2 : 4;
    void *p = realloc(v->v, cap * sizeof *v->v);
    if (!p)
      return -1;
    v->v = p;
    v->cap = cap;
  }
  v->v[v->n++] = s;
  return 0;
}

static void drop(struct vec *v) {
  while (v->n)
    sqlite3_finalize(v->v[--v->n]);
  free(v->v);
}

int grownSilent(sqlite3 *db) {
  struct vec v = {0};
  for (int i = 0; i < 10; i++) {
    sqlite3_stmt *s;
    if (sqlite3_prepare_v2(db, "x", -1, &s, 0))
      break;
    if (push(&v, s) < 0) {
      sqlite3_finalize(s);
      break;
    }
  }
  drop(&v);
  return 0;
}

int notPushedReported(sqlite3 *db) {
  struct vec v = {0};
  for (int i = 0; i < 10; i++) {
    sqlite3_stmt *s;
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 's'{{.*}} [cursor-unclosed]
    if (sqlite3_prepare_v2(db, "x", -1, &s, 0))
      break;
    if (push(&v, s) < 0)
      break;
  }
  drop(&v);
  return 0;
}
