// RUN: %check %s -- -std=gnu11
// Incremental blobs and backups are handles as well.
#include <sqlite3.h>

int sizeReported(sqlite3 *db) {
  sqlite3_blob *blob;
  if (sqlite3_blob_open(db, "main", "t", "x", 1, 0, &blob) != SQLITE_OK)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}blob' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
    return -1;
  return sqlite3_blob_bytes(blob);
}

int sizeSilent(sqlite3 *db) {
  sqlite3_blob *blob;
  int bytes;
  if (sqlite3_blob_open(db, "main", "t", "x", 1, 0, &blob) != SQLITE_OK)
    return -1;
  bytes = sqlite3_blob_bytes(blob);
  sqlite3_blob_close(blob);
  return bytes;
}

int backupReported(sqlite3 *to, sqlite3 *from) {
  sqlite3_backup *copy = sqlite3_backup_init(to, "main", from, "main");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}copy' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (!copy)
    return -1;
  if (sqlite3_backup_step(copy, -1) != SQLITE_DONE)
    return -1;
  return sqlite3_backup_finish(copy);
}

int backupSilent(sqlite3 *to, sqlite3 *from) {
  sqlite3_backup *copy = sqlite3_backup_init(to, "main", from, "main");
  if (!copy)
    return -1;
  sqlite3_backup_step(copy, -1);
  return sqlite3_backup_finish(copy);
}
