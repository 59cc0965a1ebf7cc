// RUN: %check %s -- -std=c11 -Wno-ignored-attributes
// gcc's attribute that names the function which gives back what is returned.
#include <sqlite3.h>
#include <stdlib.h>

struct line;
void line_close(struct line *l);
void line_drop(int how, struct line *l);
struct line *line_open(int n)
    __attribute__((malloc, malloc(line_close), malloc(line_drop, 2)));
int line_send(const struct line *l, int n);

int lineReported(int n) {
  struct line *l = line_open(n);
  // CHECK: deallocators.c:[[@LINE-1]]:{{[0-9]+}}: warning: 'l' (line line) is not closed {{.*}}[cursor-unclosed]
  if (!l)
    return 0;
  return line_send(l, n);
}

int lineSilent(int n) {
  struct line *l = line_open(n);
  if (!l)
    return 0;
  int sent = line_send(l, n);
  line_close(l);
  return sent;
}

int secondArgumentSilent(int n) {
  struct line *l = line_open(n);
  line_drop(1, l);
  return n;
}

void twiceReported(int n) {
  struct line *l = line_open(n);
  if (!l)
    return;
  line_close(l);
  line_drop(1, l);
  // CHECK: deallocators.c:[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'l'{{.*}} [cursor-use-after-close]
}

struct line *givenAwaySilent(int n) { return line_open(n); }

// A handle that a model knows stays what it is.
void store_free(sqlite3 *db);
sqlite3 *store_new(const char *file) __attribute__((__malloc__(store_free, 1)));

int storeReported(const char *file) {
  sqlite3 *db = store_new(file);
  // CHECK: deallocators.c:[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLite sqlite3) is not closed {{.*}}[cursor-unclosed]
  return db ? sqlite3_exec(db, "DELETE FROM t", 0, 0, 0) : 0;
}

int storeSilent(const char *file) {
  sqlite3 *db = store_new(file);
  int rc = db ? sqlite3_exec(db, "DELETE FROM t", 0, 0, 0) : 0;
  store_free(db);
  return rc;
}

int usedReported(const char *file) {
  sqlite3 *db = store_new(file);
  if (!db)
    return 0;
  store_free(db);
  return sqlite3_changes(db);
  // CHECK: deallocators.c:[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLite sqlite3) {{.*}}[cursor-use-after-close]
}

// So does one that an annotation speaks of.
struct __attribute__((annotate("cursor_tidy::cursor"))) rows;
void rows_end(struct rows *r);
struct rows *rows_of(sqlite3 *db) __attribute__((malloc(rows_end, 1)));
int rows_next(struct rows *r);

int rowsReported(sqlite3 *db) {
  struct rows *r = rows_of(db);
  // CHECK: deallocators.c:[[@LINE-1]]:{{[0-9]+}}: warning: 'r' (rows rows) is not closed {{.*}}[cursor-unclosed]
  return r ? rows_next(r) : 0;
}

int rowsSilent(sqlite3 *db) {
  struct rows *r = rows_of(db);
  int more = r ? rows_next(r) : 0;
  rows_end(r);
  return more;
}

// Memory is no handle.
struct node {
  int value;
};
void node_free(void *memory);
struct node *node_new(void) __attribute__((malloc(node_free, 1)));
char *text_new(void) __attribute__((malloc(node_free, 1)));
struct node *node_copy(const struct node *of) __attribute__((malloc(free, 1)));

int memorySilent(void) {
  struct node *n = node_new();
  char *text = text_new();
  struct node *copy = node_copy(n);
  return n && text && copy;
}

// What may give back another one closes nothing.
struct area;
struct area *area_grow(struct area *a, int n);
struct area *area_new(int n) __attribute__((malloc(area_grow, 1)));

int grownSilent(int n) {
  struct area *a = area_new(n);
  a = area_grow(a, 2 * n);
  return a != 0;
}
