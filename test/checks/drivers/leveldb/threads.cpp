// RUN: %check %s -- -std=c++17
#include <leveldb/db.h>

#include <memory>
#include <mutex>
#include <thread>

void iteratorReported(leveldb::DB *db) {
  std::unique_ptr<leveldb::Iterator> it(
      db->NewIterator(leveldb::ReadOptions()));
  it->SeekToFirst();
  std::thread other([&] { it->Next(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(LevelDB leveldb::Iterator) is used by two threads {{.*}} [cursor-thread-share]
  it->Next();
  other.join();
}

void ownIteratorSilent(leveldb::DB *db) {
  std::thread other([db] {
    std::unique_ptr<leveldb::Iterator> it(
        db->NewIterator(leveldb::ReadOptions()));
    it->SeekToFirst();
  });
  std::unique_ptr<leveldb::Iterator> it(
      db->NewIterator(leveldb::ReadOptions()));
  it->SeekToFirst();
  other.join();
}

// The database itself is made for threads.
void databaseSilent(leveldb::DB *db) {
  std::thread other(
      [db] { db->Put(leveldb::WriteOptions(), "a", "1"); });
  db->Put(leveldb::WriteOptions(), "b", "2");
  other.join();
}

// Reads of an iterator that nobody moves.
int constMethodsSilent(leveldb::DB *db) {
  std::unique_ptr<leveldb::Iterator> it(
      db->NewIterator(leveldb::ReadOptions()));
  it->SeekToFirst();
  bool there = false;
  std::thread other([&] { there = it->Valid(); });
  int here = it->Valid();
  other.join();
  return here + there;
}

void guardedSilent(leveldb::DB *db) {
  std::mutex mutex;
  std::unique_ptr<leveldb::Iterator> it(
      db->NewIterator(leveldb::ReadOptions()));
  it->SeekToFirst();
  std::thread other([&] {
    std::lock_guard<std::mutex> lock(mutex);
    it->Next();
  });
  {
    std::lock_guard<std::mutex> lock(mutex);
    it->Next();
  }
  other.join();
}
