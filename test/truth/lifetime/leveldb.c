// RUN: %check %s -- -std=c11
// RUN: %truth %s -- -std=c11
// LevelDB in C: an iterator must go before its database, and lends what it points to.
#include <leveldb/c.h>
#include <stddef.h>
#include <stdlib.h>

static leveldb_t *opened(const char *folder) {
  leveldb_options_t *options = leveldb_options_create();
  char *error = NULL;
  leveldb_t *db = leveldb_open(options, folder, &error);
  leveldb_options_destroy(options);
  leveldb_free(error);
  return db;
}

static leveldb_iterator_t *all(leveldb_t *db) {
  leveldb_readoptions_t *options = leveldb_readoptions_create();
  leveldb_iterator_t *it = leveldb_create_iterator(db, options);
  leveldb_readoptions_destroy(options);
  leveldb_iter_seek_to_first(it);
  return it;
}

int iteratorLeftReported(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return -1;
  int count = 0;
  for (leveldb_iterator_t *it = all(db); leveldb_iter_valid(it); leveldb_iter_next(it))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'it'{{.*}}[cursor-unclosed]
    count++;
  leveldb_close(db);
  return count;
}

int iteratorLeftSilent(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return -1;
  int count = 0;
  leveldb_iterator_t *it = all(db);
  for (; leveldb_iter_valid(it); leveldb_iter_next(it))
    count++;
  leveldb_iter_destroy(it);
  leveldb_close(db);
  return count;
}

int databaseLeftReported(const char *folder) {
  leveldb_t *db = opened(folder);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-unclosed]
  if (!db)
    return -1;
  char *files = leveldb_property_value(db, "leveldb.sstables");
  if (!files)
    return 0;
  if (files[0] != 'x') {
    leveldb_free(files);
    return 1;
  }
  leveldb_free(files);
  leveldb_close(db);
  return 0;
}

int databaseLeftSilent(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return -1;
  char *files = leveldb_property_value(db, "leveldb.sstables");
  int known = files && files[0] != 'x';
  leveldb_free(files);
  leveldb_close(db);
  return known;
}

void wrongOrderReported(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return;
  leveldb_iterator_t *it = all(db);
  leveldb_close(db);
  leveldb_iter_destroy(it);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'it'{{.*}}[cursor-use-after-close]
}

void wrongOrderSilent(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return;
  leveldb_iterator_t *it = all(db);
  leveldb_iter_destroy(it);
  leveldb_close(db);
}

int keyAfterNextReported(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return -1;
  leveldb_iterator_t *it = all(db);
  int first = 0;
  if (leveldb_iter_valid(it)) {
    size_t size;
    const char *key = leveldb_iter_key(it, &size);
    leveldb_iter_next(it);
    first = key[0];
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]
  }
  leveldb_iter_destroy(it);
  leveldb_close(db);
  return first;
}

int keyAfterNextSilent(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return -1;
  leveldb_iterator_t *it = all(db);
  int first = 0;
  if (leveldb_iter_valid(it)) {
    size_t size;
    const char *key = leveldb_iter_key(it, &size);
    first = key[0];
    leveldb_iter_next(it);
  }
  leveldb_iter_destroy(it);
  leveldb_close(db);
  return first;
}

int valueAfterDestroyReported(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return -1;
  leveldb_iterator_t *it = all(db);
  size_t size;
  const char *value = leveldb_iter_value(it, &size);
  leveldb_iter_destroy(it);
  int last = value[size - 1];
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]
  leveldb_close(db);
  return last;
}

int valueAfterDestroySilent(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return -1;
  leveldb_iterator_t *it = all(db);
  size_t size;
  const char *value = leveldb_iter_value(it, &size);
  int last = value[size - 1];
  leveldb_iter_destroy(it);
  leveldb_close(db);
  return last;
}

void closedTwiceReported(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return;
  leveldb_close(db);
  leveldb_close(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-use-after-close]
}

void closedTwiceSilent(const char *folder) {
  leveldb_t *db = opened(folder);
  if (!db)
    return;
  leveldb_close(db);
  db = opened(folder);
  if (db)
    leveldb_close(db);
}

// A failed open leaves nothing: there is no database in a folder that is not there.
int failedOpenReported(const char *folder) {
  leveldb_t *one = opened(folder);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'one'{{.*}}[cursor-unclosed]
  leveldb_t *two = opened("no/such/folder");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'two'{{.*}}[cursor-unclosed]
  if (!one || !two)
    return -1;
  leveldb_close(two);
  leveldb_close(one);
  return 0;
}

int failedOpenSilent(const char *folder) {
  leveldb_t *one = opened(folder);
  if (!one)
    return -1;
  leveldb_t *two = opened("no/such/folder");
  if (two)
    leveldb_close(two);
  leveldb_close(one);
  return 0;
}
