// RUN: %check %s -- -std=c++17
#include <leveldb/db.h>

#include <memory>
#include <string>
#include <unistd.h>

void usedInChildReported(leveldb::DB *db) {
  if (fork() == 0) {
    db->Put(leveldb::WriteOptions(), "k", "v");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (LevelDB leveldb::DB) {{.*}} [cursor-fork-share]
    _exit(0);
  }
}

void usedInParentSilent(leveldb::DB *db) {
  if (fork() == 0)
    _exit(0);
  db->Put(leveldb::WriteOptions(), "k", "v");
}

int deletedInChildReported(const std::string &path) {
  leveldb::DB *raw = nullptr;
  if (!leveldb::DB::Open(leveldb::Options(), path, &raw).ok())
    return 1;
  std::unique_ptr<leveldb::DB> db(raw);
  pid_t child = fork();
  if (child == 0)
    return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(LevelDB leveldb::DB) {{.*}} [cursor-fork-share]
  return child < 0;
}

int childLeavesSilent(const std::string &path) {
  leveldb::DB *raw = nullptr;
  if (!leveldb::DB::Open(leveldb::Options(), path, &raw).ok())
    return 1;
  std::unique_ptr<leveldb::DB> db(raw);
  pid_t child = fork();
  if (child == 0)
    _exit(0);
  return child < 0;
}

int openedAfterDaemonSilent(const std::string &path) {
  if (daemon(0, 0) != 0)
    return 1;
  leveldb::DB *db = nullptr;
  if (!leveldb::DB::Open(leveldb::Options(), path, &db).ok())
    return 1;
  delete db;
  return 0;
}

int openedBeforeDaemonReported(const std::string &path) {
  leveldb::DB *db = nullptr;
  if (!leveldb::DB::Open(leveldb::Options(), path, &db).ok())
    return 1;
  if (daemon(0, 0) == 0)
    db->Put(leveldb::WriteOptions(), "k", "v");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (LevelDB leveldb::DB) {{.*}} [cursor-fork-share]
  delete db;
  return 0;
}
