// RUN: %check %s -- -std=gnu11 -I/usr/include/libmongoc-1.0 -I/usr/include/libbson-1.0
// A library answers in a structure of the caller's, which was zero before.
#include <db.h>
#include <lmdb.h>
#include <mongoc/mongoc.h>
#include <string.h>
#include <sys/stat.h>

int codeReported(mongoc_collection_t *c, const bson_t *filter, const bson_t *doc) {
  bson_error_t error = {0};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'cursor'{{.*}} [cursor-unclosed]
  mongoc_cursor_t *cursor = mongoc_collection_find_with_opts(c, filter, NULL, NULL);
  mongoc_collection_insert_one(c, doc, NULL, NULL, &error);
  if (error.code)
    return -1;
  mongoc_cursor_destroy(cursor);
  return 0;
}

int codeSilent(mongoc_collection_t *c, const bson_t *filter, const bson_t *doc) {
  bson_error_t error = {0};
  mongoc_cursor_t *cursor = mongoc_collection_find_with_opts(c, filter, NULL, NULL);
  mongoc_collection_insert_one(c, doc, NULL, NULL, &error);
  mongoc_cursor_destroy(cursor);
  return error.code ? -1 : 0;
}

// The error speaks of the session.
int sessionSilent(mongoc_client_t *client) {
  bson_error_t error = {0};
  mongoc_client_session_t *session = mongoc_client_start_session(client, NULL, &error);
  if (error.code)
    return -1;
  mongoc_client_session_destroy(session);
  return 0;
}

int sizeReported(DB *db) {
  DBC *cursor;
  DBT key = {0}, data = {0};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'cursor'{{.*}} [cursor-unclosed]
  if (db->cursor(db, NULL, &cursor, 0))
    return -1;
  while (cursor->get(cursor, &key, &data, DB_NEXT) == 0) {
    if (data.size != sizeof(int))
      continue;
    if (*(int *)data.data == 7)
      return 7;
  }
  cursor->close(cursor);
  return 0;
}

int sizeSilent(DB *db) {
  DBC *cursor;
  DBT key = {0}, data = {0};
  int found = 0;
  if (db->cursor(db, NULL, &cursor, 0))
    return -1;
  while (!found && cursor->get(cursor, &key, &data, DB_NEXT) == 0) {
    if (data.size != sizeof(int))
      continue;
    if (*(int *)data.data == 7)
      found = 7;
  }
  cursor->close(cursor);
  return found;
}

int valueReported(MDB_txn *txn, MDB_dbi dbi) {
  MDB_cursor *cursor;
  MDB_val key = {0}, value = {0};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'cursor'{{.*}} [cursor-unclosed]
  if (mdb_cursor_open(txn, dbi, &cursor))
    return -1;
  while (mdb_cursor_get(cursor, &key, &value, MDB_NEXT) == 0)
    if (value.mv_size == 4)
      return 4;
  mdb_cursor_close(cursor);
  return 0;
}

int valueSilent(MDB_txn *txn, MDB_dbi dbi) {
  MDB_cursor *cursor;
  MDB_val key = {0}, value = {0};
  if (mdb_cursor_open(txn, dbi, &cursor))
    return -1;
  while (mdb_cursor_get(cursor, &key, &value, MDB_NEXT) == 0)
    if (value.mv_size == 4)
      break;
  mdb_cursor_close(cursor);
  return 0;
}

int emptyFileReported(MDB_txn *txn, MDB_dbi dbi, const char *file) {
  MDB_cursor *cursor;
  struct stat info = {0};
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'cursor'{{.*}} [cursor-unclosed]
  if (mdb_cursor_open(txn, dbi, &cursor))
    return -1;
  stat(file, &info);
  if (info.st_size > 0)
    return 1;
  mdb_cursor_close(cursor);
  return 0;
}
