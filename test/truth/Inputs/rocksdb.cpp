// RocksDB, in C and C++. Its classes need no wrapper: their methods are
// virtual, so a call reads the object, which AddressSanitizer sees.
#include "truth.h"

#include <rocksdb/c.h>
#include <rocksdb/db.h>

using namespace truth;

// c.h names its types alone.
static void use(const char *Call, rocksdb_t *Db) { inspect(Call, Db); }
static void use(const char *Call, rocksdb_iterator_t *Iterator) {
  inspect(Call, Iterator);
  touch(Iterator, Access::Writes);
}
static void use(const char *Call, const rocksdb_iterator_t *Iterator) {
  inspect(Call, Iterator);
  touch(Iterator, Access::Reads);
}

template <class... T> static void useAll(const char *Call, T... Arguments) {
  (use(Call, Arguments), ...);
}

WRAP(rocksdb_t *, rocksdb_open,
     (const rocksdb_options_t *Options, const char *Name, char **Error)) {
  Inside In;
  rocksdb_t *Db = __real_rocksdb_open(Options, Name, Error);
  opened("rocksdb_t", Db);
  return Db;
}
WRAP(void, rocksdb_close, (rocksdb_t * Db)) {
  use("rocksdb_close", Db);
  Inside In;
  closed(Db);
  __real_rocksdb_close(Db);
}
WRAP(rocksdb_iterator_t *, rocksdb_create_iterator,
     (rocksdb_t * Db, const rocksdb_readoptions_t *Options)) {
  use("rocksdb_create_iterator", Db);
  Inside In;
  rocksdb_iterator_t *Iterator = __real_rocksdb_create_iterator(Db, Options);
  opened("rocksdb_iterator_t", Iterator, Affinity::None, Db);
  return Iterator;
}
WRAP(void, rocksdb_iter_destroy, (rocksdb_iterator_t * Iterator)) {
  use("rocksdb_iter_destroy", Iterator);
  Inside In;
  closed(Iterator);
  revoke(Iterator);
  __real_rocksdb_iter_destroy(Iterator);
}
static const char *lendPart(const rocksdb_iterator_t *Owner, const char *Data,
                            size_t Size) {
  return static_cast<const char *>(lend(Owner, Data, Size));
}
WRAP(const char *, rocksdb_iter_key,
     (const rocksdb_iterator_t *Iterator, size_t *Size)) {
  use("rocksdb_iter_key", Iterator);
  Inside In;
  const char *Data = __real_rocksdb_iter_key(Iterator, Size);
  return lendPart(Iterator, Data, *Size);
}
WRAP(const char *, rocksdb_iter_value,
     (const rocksdb_iterator_t *Iterator, size_t *Size)) {
  use("rocksdb_iter_value", Iterator);
  Inside In;
  const char *Data = __real_rocksdb_iter_value(Iterator, Size);
  return lendPart(Iterator, Data, *Size);
}
MOVES(rocksdb_iter_seek_to_first, rocksdb_iterator_t)
MOVES(rocksdb_iter_next, rocksdb_iterator_t)

CALL(void, rocksdb_put,
     (rocksdb_t * Db, const rocksdb_writeoptions_t *Options, const char *Key,
      size_t KeySize, const char *Value, size_t ValueSize, char **Error),
     (Db, Options, Key, KeySize, Value, ValueSize, Error))
CALL(char *, rocksdb_get,
     (rocksdb_t * Db, const rocksdb_readoptions_t *Options, const char *Key,
      size_t KeySize, size_t *ValueSize, char **Error),
     (Db, Options, Key, KeySize, ValueSize, Error))
CALL(unsigned char, rocksdb_iter_valid, (const rocksdb_iterator_t *Iterator),
     (Iterator))
CALL(char *, rocksdb_property_value, (rocksdb_t * Db, const char *Name),
     (Db, Name))

/// A folder with a database of three keys.
extern "C" const char *truth_const_char() {
  const char *Name = freshPath();
  rocksdb::Options Create;
  Create.create_if_missing = true;
  rocksdb::DB *Db = nullptr;
  if (rocksdb::DB::Open(Create, Name, &Db).ok())
    for (const char *Text : {"one", "three", "two"})
      Db->Put(rocksdb::WriteOptions(), Text, Text);
  delete Db;
  return Name;
}

static rocksdb::DB *Given = nullptr;

extern "C" rocksdb::DB *truth_rocksdb_DB() {
  rocksdb::DB::Open(rocksdb::Options(), truth_const_char(), &Given);
  return Given;
}

static AtEnd Close(When::AtOnce, [] {
  delete Given;
  Given = nullptr;
});
