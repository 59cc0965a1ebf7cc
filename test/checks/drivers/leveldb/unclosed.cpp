// RUN: %check %s -- -std=c++17
#include <leveldb/db.h>

#include <memory>
#include <string>

int earlyReturnReported(leveldb::DB *db) {
  leveldb::Iterator *it = db->NewIterator(leveldb::ReadOptions());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'it' (LevelDB leveldb::Iterator) is not closed{{.*}} [cursor-unclosed]
  it->SeekToFirst();
  if (!it->Valid())
    return -1;
  delete it;
  return 0;
}

int everyReturnSilent(leveldb::DB *db) {
  leveldb::Iterator *it = db->NewIterator(leveldb::ReadOptions());
  it->SeekToFirst();
  if (!it->Valid()) {
    delete it;
    return -1;
  }
  delete it;
  return 0;
}

int smartPointerSilent(leveldb::DB *db) {
  std::unique_ptr<leveldb::Iterator> it(
      db->NewIterator(leveldb::ReadOptions()));
  it->SeekToFirst();
  return it->Valid() ? 0 : -1;
}

bool neverDeletedReported(const std::string &path) {
  leveldb::DB *db = nullptr;
  leveldb::Status s = leveldb::DB::Open(leveldb::Options(), path, &db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (LevelDB leveldb::DB) is not closed{{.*}} [cursor-unclosed]
  if (!s.ok())
    return false;
  s = db->Put(leveldb::WriteOptions(), "k", "v");
  return s.ok();
}

bool deletedSilent(const std::string &path) {
  leveldb::DB *db = nullptr;
  leveldb::Status s = leveldb::DB::Open(leveldb::Options(), path, &db);
  if (!s.ok())
    return false;
  s = db->Put(leveldb::WriteOptions(), "k", "v");
  delete db;
  return s.ok();
}

// The status went through a copy and an assignment.
bool failedOpenSilent(const std::string &path, leveldb::Status *why) {
  leveldb::DB *db = nullptr;
  leveldb::Status s;
  s = leveldb::DB::Open(leveldb::Options(), path, &db);
  *why = s;
  bool failed = !why->ok();
  if (failed)
    return false;
  delete db;
  return true;
}

// A later status says nothing of the open.
bool otherStatusReported(const std::string &path) {
  leveldb::DB *db = nullptr;
  leveldb::Status s = leveldb::DB::Open(leveldb::Options(), path, &db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (LevelDB leveldb::DB) is not closed{{.*}} [cursor-unclosed]
  if (!s.ok())
    return false;
  s = db->Delete(leveldb::WriteOptions(), "k");
  if (!s.ok())
    return false;
  delete db;
  return true;
}

void snapshotReported(leveldb::DB *db, std::string *value) {
  leveldb::ReadOptions options;
  options.snapshot = db->GetSnapshot();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'options.snapshot' (LevelDB leveldb::Snapshot) is not closed{{.*}} [cursor-unclosed]
  db->Get(options, "k", value);
}

void snapshotSilent(leveldb::DB *db, std::string *value) {
  leveldb::ReadOptions options;
  options.snapshot = db->GetSnapshot();
  db->Get(options, "k", value);
  db->ReleaseSnapshot(options.snapshot);
}

// The database is gone, the iterator still there.
void databaseFirstReported(leveldb::DB *db) {
  leveldb::Iterator *it = db->NewIterator(leveldb::ReadOptions());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'it' (LevelDB leveldb::Iterator) is not closed{{.*}} [cursor-unclosed]
  it->SeekToFirst();
  delete db;
}

class Scan {
public:
  explicit Scan(leveldb::DB *db)
      : it_(db->NewIterator(leveldb::ReadOptions())) {}
  ~Scan() { delete it_; }
  bool next() {
    it_->Next();
    return it_->Valid();
  }

private:
  leveldb::Iterator *it_;
};

int ownerSilent(leveldb::DB *db) {
  Scan scan(db);
  int n = 0;
  while (scan.next())
    ++n;
  return n;
}
