// RUN: %check %s -- -std=c++17
#include <rocksdb/db.h>

#include <memory>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

int iteratorInChildReported(rocksdb::DB *db) {
  std::unique_ptr<rocksdb::Iterator> it(
      db->NewIterator(rocksdb::ReadOptions()));
  pid_t child = fork();
  if (child == 0) {
    for (it->SeekToFirst(); it->Valid(); it->Next())
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(RocksDB rocksdb::Iterator) {{.*}} [cursor-fork-share]
      ;
    _exit(0);
  }
  return child < 0;
}

int openedInChildSilent(const std::string &path) {
  pid_t child = fork();
  if (child == 0) {
    rocksdb::DB *db = nullptr;
    if (!rocksdb::DB::OpenForReadOnly(rocksdb::Options(), path, &db).ok())
      _exit(1);
    db->Put(rocksdb::WriteOptions(), "k", "v");
    delete db;
    _exit(0);
  }
  return child < 0;
}

int parentOnlySilent(rocksdb::DB *db) {
  pid_t child = fork();
  if (child == 0) {
    execlp("ls", "ls", (char *)nullptr);
    _exit(127);
  }
  db->Put(rocksdb::WriteOptions(), "k", "v");
  return waitpid(child, nullptr, 0) < 0;
}
