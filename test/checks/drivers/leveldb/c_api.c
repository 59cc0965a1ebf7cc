// RUN: %check %s -- -std=c11
#include <leveldb/c.h>
#include <stdio.h>

int errorTextReported(const leveldb_options_t *options, const char *path,
                      const leveldb_writeoptions_t *write) {
  char *error = NULL;
  leveldb_t *db = leveldb_open(options, path, &error);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (LevelDB leveldb_t) is not closed{{.*}} [cursor-unclosed]
  if (error)
    return 1;
  leveldb_put(db, write, "k", 1, "v", 1, &error);
  if (error)
    return 2;
  leveldb_close(db);
  return 0;
}

int errorTextSilent(const leveldb_options_t *options, const char *path,
                    const leveldb_writeoptions_t *write) {
  char *error = NULL;
  leveldb_t *db = leveldb_open(options, path, &error);
  if (error)
    return 1;
  leveldb_put(db, write, "k", 1, "v", 1, &error);
  leveldb_close(db);
  return error ? 2 : 0;
}

void iteratorReported(leveldb_t *db, const leveldb_readoptions_t *options) {
  leveldb_iterator_t *it = leveldb_create_iterator(db, options);
  leveldb_iter_seek_to_first(it);
  leveldb_close(db);
  leveldb_iter_destroy(it);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'it' (LevelDB leveldb_iterator_t) {{.*}} [cursor-use-after-close]
}

void iteratorSilent(leveldb_t *db, const leveldb_readoptions_t *options) {
  leveldb_iterator_t *it = leveldb_create_iterator(db, options);
  leveldb_iter_seek_to_first(it);
  leveldb_iter_destroy(it);
  leveldb_close(db);
}

void keyReported(leveldb_iterator_t *it) {
  size_t length;
  const char *key = leveldb_iter_key(it, &length);
  leveldb_iter_next(it);
  fwrite(key, 1, length, stdout);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
}

void keySilent(leveldb_iterator_t *it) {
  size_t length;
  const char *key = leveldb_iter_key(it, &length);
  fwrite(key, 1, length, stdout);
  leveldb_iter_next(it);
}

void snapshotReported(leveldb_t *db, leveldb_readoptions_t *options) {
  const leveldb_snapshot_t *snapshot = leveldb_create_snapshot(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'snapshot' (LevelDB leveldb_snapshot_t) is not closed{{.*}} [cursor-unclosed]
  leveldb_readoptions_set_snapshot(options, snapshot);
}

void snapshotSilent(leveldb_t *db, leveldb_readoptions_t *options) {
  const leveldb_snapshot_t *snapshot = leveldb_create_snapshot(db);
  leveldb_readoptions_set_snapshot(options, snapshot);
  leveldb_readoptions_set_snapshot(options, NULL);
  leveldb_release_snapshot(db, snapshot);
}
