// RUN: %check %s -- -std=c++17
// The owner of a pointer that a helper returns is the helper's own: the finding
// names it all the same.
#include <cstdio>
#include <lmdb.h>
#include <string>

static const char *valueReported(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = {1, const_cast<char *>("a")}, value = {0, nullptr};
  if (mdb_txn_begin(env, nullptr, MDB_RDONLY, &txn))
    return nullptr;
  int rc = mdb_get(txn, dbi, &key, &value);
  mdb_txn_abort(txn);
  return rc ? nullptr : static_cast<const char *>(value.mv_data);
}

void showReported(MDB_env *env, MDB_dbi dbi) {
  if (const char *text = valueReported(env, dbi))
    std::puts(text);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'txn' (LMDB MDB_txn) is used after{{.*}} [cursor-use-after-close]
}

static std::string valueSilent(MDB_env *env, MDB_dbi dbi) {
  MDB_txn *txn;
  MDB_val key = {1, const_cast<char *>("a")}, value = {0, nullptr};
  std::string copy;
  if (mdb_txn_begin(env, nullptr, MDB_RDONLY, &txn))
    return copy;
  if (mdb_get(txn, dbi, &key, &value) == 0)
    copy.assign(static_cast<const char *>(value.mv_data), value.mv_size);
  mdb_txn_abort(txn);
  return copy;
}

void showSilent(MDB_env *env, MDB_dbi dbi) {
  std::puts(valueSilent(env, dbi).c_str());
}
