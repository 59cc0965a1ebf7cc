// RUN: %check %s -- -std=gnu11
#include <sqlite3.h>
#include <stdlib.h>

// Names that Berkeley DB has too, in a program that does not use it.
typedef struct db {
  sqlite3 *handle;
  int (*close)(struct db *);
} DB;

static int shut(DB *db) {
  int ret = sqlite3_close(db->handle);
  free(db);
  return ret;
}

int db_create(DB **out, const char *file, unsigned flags) {
  DB *db = calloc(1, sizeof *db);
  if (!db)
    return -1;
  if (sqlite3_open_v2(file, &db->handle, (int)flags, NULL) != SQLITE_OK) {
    shut(db);
    return -1;
  }
  db->close = shut;
  *out = db;
  return 0;
}

int usedSilent(void) {
  DB *db;
  if (db_create(&db, "a.db", SQLITE_OPEN_READWRITE) != 0)
    return -1;
  sqlite3_exec(db->handle, "vacuum", NULL, NULL, NULL);
  return shut(db);
}

int forgottenReported(int n) {
  DB *db;
  if (db_create(&db, "a.db", SQLITE_OPEN_READWRITE) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'handle'{{.*}} is not closed before 'forgottenReported' returns{{.*}} [cursor-unclosed]
    return -1;
  if (n == 0)
    return 0;
  return shut(db);
}
