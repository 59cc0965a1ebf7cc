// RUN: %check %s -- -std=c++17
#include <rocksdb/db.h>
#include <rocksdb/utilities/transaction.h>
#include <rocksdb/utilities/transaction_db.h>

#include <memory>
#include <mutex>
#include <thread>

void transactionReported(rocksdb::TransactionDB *db) {
  std::unique_ptr<rocksdb::Transaction> txn(
      db->BeginTransaction(rocksdb::WriteOptions()));
  std::thread other([&] { txn->Put("a", "1"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(RocksDB rocksdb::Transaction) is used by two threads {{.*}} [cursor-thread-share]
  txn->Put("b", "2");
  other.join();
  txn->Commit();
}

void transactionPerThreadSilent(rocksdb::TransactionDB *db) {
  std::thread other([db] {
    std::unique_ptr<rocksdb::Transaction> txn(
        db->BeginTransaction(rocksdb::WriteOptions()));
    txn->Put("a", "1");
    txn->Commit();
  });
  std::unique_ptr<rocksdb::Transaction> txn(
      db->BeginTransaction(rocksdb::WriteOptions()));
  txn->Put("b", "2");
  txn->Commit();
  other.join();
}

void guardedSilent(rocksdb::TransactionDB *db) {
  std::mutex mutex;
  std::unique_ptr<rocksdb::Transaction> txn(
      db->BeginTransaction(rocksdb::WriteOptions()));
  std::thread other([&] {
    std::lock_guard<std::mutex> lock(mutex);
    txn->Put("a", "1");
  });
  {
    std::lock_guard<std::mutex> lock(mutex);
    txn->Put("b", "2");
  }
  other.join();
  txn->Commit();
}

void databaseSilent(rocksdb::DB *db, rocksdb::ColumnFamilyHandle *family) {
  std::thread other(
      [=] { db->Put(rocksdb::WriteOptions(), family, "a", "1"); });
  db->Put(rocksdb::WriteOptions(), family, "b", "2");
  other.join();
}
