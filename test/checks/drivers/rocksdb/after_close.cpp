// RUN: %check %s -- -std=c++17
#include <rocksdb/db.h>
#include <rocksdb/utilities/optimistic_transaction_db.h>
#include <rocksdb/utilities/transaction.h>
#include <rocksdb/utilities/transaction_db.h>

#include <memory>
#include <string>
#include <vector>

void familiesReported(const std::string &path,
                      std::vector<rocksdb::ColumnFamilyDescriptor> wanted) {
  std::vector<rocksdb::ColumnFamilyHandle *> families;
  rocksdb::DB *db = nullptr;
  if (!rocksdb::DB::Open(rocksdb::DBOptions(), path, wanted, &families, &db)
           .ok())
    return;
  delete db;
  for (rocksdb::ColumnFamilyHandle *family : families)
    delete family;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(RocksDB rocksdb::ColumnFamilyHandle) is closed after its connection {{.*}} [cursor-use-after-close]
}

void familiesSilent(const std::string &path,
                    std::vector<rocksdb::ColumnFamilyDescriptor> wanted) {
  std::vector<rocksdb::ColumnFamilyHandle *> families;
  rocksdb::DB *db = nullptr;
  if (!rocksdb::DB::Open(rocksdb::DBOptions(), path, wanted, &families, &db)
           .ok())
    return;
  for (rocksdb::ColumnFamilyHandle *family : families)
    delete family;
  delete db;
}

void iteratorOfTransactionReported(rocksdb::TransactionDB *db) {
  rocksdb::Transaction *txn = db->BeginTransaction(rocksdb::WriteOptions());
  rocksdb::Iterator *it = txn->GetIterator(rocksdb::ReadOptions());
  it->SeekToFirst();
  txn->Commit();
  delete txn;
  delete it;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'it' (RocksDB rocksdb::Iterator) is closed after its connection {{.*}} [cursor-use-after-close]
}

void iteratorOfTransactionSilent(rocksdb::TransactionDB *db) {
  rocksdb::Transaction *txn = db->BeginTransaction(rocksdb::WriteOptions());
  rocksdb::Iterator *it = txn->GetIterator(rocksdb::ReadOptions());
  it->SeekToFirst();
  delete it;
  txn->Commit();
  delete txn;
}

bool transactionReported(const std::string &path) {
  rocksdb::OptimisticTransactionDB *raw = nullptr;
  if (!rocksdb::OptimisticTransactionDB::Open(rocksdb::Options(), path, &raw)
           .ok())
    return false;
  std::unique_ptr<rocksdb::Transaction> txn;
  std::unique_ptr<rocksdb::OptimisticTransactionDB> db(raw);
  txn.reset(db->BeginTransaction(rocksdb::WriteOptions()));
  txn->Put("k", "v");
  return txn->Commit().ok();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(RocksDB rocksdb::Transaction) is closed after its connection {{.*}} [cursor-use-after-close]
}

bool transactionSilent(const std::string &path) {
  rocksdb::OptimisticTransactionDB *raw = nullptr;
  if (!rocksdb::OptimisticTransactionDB::Open(rocksdb::Options(), path, &raw)
           .ok())
    return false;
  std::unique_ptr<rocksdb::OptimisticTransactionDB> db(raw);
  std::unique_ptr<rocksdb::Transaction> txn;
  txn.reset(db->BeginTransaction(rocksdb::WriteOptions()));
  txn->Put("k", "v");
  return txn->Commit().ok();
}

void usedAfterCloseReported(rocksdb::DB *db) {
  db->Close();
  db->Put(rocksdb::WriteOptions(), "k", "v");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (RocksDB rocksdb::DB) is used after {{.*}} [cursor-use-after-close]
}

void usedBeforeCloseSilent(rocksdb::DB *db) {
  db->Put(rocksdb::WriteOptions(), "k", "v");
  db->Close();
}

std::string keyReported(rocksdb::Iterator *it) {
  rocksdb::Slice key = it->key();
  it->Prev();
  return key.ToString();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
}

std::string keySilent(rocksdb::Iterator *it) {
  rocksdb::Slice key = it->key();
  std::string text = key.ToString();
  it->Prev();
  return text;
}
