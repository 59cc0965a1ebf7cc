// RUN: %check %s -- -std=gnu11 -pthread
// RUN: %truth %s -- -std=gnu11 -pthread
// A database of LevelDB may be shared; of an iterator only the calls that do not move it.
#include <leveldb/c.h>
#include <pthread.h>
#include <stddef.h>

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

static void *advance(void *data) {
  leveldb_iter_next(data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'it'{{.*}}[cursor-thread-share]
  return NULL;
}

static void *look(void *data) {
  leveldb_iterator_t *it = data;
  size_t size;
  leveldb_iter_key(it, &size);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'it'{{.*}}[cursor-thread-share]
  return NULL;
}

static void *measure(void *data) {
  leveldb_t *db = data;
  leveldb_free(leveldb_property_value(db, "leveldb.stats"));
  return NULL;
}

void movedReported(const char *folder) {
  pthread_t thread;
  leveldb_t *db = opened(folder);
  if (!db)
    return;
  leveldb_iterator_t *it = all(db);
  pthread_create(&thread, NULL, advance, it);
  leveldb_iter_valid(it);
  pthread_join(thread, NULL);
  leveldb_iter_destroy(it);
  leveldb_close(db);
}

void movedSilent(const char *folder) {
  pthread_t thread;
  leveldb_t *db = opened(folder);
  if (!db)
    return;
  leveldb_iterator_t *it = all(db), *mine = all(db);
  pthread_create(&thread, NULL, advance, it);
  leveldb_iter_valid(mine);
  pthread_join(thread, NULL);
  leveldb_iter_destroy(mine);
  leveldb_iter_destroy(it);
  leveldb_close(db);
}

void lookedAtReported(const char *folder) {
  pthread_t thread;
  leveldb_t *db = opened(folder);
  if (!db)
    return;
  leveldb_iterator_t *it = all(db);
  pthread_create(&thread, NULL, look, it);
  leveldb_iter_next(it);
  pthread_join(thread, NULL);
  leveldb_iter_destroy(it);
  leveldb_close(db);
}

void lookedAtSilent(const char *folder) {
  pthread_t thread;
  leveldb_t *db = opened(folder);
  if (!db)
    return;
  leveldb_iterator_t *it = all(db);
  pthread_create(&thread, NULL, look, it);
  leveldb_iter_valid(it);
  pthread_join(thread, NULL);
  leveldb_iter_destroy(it);
  leveldb_close(db);
}

static void *forget(void *data) {
  leveldb_iter_destroy(data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'it'{{.*}}[cursor-thread-share]
  return NULL;
}

void destroyedReported(const char *folder) {
  pthread_t thread;
  leveldb_t *db = opened(folder);
  if (!db)
    return;
  leveldb_iterator_t *it = all(db);
  if (pthread_create(&thread, NULL, forget, it) != 0) {
    leveldb_iter_destroy(it);
    leveldb_close(db);
    return;
  }
  leveldb_iter_valid(it);
  pthread_join(thread, NULL);
  leveldb_close(db);
}

void destroyedSilent(const char *folder) {
  pthread_t thread;
  leveldb_t *db = opened(folder);
  if (!db)
    return;
  leveldb_iterator_t *it = all(db);
  leveldb_iter_valid(it);
  if (pthread_create(&thread, NULL, forget, it) != 0) {
    leveldb_iter_destroy(it);
    leveldb_close(db);
    return;
  }
  measure(db);
  pthread_join(thread, NULL);
  leveldb_close(db);
}
