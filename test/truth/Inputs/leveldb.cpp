// LevelDB, in C and C++. Its classes need no wrapper: their methods are
// virtual, so a call reads the object, which AddressSanitizer sees.
#include "truth.h"

#include <leveldb/c.h>
#include <leveldb/db.h>

using namespace truth;

// c.h names its types alone.
static void use(const char *Call, leveldb_t *Db) { inspect(Call, Db); }
static void use(const char *Call, leveldb_iterator_t *Iterator) {
  inspect(Call, Iterator);
  touch(Iterator, Access::Writes);
}
static void use(const char *Call, const leveldb_iterator_t *Iterator) {
  inspect(Call, Iterator);
  touch(Iterator, Access::Reads);
}

template <class... T> static void useAll(const char *Call, T... Arguments) {
  (use(Call, Arguments), ...);
}

WRAP(leveldb_t *, leveldb_open,
     (const leveldb_options_t *Options, const char *Name, char **Error)) {
  Inside In;
  leveldb_t *Db = __real_leveldb_open(Options, Name, Error);
  opened("leveldb_t", Db);
  return Db;
}
WRAP(void, leveldb_close, (leveldb_t * Db)) {
  use("leveldb_close", Db);
  Inside In;
  closed(Db);
  __real_leveldb_close(Db);
}
WRAP(leveldb_iterator_t *, leveldb_create_iterator,
     (leveldb_t * Db, const leveldb_readoptions_t *Options)) {
  use("leveldb_create_iterator", Db);
  Inside In;
  leveldb_iterator_t *Iterator = __real_leveldb_create_iterator(Db, Options);
  opened("leveldb_iterator_t", Iterator, Affinity::None, Db);
  return Iterator;
}
WRAP(void, leveldb_iter_destroy, (leveldb_iterator_t * Iterator)) {
  use("leveldb_iter_destroy", Iterator);
  Inside In;
  closed(Iterator);
  revoke(Iterator);
  __real_leveldb_iter_destroy(Iterator);
}
static const char *lendPart(const leveldb_iterator_t *Owner, const char *Data,
                            size_t Size) {
  return static_cast<const char *>(lend(Owner, Data, Size));
}
WRAP(const char *, leveldb_iter_key,
     (const leveldb_iterator_t *Iterator, size_t *Size)) {
  use("leveldb_iter_key", Iterator);
  Inside In;
  const char *Data = __real_leveldb_iter_key(Iterator, Size);
  return lendPart(Iterator, Data, *Size);
}
WRAP(const char *, leveldb_iter_value,
     (const leveldb_iterator_t *Iterator, size_t *Size)) {
  use("leveldb_iter_value", Iterator);
  Inside In;
  const char *Data = __real_leveldb_iter_value(Iterator, Size);
  return lendPart(Iterator, Data, *Size);
}
MOVES(leveldb_iter_seek_to_first, leveldb_iterator_t)
MOVES(leveldb_iter_next, leveldb_iterator_t)

CALL(void, leveldb_put,
     (leveldb_t * Db, const leveldb_writeoptions_t *Options, const char *Key,
      size_t KeySize, const char *Value, size_t ValueSize, char **Error),
     (Db, Options, Key, KeySize, Value, ValueSize, Error))
CALL(char *, leveldb_get,
     (leveldb_t * Db, const leveldb_readoptions_t *Options, const char *Key,
      size_t KeySize, size_t *ValueSize, char **Error),
     (Db, Options, Key, KeySize, ValueSize, Error))
CALL(unsigned char, leveldb_iter_valid, (const leveldb_iterator_t *Iterator),
     (Iterator))
CALL(char *, leveldb_property_value, (leveldb_t * Db, const char *Name),
     (Db, Name))

/// A folder with a database of three keys.
extern "C" const char *truth_const_char() {
  const char *Name = freshPath();
  leveldb::Options Create;
  Create.create_if_missing = true;
  leveldb::DB *Db = nullptr;
  if (leveldb::DB::Open(Create, Name, &Db).ok())
    for (const char *Text : {"one", "three", "two"})
      Db->Put({}, Text, Text);
  delete Db;
  return Name;
}

static leveldb::DB *Given = nullptr;

extern "C" leveldb::DB *truth_leveldb_DB() {
  leveldb::DB::Open({}, truth_const_char(), &Given);
  return Given;
}

static AtEnd Close(When::AtOnce, [] {
  delete Given;
  Given = nullptr;
});
