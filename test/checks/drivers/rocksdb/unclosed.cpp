// RUN: %check %s -- -std=c++17
#include <rocksdb/db.h>
#include <rocksdb/utilities/transaction.h>
#include <rocksdb/utilities/transaction_db.h>

#include <memory>
#include <string>
#include <vector>

int iteratorReported(rocksdb::DB *db) {
  rocksdb::Iterator *it = db->NewIterator(rocksdb::ReadOptions());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'it' (RocksDB rocksdb::Iterator) is not closed{{.*}} [cursor-unclosed]
  it->SeekToFirst();
  if (!it->Valid())
    return -1;
  delete it;
  return 0;
}

int iteratorSilent(rocksdb::DB *db) {
  std::unique_ptr<rocksdb::Iterator> it(
      db->NewIterator(rocksdb::ReadOptions()));
  it->SeekToFirst();
  if (!it->Valid())
    return -1;
  return 0;
}

bool databaseReported(const std::string &path) {
  rocksdb::DB *db = nullptr;
  rocksdb::Status s = rocksdb::DB::Open(rocksdb::Options(), path, &db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (RocksDB rocksdb::DB) is not closed{{.*}} [cursor-unclosed]
  if (!s.ok())
    return false;
  s = db->Put(rocksdb::WriteOptions(), "k", "v");
  if (!s.ok())
    return false;
  delete db;
  return true;
}

bool databaseSilent(const std::string &path) {
  rocksdb::DB *raw = nullptr;
  rocksdb::Status s = rocksdb::DB::Open(rocksdb::Options(), path, &raw);
  if (!s.ok())
    return false;
  std::unique_ptr<rocksdb::DB> db(raw);
  s = db->Put(rocksdb::WriteOptions(), "k", "v");
  return s.ok();
}

// A commit ends the transaction, not the object.
rocksdb::Status transactionReported(rocksdb::TransactionDB *db) {
  rocksdb::Transaction *txn = db->BeginTransaction(rocksdb::WriteOptions());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'txn' (RocksDB rocksdb::Transaction) is not closed{{.*}} [cursor-unclosed]
  rocksdb::Status s = txn->Put("k", "v");
  if (!s.ok()) {
    txn->Rollback();
    return s;
  }
  s = txn->Commit();
  delete txn;
  return s;
}

rocksdb::Status transactionSilent(rocksdb::TransactionDB *db) {
  rocksdb::Transaction *txn = db->BeginTransaction(rocksdb::WriteOptions());
  rocksdb::Status s = txn->Put("k", "v");
  if (!s.ok()) {
    txn->Rollback();
    delete txn;
    return s;
  }
  s = txn->Commit();
  delete txn;
  return s;
}

// The old transaction is begun anew, no second one.
void reusedSilent(rocksdb::TransactionDB *db) {
  rocksdb::Transaction *txn = db->BeginTransaction(rocksdb::WriteOptions());
  txn->Commit();
  txn = db->BeginTransaction(rocksdb::WriteOptions(),
                             rocksdb::TransactionOptions(), txn);
  txn->Commit();
  delete txn;
}

void snapshotReported(rocksdb::DB *db, std::string *value) {
  rocksdb::ReadOptions options;
  options.snapshot = db->GetSnapshot();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(RocksDB rocksdb::Snapshot) is not closed{{.*}} [cursor-unclosed]
  if (!db->Get(options, "k", value).ok())
    return;
  db->ReleaseSnapshot(options.snapshot);
}

void snapshotSilent(rocksdb::DB *db, std::string *value) {
  rocksdb::ManagedSnapshot snapshot(db);
  rocksdb::ReadOptions options;
  options.snapshot = snapshot.snapshot();
  if (!db->Get(options, "k", value).ok())
    return;
}

void familyReported(rocksdb::DB *db) {
  rocksdb::ColumnFamilyHandle *family = nullptr;
  rocksdb::Status s = db->CreateColumnFamily(rocksdb::ColumnFamilyOptions(),
                                             "users", &family);
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: 'family' (RocksDB rocksdb::ColumnFamilyHandle) is not closed{{.*}} [cursor-unclosed]
  if (!s.ok())
    return;
  db->Put(rocksdb::WriteOptions(), family, "k", "v");
}

void familySilent(rocksdb::DB *db) {
  rocksdb::ColumnFamilyHandle *family = nullptr;
  rocksdb::Status s = db->CreateColumnFamily(rocksdb::ColumnFamilyOptions(),
                                             "users", &family);
  if (!s.ok())
    return;
  db->Put(rocksdb::WriteOptions(), family, "k", "v");
  db->DestroyColumnFamilyHandle(family);
}

bool familiesSilent(const std::string &path) {
  std::vector<rocksdb::ColumnFamilyDescriptor> wanted = {
      {"default", rocksdb::ColumnFamilyOptions()},
      {"users", rocksdb::ColumnFamilyOptions()}};
  std::vector<rocksdb::ColumnFamilyHandle *> families;
  rocksdb::DB *db = nullptr;
  if (!rocksdb::DB::Open(rocksdb::DBOptions(), path, wanted, &families, &db)
           .ok())
    return false;
  db->Put(rocksdb::WriteOptions(), families[1], "k", "v");
  for (rocksdb::ColumnFamilyHandle *family : families)
    db->DestroyColumnFamilyHandle(family);
  delete db;
  return true;
}

// Closed early for its status; the object still has to go.
bool closedFirstSilent(const std::string &path) {
  rocksdb::DB *db = nullptr;
  if (!rocksdb::DB::Open(rocksdb::Options(), path, &db).ok())
    return false;
  rocksdb::Status s = db->Close();
  delete db;
  return s.ok();
}

bool onlyClosedReported(const std::string &path) {
  rocksdb::DB *db = nullptr;
  if (!rocksdb::DB::Open(rocksdb::Options(), path, &db).ok())
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (RocksDB rocksdb::DB) {{.*}} [cursor-unclosed]
    return false;
  rocksdb::Status s = db->Close();
  return s.ok();
}

// The options' many shared pointers do not tire the analysis.
std::vector<rocksdb::ColumnFamilyDescriptor> twoFamilies() {
  std::vector<rocksdb::ColumnFamilyDescriptor> wanted;
  wanted.emplace_back("default", rocksdb::ColumnFamilyOptions());
  wanted.emplace_back("meta", rocksdb::ColumnFamilyOptions());
  return wanted;
}

bool defaultFamilyReported(const std::string &dir) {
  std::vector<rocksdb::ColumnFamilyDescriptor> wanted = twoFamilies();
  std::vector<rocksdb::ColumnFamilyHandle *> families;
  rocksdb::DB *db = nullptr;
  if (!rocksdb::DB::Open(rocksdb::DBOptions(), dir, wanted, &families, &db)
           .ok())
    return false;
  // CHECK: :[[@LINE-3]]:{{[0-9]+}}: warning: 'families' (RocksDB rocksdb::ColumnFamilyHandle) is not closed{{.*}} [cursor-unclosed]
  db->DestroyColumnFamilyHandle(families[1]);
  delete db;
  return true;
}

bool bothFamiliesSilent(const std::string &dir) {
  std::vector<rocksdb::ColumnFamilyDescriptor> wanted = twoFamilies();
  std::vector<rocksdb::ColumnFamilyHandle *> families;
  rocksdb::DB *db = nullptr;
  if (!rocksdb::DB::Open(rocksdb::DBOptions(), dir, wanted, &families, &db)
           .ok())
    return false;
  db->DestroyColumnFamilyHandle(families[0]);
  db->DestroyColumnFamilyHandle(families[1]);
  delete db;
  return true;
}
