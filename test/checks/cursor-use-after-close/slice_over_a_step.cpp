// RUN: %check %s -- -std=c++17
// A slice of an iterator is good until its next step, whoever reads it.
#include <cstring>
#include <rocksdb/db.h>
#include <string>

static rocksdb::Slice group(const rocksdb::Slice &key) {
  const void *colon = memchr(key.data(), ':', key.size());
  return colon ? rocksdb::Slice(key.data(), static_cast<const char *>(colon) - key.data()) : key;
}

int groupsReported(rocksdb::Iterator *it) {
  int n = 1;
  it->SeekToFirst();
  rocksdb::Slice previous = it->key();
  for (it->Next(); it->Valid(); it->Next()) {
    const rocksdb::Slice key = it->key();
    // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
    if (group(key).compare(group(previous)) != 0)
      ++n;
    previous = key;
  }
  return n;
}

int groupsSilent(rocksdb::Iterator *it) {
  int n = 1;
  it->SeekToFirst();
  std::string previous = it->key().ToString();
  for (it->Next(); it->Valid(); it->Next()) {
    const rocksdb::Slice key = it->key();
    if (group(key).compare(group(previous)) != 0)
      ++n;
    previous = key.ToString();
  }
  return n;
}

bool argumentReported(rocksdb::Iterator *it) {
  rocksdb::Slice first = it->key();
  it->Next();
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
  return it->key().starts_with(first);
}

bool argumentSilent(rocksdb::Iterator *it) {
  const std::string first = it->key().ToString();
  it->Next();
  return it->key().starts_with(first);
}
