// RUN: %check %s -- -std=c++17
#include <leveldb/db.h>

#include <memory>
#include <string>

void iteratorAfterDatabaseReported(leveldb::DB *db) {
  leveldb::Iterator *it = db->NewIterator(leveldb::ReadOptions());
  it->SeekToFirst();
  delete db;
  delete it;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'it' (LevelDB leveldb::Iterator) {{.*}} [cursor-use-after-close]
}

void iteratorBeforeDatabaseSilent(leveldb::DB *db) {
  leveldb::Iterator *it = db->NewIterator(leveldb::ReadOptions());
  it->SeekToFirst();
  delete it;
  delete db;
}

bool localsReported(const std::string &path) {
  std::unique_ptr<leveldb::Iterator> it;
  leveldb::DB *raw = nullptr;
  if (!leveldb::DB::Open(leveldb::Options(), path, &raw).ok())
    return false;
  std::unique_ptr<leveldb::DB> db(raw);
  it.reset(db->NewIterator(leveldb::ReadOptions()));
  it->SeekToFirst();
  return it->Valid();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(LevelDB leveldb::Iterator) is closed after its connection {{.*}} [cursor-use-after-close]
}

bool localsSilent(const std::string &path) {
  leveldb::DB *raw = nullptr;
  if (!leveldb::DB::Open(leveldb::Options(), path, &raw).ok())
    return false;
  std::unique_ptr<leveldb::DB> db(raw);
  std::unique_ptr<leveldb::Iterator> it;
  it.reset(db->NewIterator(leveldb::ReadOptions()));
  it->SeekToFirst();
  return it->Valid();
}

// Members end in the reverse of their order.
class ScanReported {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'scan.it_{{.*}}' (LevelDB leveldb::Iterator) is closed after its connection {{.*}} [cursor-use-after-close]
public:
  explicit ScanReported(leveldb::DB *db) : db_(db) {
    it_.reset(db_->NewIterator(leveldb::ReadOptions()));
  }

private:
  std::unique_ptr<leveldb::Iterator> it_;
  std::unique_ptr<leveldb::DB> db_;
};

void membersReported(const std::string &path) {
  leveldb::DB *raw = nullptr;
  if (!leveldb::DB::Open(leveldb::Options(), path, &raw).ok())
    return;
  ScanReported scan(raw);
}

class ScanSilent {
public:
  explicit ScanSilent(leveldb::DB *db) : db_(db) {
    it_.reset(db_->NewIterator(leveldb::ReadOptions()));
  }

private:
  std::unique_ptr<leveldb::DB> db_;
  std::unique_ptr<leveldb::Iterator> it_;
};

void membersSilent(const std::string &path) {
  leveldb::DB *raw = nullptr;
  if (!leveldb::DB::Open(leveldb::Options(), path, &raw).ok())
    return;
  ScanSilent scan(raw);
}

std::string sliceAfterNextReported(leveldb::Iterator *it) {
  leveldb::Slice key = it->key();
  it->Next();
  return key.ToString();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
}

std::string sliceBeforeNextSilent(leveldb::Iterator *it) {
  std::string key = it->key().ToString();
  it->Next();
  return key + it->key().ToString();
}

std::string sliceAfterDeleteReported(leveldb::DB *db) {
  leveldb::Iterator *it = db->NewIterator(leveldb::ReadOptions());
  it->SeekToFirst();
  leveldb::Slice value = it->value();
  delete it;
  return std::string(value.data(), value.size());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
}

std::string sliceBeforeDeleteSilent(leveldb::DB *db) {
  leveldb::Iterator *it = db->NewIterator(leveldb::ReadOptions());
  it->SeekToFirst();
  leveldb::Slice value = it->value();
  std::string text(value.data(), value.size());
  delete it;
  return text;
}

void snapshotTwiceReported(leveldb::DB *db) {
  const leveldb::Snapshot *snapshot = db->GetSnapshot();
  db->ReleaseSnapshot(snapshot);
  db->ReleaseSnapshot(snapshot);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'snapshot' (LevelDB leveldb::Snapshot) is closed a second time {{.*}} [cursor-use-after-close]
}

static leveldb::Slice firstKey(leveldb::Iterator &it) {
  it.SeekToFirst();
  return it.key();
}

// Through helpers, and a range that is walked.
int moved(const leveldb::Slice &key) { return key.ToString().empty(); }

int passedOnReported(leveldb::Iterator &it) {
  leveldb::Slice first = firstKey(it);
  it.SeekToLast();
  return moved(first);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
}

int passedOnSilent(leveldb::Iterator &it) {
  leveldb::Slice first = firstKey(it);
  int empty = moved(first);
  it.SeekToLast();
  return empty;
}
