// RUN: %check %s -- -std=gnu11 -pthread
// RUN: %truth %s -- -std=gnu11 -pthread
// A database of RocksDB may be shared; of an iterator only the calls that do not move it.
#include <rocksdb/c.h>
#include <pthread.h>
#include <stddef.h>

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

static void *advance(void *data) {
  rocksdb_iter_next(data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'it'{{.*}}[cursor-thread-share]
  return NULL;
}

static void *look(void *data) {
  rocksdb_iterator_t *it = data;
  size_t size;
  rocksdb_iter_key(it, &size);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'it'{{.*}}[cursor-thread-share]
  return NULL;
}

static void *measure(void *data) {
  rocksdb_t *db = data;
  rocksdb_free(rocksdb_property_value(db, "rocksdb.stats"));
  return NULL;
}

void movedReported(const char *folder) {
  pthread_t thread;
  rocksdb_t *db = opened(folder);
  if (!db)
    return;
  rocksdb_iterator_t *it = all(db);
  pthread_create(&thread, NULL, advance, it);
  rocksdb_iter_valid(it);
  pthread_join(thread, NULL);
  rocksdb_iter_destroy(it);
  rocksdb_close(db);
}

void movedSilent(const char *folder) {
  pthread_t thread;
  rocksdb_t *db = opened(folder);
  if (!db)
    return;
  rocksdb_iterator_t *it = all(db), *mine = all(db);
  pthread_create(&thread, NULL, advance, it);
  rocksdb_iter_valid(mine);
  pthread_join(thread, NULL);
  rocksdb_iter_destroy(mine);
  rocksdb_iter_destroy(it);
  rocksdb_close(db);
}

void lookedAtReported(const char *folder) {
  pthread_t thread;
  rocksdb_t *db = opened(folder);
  if (!db)
    return;
  rocksdb_iterator_t *it = all(db);
  pthread_create(&thread, NULL, look, it);
  rocksdb_iter_next(it);
  pthread_join(thread, NULL);
  rocksdb_iter_destroy(it);
  rocksdb_close(db);
}

void lookedAtSilent(const char *folder) {
  pthread_t thread;
  rocksdb_t *db = opened(folder);
  if (!db)
    return;
  rocksdb_iterator_t *it = all(db);
  pthread_create(&thread, NULL, look, it);
  rocksdb_iter_valid(it);
  pthread_join(thread, NULL);
  rocksdb_iter_destroy(it);
  rocksdb_close(db);
}

static void *forget(void *data) {
  rocksdb_iter_destroy(data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'it'{{.*}}[cursor-thread-share]
  return NULL;
}

void destroyedReported(const char *folder) {
  pthread_t thread;
  rocksdb_t *db = opened(folder);
  if (!db)
    return;
  rocksdb_iterator_t *it = all(db);
  if (pthread_create(&thread, NULL, forget, it) != 0) {
    rocksdb_iter_destroy(it);
    rocksdb_close(db);
    return;
  }
  rocksdb_iter_valid(it);
  pthread_join(thread, NULL);
  rocksdb_close(db);
}

void destroyedSilent(const char *folder) {
  pthread_t thread;
  rocksdb_t *db = opened(folder);
  if (!db)
    return;
  rocksdb_iterator_t *it = all(db);
  rocksdb_iter_valid(it);
  if (pthread_create(&thread, NULL, forget, it) != 0) {
    rocksdb_iter_destroy(it);
    rocksdb_close(db);
    return;
  }
  measure(db);
  pthread_join(thread, NULL);
  rocksdb_close(db);
}
