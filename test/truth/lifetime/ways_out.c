// RUN: %check %s -- -std=c11
// RUN: %truth %s -- -std=c11
// Ways out of a block that holds a statement, with and without the close before it.
#include <sqlite3.h>
#include <stddef.h>

int byReturnReported(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t WHERE id > 9", -1, &stmt, 0))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    return -1;
  if (sqlite3_step(stmt) != SQLITE_ROW)
    return 0;
  int id = sqlite3_column_int(stmt, 0);
  sqlite3_finalize(stmt);
  return id;
}

int byReturnSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t WHERE id > 9", -1, &stmt, 0))
    return -1;
  if (sqlite3_step(stmt) != SQLITE_ROW) {
    sqlite3_finalize(stmt);
    return 0;
  }
  int id = sqlite3_column_int(stmt, 0);
  sqlite3_finalize(stmt);
  return id;
}

int byEndReported(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  int rows = 0;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, 0) == SQLITE_OK)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    while (sqlite3_step(stmt) == SQLITE_ROW)
      rows++;
  return rows;
}

int byEndSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = 0;
  int rows = 0;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, 0) == SQLITE_OK)
    while (sqlite3_step(stmt) == SQLITE_ROW)
      rows++;
  sqlite3_finalize(stmt);
  return rows;
}

int byBreakReported(sqlite3 *db) {
  int sum = 0;
  for (int id = 1; id < 9; id++) {
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v2(db, "SELECT id FROM t WHERE id = ?", -1, &stmt, 0) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
      break;
    sqlite3_bind_int(stmt, 1, id);
    if (sqlite3_step(stmt) != SQLITE_ROW)
      break;
    sum += sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
  }
  return sum;
}

int byBreakSilent(sqlite3 *db) {
  int sum = 0;
  for (int id = 1; id < 9; id++) {
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v2(db, "SELECT id FROM t WHERE id = ?", -1, &stmt, 0) != SQLITE_OK)
      break;
    sqlite3_bind_int(stmt, 1, id);
    int rc = sqlite3_step(stmt);
    if (rc == SQLITE_ROW)
      sum += sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
    if (rc != SQLITE_ROW)
      break;
  }
  return sum;
}

int byContinueReported(sqlite3 *db) {
  int sum = 0;
  for (int id = 0; id < 3; id++) {
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(db, "SELECT id FROM t WHERE id = ?", -1, &stmt, NULL);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    if (rc != SQLITE_OK)
      continue;
    sqlite3_bind_int(stmt, 1, id);
    if (sqlite3_step(stmt) == SQLITE_DONE)
      continue;
    sum += sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
  }
  return sum;
}

int byContinueSilent(sqlite3 *db) {
  int sum = 0;
  for (int id = 0; id < 3; id++) {
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(db, "SELECT id FROM t WHERE id = ?", -1, &stmt, NULL);
    if (rc != SQLITE_OK)
      continue;
    sqlite3_bind_int(stmt, 1, id);
    if (sqlite3_step(stmt) == SQLITE_DONE) {
      sqlite3_finalize(stmt);
      continue;
    }
    sum += sqlite3_column_int(stmt, 0);
    sqlite3_finalize(stmt);
  }
  return sum;
}

int byGotoReported(sqlite3 *db) {
  sqlite3_stmt *find = NULL, *count = NULL;
  int result = -1;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t WHERE name = 'none'", -1, &find, NULL))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'find'{{.*}}[cursor-unclosed]
    goto out;
  if (sqlite3_step(find) != SQLITE_ROW)
    goto out;
  if (sqlite3_prepare_v2(db, "SELECT count(*) FROM t", -1, &count, NULL))
    goto close_find;
  sqlite3_step(count);
  result = sqlite3_column_int(count, 0);
  sqlite3_finalize(count);
close_find:
  sqlite3_finalize(find);
out:
  return result;
}

int byGotoSilent(sqlite3 *db) {
  sqlite3_stmt *find = NULL, *count = NULL;
  int result = -1;
  if (sqlite3_prepare_v2(db, "SELECT id FROM t WHERE name = 'none'", -1, &find, NULL))
    goto out;
  if (sqlite3_step(find) != SQLITE_ROW)
    goto close_find;
  if (sqlite3_prepare_v2(db, "SELECT count(*) FROM t", -1, &count, NULL))
    goto close_find;
  sqlite3_step(count);
  result = sqlite3_column_int(count, 0);
  sqlite3_finalize(count);
close_find:
  sqlite3_finalize(find);
out:
  return result;
}

static int ok(int rc) { return rc == SQLITE_OK; }

int bySwitchReported(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (!ok(sqlite3_prepare_v2(db, "DELETE FROM t WHERE id = 1", -1, &stmt, NULL)))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
    return -1;
  switch (sqlite3_step(stmt)) {
  case SQLITE_DONE:
    return sqlite3_changes(db);
  case SQLITE_ROW:
    sqlite3_finalize(stmt);
    return -2;
  default:
    sqlite3_finalize(stmt);
    return -3;
  }
}

int bySwitchSilent(sqlite3 *db) {
  sqlite3_stmt *stmt;
  if (!ok(sqlite3_prepare_v2(db, "DELETE FROM t WHERE id = 1", -1, &stmt, NULL)))
    return -1;
  switch (sqlite3_step(stmt)) {
  case SQLITE_DONE:
    sqlite3_finalize(stmt);
    return sqlite3_changes(db);
  case SQLITE_ROW:
    sqlite3_finalize(stmt);
    return -2;
  default:
    sqlite3_finalize(stmt);
    return -3;
  }
}

#define TRY(call)                                                                      \
  do {                                                                                 \
    if ((call) != SQLITE_OK)                                                           \
      return -1;                                                                       \
  } while (0)

int byMacroReported(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  TRY(sqlite3_prepare_v2(db, "UPDATE t SET name = ?", -1, &stmt, NULL));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-unclosed]
  TRY(sqlite3_bind_text(stmt, 2, "no second one", -1, SQLITE_STATIC));
  sqlite3_step(stmt);
  return sqlite3_finalize(stmt);
}

int byMacroSilent(sqlite3 *db) {
  sqlite3_stmt *stmt = NULL;
  TRY(sqlite3_prepare_v2(db, "UPDATE t SET name = ?", -1, &stmt, NULL));
  if (sqlite3_bind_text(stmt, 2, "no second one", -1, SQLITE_STATIC) == SQLITE_OK)
    sqlite3_step(stmt);
  return sqlite3_finalize(stmt);
}
