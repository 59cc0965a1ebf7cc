// RUN: %check %s -- -std=c11
// RUN: %truth %s -- -std=c11
// RocksDB in C: an iterator must go before its database, and lends what it points to.
#include <rocksdb/c.h>
#include <stddef.h>
#include <stdlib.h>

static rocksdb_t *opened(const char *folder) {
  rocksdb_options_t *options = rocksdb_options_create();
  char *error = NULL;
  rocksdb_t *db = rocksdb_open(options, folder, &error);
  rocksdb_options_destroy(options);
  rocksdb_free(error);
  return db;
}

static rocksdb_iterator_t *all(rocksdb_t *db) {
  rocksdb_readoptions_t *options = rocksdb_readoptions_create();
  rocksdb_iterator_t *it = rocksdb_create_iterator(db, options);
  rocksdb_readoptions_destroy(options);
  rocksdb_iter_seek_to_first(it);
  return it;
}

int iteratorLeftReported(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return -1;
  int count = 0;
  for (rocksdb_iterator_t *it = all(db); rocksdb_iter_valid(it); rocksdb_iter_next(it))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'it'{{.*}}[cursor-unclosed]
    count++;
  rocksdb_close(db);
  return count;
}

int iteratorLeftSilent(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return -1;
  int count = 0;
  rocksdb_iterator_t *it = all(db);
  for (; rocksdb_iter_valid(it); rocksdb_iter_next(it))
    count++;
  rocksdb_iter_destroy(it);
  rocksdb_close(db);
  return count;
}

int databaseLeftReported(const char *folder) {
  rocksdb_t *db = opened(folder);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-unclosed]
  if (!db)
    return -1;
  char *files = rocksdb_property_value(db, "rocksdb.stats");
  if (!files)
    return 0;
  if (files[0] != 'x') {
    rocksdb_free(files);
    return 1;
  }
  rocksdb_free(files);
  rocksdb_close(db);
  return 0;
}

int databaseLeftSilent(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return -1;
  char *files = rocksdb_property_value(db, "rocksdb.stats");
  int known = files && files[0] != 'x';
  rocksdb_free(files);
  rocksdb_close(db);
  return known;
}

void wrongOrderReported(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return;
  rocksdb_iterator_t *it = all(db);
  rocksdb_close(db);
  rocksdb_iter_destroy(it);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'it'{{.*}}[cursor-use-after-close]
}

void wrongOrderSilent(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return;
  rocksdb_iterator_t *it = all(db);
  rocksdb_iter_destroy(it);
  rocksdb_close(db);
}

int keyAfterNextReported(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return -1;
  rocksdb_iterator_t *it = all(db);
  int first = 0;
  if (rocksdb_iter_valid(it)) {
    size_t size;
    const char *key = rocksdb_iter_key(it, &size);
    rocksdb_iter_next(it);
    first = key[0];
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]
  }
  rocksdb_iter_destroy(it);
  rocksdb_close(db);
  return first;
}

int keyAfterNextSilent(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return -1;
  rocksdb_iterator_t *it = all(db);
  int first = 0;
  if (rocksdb_iter_valid(it)) {
    size_t size;
    const char *key = rocksdb_iter_key(it, &size);
    first = key[0];
    rocksdb_iter_next(it);
  }
  rocksdb_iter_destroy(it);
  rocksdb_close(db);
  return first;
}

int valueAfterDestroyReported(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return -1;
  rocksdb_iterator_t *it = all(db);
  size_t size;
  const char *value = rocksdb_iter_value(it, &size);
  rocksdb_iter_destroy(it);
  int last = value[size - 1];
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]
  rocksdb_close(db);
  return last;
}

int valueAfterDestroySilent(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return -1;
  rocksdb_iterator_t *it = all(db);
  size_t size;
  const char *value = rocksdb_iter_value(it, &size);
  int last = value[size - 1];
  rocksdb_iter_destroy(it);
  rocksdb_close(db);
  return last;
}

void closedTwiceReported(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return;
  rocksdb_close(db);
  rocksdb_close(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-use-after-close]
}

void closedTwiceSilent(const char *folder) {
  rocksdb_t *db = opened(folder);
  if (!db)
    return;
  rocksdb_close(db);
  db = opened(folder);
  if (db)
    rocksdb_close(db);
}

// A failed open leaves nothing: there is no database in a folder that is not there.
int failedOpenReported(const char *folder) {
  rocksdb_t *one = opened(folder);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'one'{{.*}}[cursor-unclosed]
  rocksdb_t *two = opened("no/such/folder");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'two'{{.*}}[cursor-unclosed]
  if (!one || !two)
    return -1;
  rocksdb_close(two);
  rocksdb_close(one);
  return 0;
}

int failedOpenSilent(const char *folder) {
  rocksdb_t *one = opened(folder);
  if (!one)
    return -1;
  rocksdb_t *two = opened("no/such/folder");
  if (two)
    rocksdb_close(two);
  rocksdb_close(one);
  return 0;
}
