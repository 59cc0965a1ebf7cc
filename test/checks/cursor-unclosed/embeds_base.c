// RUN: %check %s -- -std=c11
#include <sqlite3.h>
#include <stdlib.h>

// A structure that starts with another: C's way to derive. Users see the
// address of the first member, the implementation casts it back.

struct store;

struct operations {
  void (*close)(struct store *);
};

struct store {
  const struct operations *does;
};

struct sqlite_store {
  struct store base;
  sqlite3 *db;
};

static void close_store(struct store *base) {
  struct sqlite_store *s = (struct sqlite_store *)base;
  sqlite3_close(s->db);
  free(s);
}

static const struct operations closes = {close_store};

static struct store *open_store(const char *path) {
  struct sqlite_store *s = calloc(1, sizeof *s);
  if (!s)
    return NULL;
  s->base.does = &closes;
  if (sqlite3_open(path, &s->db) != SQLITE_OK) {
    close_store(&s->base);
    return NULL;
  }
  return &s->base;
}

int closedByCastSilent(const char *path) {
  struct store *store = open_store(path);
  if (!store)
    return -1;
  close_store(store);
  return 0;
}

int closedByTableSilent(const char *path) {
  struct store *store = open_store(path);
  if (!store)
    return -1;
  store->does->close(store);
  return 0;
}

static struct store *open_cast(const char *path) {
  struct sqlite_store *s = calloc(1, sizeof *s);
  if (!s)
    return NULL;
  if (sqlite3_open(path, &s->db) != SQLITE_OK) {
    sqlite3_close(s->db);
    free(s);
    return NULL;
  }
  return (struct store *)s;
}

int closedAfterCastSilent(const char *path) {
  struct store *store = open_cast(path);
  if (!store)
    return -1;
  close_store(store);
  return 0;
}

static void free_store(struct store *base) {
  free((struct sqlite_store *)base);
}

int freedReported(const char *path) {
  struct store *store = open_cast(path);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLite sqlite3) is not closed {{.*}} [cursor-unclosed]
  if (!store)
    return -1;
  free_store(store);
  return 0;
}
