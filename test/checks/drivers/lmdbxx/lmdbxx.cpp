// RUN: %check %s -- -std=c++17
#include <lmdb++.h>

#include <cstdio>
#include <memory>
#include <string>
#include <thread>

// The commit of a write transaction frees its cursors.
void cursorReported(lmdb::env &env) {
  auto txn = lmdb::txn::begin(env);
  auto dbi = lmdb::dbi::open(txn, nullptr);
  auto cursor = lmdb::cursor::open(txn, dbi);
  std::string key, value;
  while (cursor.get(key, value, MDB_NEXT))
    std::puts(key.c_str());
  txn.commit();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: 'cursor' (LMDB MDB_cursor) is closed after {{.*}} [cursor-use-after-close]
}

void cursorSilent(lmdb::env &env) {
  auto txn = lmdb::txn::begin(env);
  auto dbi = lmdb::dbi::open(txn, nullptr);
  {
    auto cursor = lmdb::cursor::open(txn, dbi);
    std::string key, value;
    while (cursor.get(key, value, MDB_NEXT))
      std::puts(key.c_str());
  }
  txn.commit();
}

void closedSilent(lmdb::env &env) {
  auto txn = lmdb::txn::begin(env);
  auto dbi = lmdb::dbi::open(txn, nullptr);
  auto cursor = lmdb::cursor::open(txn, dbi);
  std::string key, value;
  cursor.get(key, value, MDB_FIRST);
  cursor.close();
  txn.commit();
}

// One of a read-only transaction outlives it.
void readOnlySilent(lmdb::env &env) {
  auto txn = lmdb::txn::begin(env, nullptr, MDB_RDONLY);
  auto dbi = lmdb::dbi::open(txn, nullptr);
  auto cursor = lmdb::cursor::open(txn, dbi);
  std::string key, value;
  cursor.get(key, value, MDB_FIRST);
  txn.abort();
}

void valueReported(lmdb::env &env) {
  lmdb::val value;
  {
    auto txn = lmdb::txn::begin(env, nullptr, MDB_RDONLY);
    auto dbi = lmdb::dbi::open(txn, nullptr);
    lmdb::val key("k");
    if (!dbi.get(txn, key, value))
      return;
  }
  std::fwrite(value.data(), 1, value.size(), stdout);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
}

void valueSilent(lmdb::env &env) {
  auto txn = lmdb::txn::begin(env, nullptr, MDB_RDONLY);
  auto dbi = lmdb::dbi::open(txn, nullptr);
  lmdb::val key("k"), value;
  if (!dbi.get(txn, key, value))
    return;
  std::fwrite(value.data(), 1, value.size(), stdout);
}

// A write transaction is pinned, whatever the order.
void otherThreadReported(lmdb::env &env) {
  auto txn = lmdb::txn::begin(env);
  auto dbi = lmdb::dbi::open(txn, nullptr);
  std::thread other([&] { dbi.put(txn, "a", "b"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn' (LMDB MDB_txn) is used on another thread {{.*}} [cursor-thread-share]
  other.join();
  txn.commit();
}

void ownTransactionSilent(lmdb::env &env) {
  std::thread other([&] {
    auto txn = lmdb::txn::begin(env);
    auto dbi = lmdb::dbi::open(txn, nullptr);
    dbi.put(txn, "a", "b");
    txn.commit();
  });
  other.join();
}

void heapReported(lmdb::env &env) {
  auto *txn = new lmdb::txn(lmdb::txn::begin(env));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn' (LMDB MDB_txn) is not closed{{.*}} [cursor-unclosed]
  auto dbi = lmdb::dbi::open(*txn, nullptr);
  dbi.put(*txn, "a", "b");
}

void heapSilent(lmdb::env &env) {
  auto txn = std::make_unique<lmdb::txn>(lmdb::txn::begin(env));
  auto dbi = lmdb::dbi::open(*txn, nullptr);
  dbi.put(*txn, "a", "b");
  txn->commit();
}

void environmentReported() {
  lmdb::txn txn(nullptr);
  auto env = lmdb::env::create();
  env.set_mapsize(1UL << 20).open("/tmp/x", 0, 0664);
  txn = lmdb::txn::begin(env, nullptr, MDB_RDONLY);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}(LMDB MDB_txn) is closed after {{.*}} [cursor-use-after-close]
}

void environmentSilent() {
  auto env = lmdb::env::create();
  env.set_mapsize(1UL << 20).open("/tmp/x", 0, 0664);
  auto txn = lmdb::txn::begin(env, nullptr, MDB_RDONLY);
}
