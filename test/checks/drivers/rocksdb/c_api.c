// RUN: %check %s -- -std=c11
#include <rocksdb/c.h>
#include <stdio.h>

int openReported(const rocksdb_options_t *options, const char *path,
                 const rocksdb_readoptions_t *read) {
  char *error = NULL;
  rocksdb_t *db = rocksdb_open(options, path, &error);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (RocksDB rocksdb_t) is not closed{{.*}} [cursor-unclosed]
  if (error != NULL)
    return 1;
  size_t length;
  char *value = rocksdb_get(db, read, "k", 1, &length, &error);
  if (error != NULL || value == NULL)
    return 2;
  rocksdb_free(value);
  rocksdb_close(db);
  return 0;
}

int openSilent(const rocksdb_options_t *options, const char *path,
               const rocksdb_readoptions_t *read) {
  char *error = NULL;
  int result = 0;
  rocksdb_t *db = rocksdb_open(options, path, &error);
  if (error != NULL)
    return 1;
  size_t length;
  char *value = rocksdb_get(db, read, "k", 1, &length, &error);
  if (error != NULL || value == NULL)
    result = 2;
  rocksdb_free(value);
  rocksdb_close(db);
  return result;
}

void iteratorReported(rocksdb_t *db, const rocksdb_readoptions_t *options) {
  rocksdb_iterator_t *it = rocksdb_create_iterator(db, options);
  rocksdb_iter_seek_to_first(it);
  rocksdb_close(db);
  rocksdb_iter_destroy(it);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'it' (RocksDB rocksdb_iterator_t) is closed after its connection {{.*}} [cursor-use-after-close]
}

void transactionReported(rocksdb_transactiondb_t *db,
                         const rocksdb_writeoptions_t *write,
                         const rocksdb_transaction_options_t *options,
                         char **error) {
  rocksdb_transaction_t *txn =
      rocksdb_transaction_begin(db, write, options, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn' (RocksDB rocksdb_transaction_t) is not closed{{.*}} [cursor-unclosed]
  rocksdb_transaction_put(txn, "k", 1, "v", 1, error);
  rocksdb_transaction_commit(txn, error);
}

void transactionSilent(rocksdb_transactiondb_t *db,
                       const rocksdb_writeoptions_t *write,
                       const rocksdb_transaction_options_t *options,
                       char **error) {
  rocksdb_transaction_t *txn =
      rocksdb_transaction_begin(db, write, options, NULL);
  rocksdb_transaction_put(txn, "k", 1, "v", 1, error);
  rocksdb_transaction_commit(txn, error);
  txn = rocksdb_transaction_begin(db, write, options, txn);
  rocksdb_transaction_rollback(txn, error);
  rocksdb_transaction_destroy(txn);
}

void familiesReported(const rocksdb_options_t *options, const char *path,
                      const char *const *names,
                      const rocksdb_options_t *const *each) {
  char *error = NULL;
  rocksdb_column_family_handle_t *families[2];
  rocksdb_t *db = rocksdb_open_column_families(options, path, 2, names, each,
                                               families, &error);
  if (error)
    return;
  rocksdb_close(db);
  rocksdb_column_family_handle_destroy(families[0]);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(RocksDB rocksdb_column_family_handle_t) is closed after its connection {{.*}} [cursor-use-after-close]
}

void familiesSilent(const rocksdb_options_t *options, const char *path,
                    const char *const *names,
                    const rocksdb_options_t *const *each) {
  char *error = NULL;
  rocksdb_column_family_handle_t *families[2];
  rocksdb_t *db = rocksdb_open_column_families(options, path, 2, names, each,
                                               families, &error);
  if (error)
    return;
  rocksdb_column_family_handle_destroy(families[0]);
  rocksdb_column_family_handle_destroy(families[1]);
  rocksdb_close(db);
}
