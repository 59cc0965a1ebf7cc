// RUN: %check %s -- -std=c++17
// RUN: %truth %s -- -std=c++17
// LevelDB in C++: objects that are deleted, by hand or by an owner, and in which order.
#include <leveldb/db.h>

#include <memory>
#include <stdexcept>
#include <string>

int iteratorLeftReported(leveldb::DB *Db) {
  leveldb::Iterator *It = Db->NewIterator(leveldb::ReadOptions());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'It'{{.*}}[cursor-unclosed]
  for (It->SeekToFirst(); It->Valid(); It->Next())
    if (It->key() == leveldb::Slice("one"))
      return 1;
  delete It;
  return 0;
}

int iteratorLeftSilent(leveldb::DB *Db) {
  leveldb::Iterator *It = Db->NewIterator(leveldb::ReadOptions());
  for (It->SeekToFirst(); It->Valid(); It->Next())
    if (It->key() == leveldb::Slice("one")) {
      delete It;
      return 1;
    }
  delete It;
  return 0;
}

void iteratorThrownReported(leveldb::DB *Db) {
  leveldb::Iterator *It = Db->NewIterator(leveldb::ReadOptions());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'It'{{.*}}[cursor-unclosed]
  It->Seek("x");
  if (!It->Valid())
    throw std::out_of_range("x");
  delete It;
}

void iteratorThrownSilent(leveldb::DB *Db) {
  std::unique_ptr<leveldb::Iterator> It(Db->NewIterator(leveldb::ReadOptions()));
  It->Seek("x");
  if (!It->Valid())
    throw std::out_of_range("x");
}

static leveldb::DB *opened(const std::string &Folder) {
  leveldb::DB *Db = nullptr;
  leveldb::DB::Open(leveldb::Options(), Folder, &Db);
  return Db;
}

std::string valueKeptReported(const char *Folder) {
  leveldb::Slice Value;
  {
    std::unique_ptr<leveldb::DB> Db(opened(Folder));
    std::unique_ptr<leveldb::Iterator> It(Db->NewIterator(leveldb::ReadOptions()));
    It->SeekToFirst();
    if (It->Valid())
      Value = It->value();
  }
  return Value.ToString();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[cursor-use-after-close]
}

std::string valueKeptSilent(const char *Folder) {
  std::string Value;
  {
    std::unique_ptr<leveldb::DB> Db(opened(Folder));
    std::unique_ptr<leveldb::Iterator> It(Db->NewIterator(leveldb::ReadOptions()));
    It->SeekToFirst();
    if (It->Valid())
      Value = It->value().ToString();
  }
  return Value;
}

int orderOfLocalsReported(const char *Folder) {
  std::unique_ptr<leveldb::Iterator> It;
  std::unique_ptr<leveldb::DB> Db(opened(Folder));
  It.reset(Db->NewIterator(leveldb::ReadOptions()));
  It->SeekToFirst();
  return It->Valid();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'It'{{.*}}[cursor-use-after-close]
}

int orderOfLocalsSilent(const char *Folder) {
  std::unique_ptr<leveldb::DB> Db(opened(Folder));
  std::unique_ptr<leveldb::Iterator> It;
  It.reset(Db->NewIterator(leveldb::ReadOptions()));
  It->SeekToFirst();
  return It->Valid();
}

struct Backwards {
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Store.It'{{.*}}[cursor-use-after-close]
  std::unique_ptr<leveldb::Iterator> It;
  std::unique_ptr<leveldb::DB> Db;
  explicit Backwards(const char *Folder) : Db(opened(Folder)) {
    It.reset(Db->NewIterator(leveldb::ReadOptions()));
  }
};

struct Forwards {
  std::unique_ptr<leveldb::DB> Db;
  std::unique_ptr<leveldb::Iterator> It;
  explicit Forwards(const char *Folder) : Db(opened(Folder)) {
    It.reset(Db->NewIterator(leveldb::ReadOptions()));
  }
};

void orderOfMembersReported(const char *Folder) { Backwards Store(Folder); }

void orderOfMembersSilent(const char *Folder) { Forwards Store(Folder); }

bool databaseLeftReported(const char *Folder) {
  leveldb::DB *Db = opened(Folder);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-unclosed]
  if (!Db)
    return false;
  std::string Value;
  if (!Db->Get(leveldb::ReadOptions(), "absent", &Value).ok())
    return false;
  delete Db;
  return true;
}

bool databaseLeftSilent(const char *Folder) {
  leveldb::DB *Db = opened(Folder);
  if (!Db)
    return false;
  std::string Value;
  bool Found = Db->Get(leveldb::ReadOptions(), "absent", &Value).ok();
  delete Db;
  return Found;
}

void databaseDeletedReported(const char *Folder) {
  std::unique_ptr<leveldb::DB> Owner(opened(Folder));
  leveldb::DB *Db = Owner.get();
  if (!Db)
    return;
  Owner.reset();
  Db->Put(leveldb::WriteOptions(), "four", "4");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Owner'{{.*}}[cursor-use-after-close]
}

void databaseDeletedSilent(const char *Folder) {
  std::unique_ptr<leveldb::DB> Owner(opened(Folder));
  leveldb::DB *Db = Owner.get();
  if (!Db)
    return;
  Db->Put(leveldb::WriteOptions(), "four", "4");
  Owner.reset();
}

bool iteratorDeletedReported(leveldb::DB *Db) {
  leveldb::Iterator *It = Db->NewIterator(leveldb::ReadOptions());
  It->SeekToFirst();
  delete It;
  return It->Valid();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'It'{{.*}}[cursor-use-after-close]
}

bool iteratorDeletedSilent(leveldb::DB *Db) {
  leveldb::Iterator *It = Db->NewIterator(leveldb::ReadOptions());
  It->SeekToFirst();
  bool Any = It->Valid();
  delete It;
  return Any;
}
