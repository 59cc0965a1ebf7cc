// RUN: %check %s -- -std=gnu11
// The struct keeps a pointer to what was closed.
#include <sqlite3.h>
#include <stddef.h>

struct cache {
  sqlite3 *db;
  sqlite3_stmt *find;
};

int refreshReported(struct cache *c) {
  sqlite3_finalize(c->find);
  if (sqlite3_exec(c->db, "DELETE FROM cache", NULL, NULL, NULL) != SQLITE_OK)
    return -1;
  return sqlite3_reset(c->find);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}find' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

int refreshSilent(struct cache *c) {
  sqlite3_finalize(c->find);
  if (sqlite3_prepare_v2(c->db, "SELECT 1", -1, &c->find, NULL) != SQLITE_OK)
    return -1;
  return sqlite3_reset(c->find);
}
