// LMDB. A write transaction is a part of its environment's memory: that it was
// left open, or is used after its end, only the register knows. Readers are
// counted in the environment's own table.
#include "truth.h"

#include <cstdio>
#include <cstring>
#include <lmdb.h>
#include <map>
#include <set>
#include <sys/stat.h>

using namespace truth;

static void use(const char *Call, MDB_env *Env) { inspect(Call, Env); }
static void use(const char *Call, MDB_txn *Txn) {
  inspect(Call, Txn);
  touch(Txn, Access::Writes);
}
static void use(const char *Call, MDB_cursor *Cursor) {
  if (!Cursor)
    return;
  inspect(Call, Cursor);
  touch(mdb_cursor_txn(Cursor), Access::Writes);
}

template <class... T> static void useAll(const char *Call, T... Arguments) {
  (use(Call, Arguments), ...);
}

// What each transaction is, by its address; one that ends is forgotten.
struct Transaction {
  bool ReadOnly;
  Affinity Of;
  std::set<std::uintptr_t> Cursors;
};
static Transaction &transaction(MDB_txn *Txn) {
  static auto &All = *new std::map<std::uintptr_t, Transaction>;
  return All[hidden(Txn)];
}
static char Busy = 0;
struct Locked {
  Locked() {
    while (__atomic_test_and_set(&Busy, __ATOMIC_ACQUIRE))
      ;
  }
  ~Locked() { __atomic_clear(&Busy, __ATOMIC_RELEASE); }
};

static void ended(MDB_txn *Txn) {
  if (!Txn)
    return;
  Locked Lock;
  revoke(Txn);
  closed(Txn);
  // lmdb.h: a write transaction frees its cursors, a reader's must be closed.
  Transaction &Was = transaction(Txn);
  if (!Was.ReadOnly)
    for (std::uintptr_t Cursor : Was.Cursors)
      closed(reinterpret_cast<void *>(~Cursor));
  Was = {};
}

WRAP(int, mdb_env_create, (MDB_env * *Env)) {
  int Code = __real_mdb_env_create(Env);
  if (Code == 0)
    opened("MDB_env", *Env);
  return Code;
}
WRAP(void, mdb_env_close, (MDB_env * Env)) {
  use("mdb_env_close", Env);
  Inside In;
  closed(Env);
  __real_mdb_env_close(Env);
}
WRAP(int, mdb_txn_begin,
     (MDB_env * Env, MDB_txn *Parent, unsigned Flags, MDB_txn **Txn)) {
  use("mdb_txn_begin", Env);
  use("mdb_txn_begin", Parent);
  Inside In;
  int Code = __real_mdb_txn_begin(Env, Parent, Flags, Txn);
  if (Code != 0)
    return Code;
  unsigned Of = 0;
  mdb_env_get_flags(Env, &Of);
  bool ReadOnly = Flags & MDB_RDONLY;
  Affinity Pin =
      ReadOnly && (Of & MDB_NOTLS) ? Affinity::None : Affinity::Thread;
  opened("MDB_txn", *Txn, Pin);
  Locked Lock;
  transaction(*Txn) = {ReadOnly, Pin, {}};
  return Code;
}
WRAP(int, mdb_txn_commit, (MDB_txn * Txn)) {
  use("mdb_txn_commit", Txn);
  Inside In;
  ended(Txn);
  return __real_mdb_txn_commit(Txn);
}
WRAP(void, mdb_txn_abort, (MDB_txn * Txn)) {
  use("mdb_txn_abort", Txn);
  Inside In;
  ended(Txn);
  __real_mdb_txn_abort(Txn);
}
WRAP(int, mdb_cursor_open, (MDB_txn * Txn, MDB_dbi Dbi, MDB_cursor **Cursor)) {
  use("mdb_cursor_open", Txn);
  Inside In;
  int Code = __real_mdb_cursor_open(Txn, Dbi, Cursor);
  if (Code != 0)
    return Code;
  Locked Lock;
  opened("MDB_cursor", *Cursor, transaction(Txn).Of);
  transaction(Txn).Cursors.insert(hidden(*Cursor));
  return Code;
}
WRAP(void, mdb_cursor_close, (MDB_cursor * Cursor)) {
  // Its transaction may be gone by now: it is not asked.
  inspect("mdb_cursor_close", Cursor);
  Inside In;
  closed(Cursor);
  __real_mdb_cursor_close(Cursor);
}
WRAP(int, mdb_get, (MDB_txn * Txn, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data)) {
  use("mdb_get", Txn);
  Inside In;
  int Code = __real_mdb_get(Txn, Dbi, Key, Data);
  if (Code == 0)
    Data->mv_data = lend(Txn, Data->mv_data, Data->mv_size);
  return Code;
}
WRAP(int, mdb_put,
     (MDB_txn * Txn, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data,
      unsigned Flags)) {
  use("mdb_put", Txn);
  Inside In;
  int Code = __real_mdb_put(Txn, Dbi, Key, Data, Flags);
  revoke(Txn);
  return Code;
}
WRAP(int, mdb_del, (MDB_txn * Txn, MDB_dbi Dbi, MDB_val *Key, MDB_val *Data)) {
  use("mdb_del", Txn);
  Inside In;
  int Code = __real_mdb_del(Txn, Dbi, Key, Data);
  revoke(Txn);
  return Code;
}
WRAP(void, mdb_txn_reset, (MDB_txn * Txn)) {
  use("mdb_txn_reset", Txn);
  Inside In;
  revoke(Txn);
  __real_mdb_txn_reset(Txn);
}
WRAP(int, mdb_cursor_get,
     (MDB_cursor * Cursor, MDB_val *Key, MDB_val *Data, MDB_cursor_op How)) {
  use("mdb_cursor_get", Cursor);
  Inside In;
  int Code = __real_mdb_cursor_get(Cursor, Key, Data, How);
  if (Code == 0) {
    MDB_txn *Txn = mdb_cursor_txn(Cursor);
    if (Key)
      Key->mv_data = lend(Txn, Key->mv_data, Key->mv_size);
    if (Data)
      Data->mv_data = lend(Txn, Data->mv_data, Data->mv_size);
  }
  return Code;
}

CALL(int, mdb_env_open,
     (MDB_env * Env, const char *Path, unsigned Flags, mdb_mode_t Mode),
     (Env, Path, Flags, Mode))
CALL(int, mdb_env_sync, (MDB_env * Env, int Force), (Env, Force))
CALL(int, mdb_env_stat, (MDB_env * Env, MDB_stat *Stat), (Env, Stat))
CALL(int, mdb_env_info, (MDB_env * Env, MDB_envinfo *Info), (Env, Info))
CALL(int, mdb_txn_renew, (MDB_txn * Txn), (Txn))
CALL(int, mdb_dbi_open,
     (MDB_txn * Txn, const char *Name, unsigned Flags, MDB_dbi *Dbi),
     (Txn, Name, Flags, Dbi))
CALL(int, mdb_stat, (MDB_txn * Txn, MDB_dbi Dbi, MDB_stat *Stat),
     (Txn, Dbi, Stat))
CALL(int, mdb_cursor_put,
     (MDB_cursor * Cursor, MDB_val *Key, MDB_val *Data, unsigned Flags),
     (Cursor, Key, Data, Flags))
CALL(int, mdb_cursor_count, (MDB_cursor * Cursor, size_t *Count),
     (Cursor, Count))

/// A folder with a database of three keys.
extern "C" const char *truth_const_char() {
  const char *Name = freshPath();
  mkdir(Name, 0700);
  MDB_env *Env;
  MDB_txn *Txn;
  MDB_dbi Dbi;
  __real_mdb_env_create(&Env);
  mdb_env_open(Env, Name, 0, 0600);
  __real_mdb_txn_begin(Env, nullptr, 0, &Txn);
  mdb_dbi_open(Txn, nullptr, 0, &Dbi);
  for (const char *Text : {"one", "three", "two"}) {
    MDB_val Value{std::strlen(Text), const_cast<char *>(Text)};
    __real_mdb_put(Txn, Dbi, &Value, &Value, 0);
  }
  __real_mdb_txn_commit(Txn);
  __real_mdb_env_close(Env);
  return Name;
}

extern "C" MDB_env *truth_MDB_env() {
  Fixture Own;
  MDB_env *Env;
  __wrap_mdb_env_create(&Env);
  mdb_env_open(Env, truth_const_char(), 0, 0600);
  MDB_txn *Txn;
  MDB_dbi Dbi;
  __real_mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn);
  mdb_dbi_open(Txn, nullptr, 0, &Dbi);
  __real_mdb_txn_commit(Txn);
  return Env;
}

/// The main database: its number is fixed.
extern "C" MDB_dbi truth_MDB_dbi() { return 1; }

static AtEnd Readers(When::AfterStatics, [] {
  forEachOpen("MDB_txn", [](void *Txn, bool) {
    Locked Lock;
    if (!transaction(static_cast<MDB_txn *>(Txn)).ReadOnly)
      say(Unclosed,
          "a write transaction is open and keeps the lock of all writers");
  });
  forEachOpen("MDB_env", [](void *Env, bool OfFixture) {
    // A line of the table is process, thread and snapshot, or '-' for none.
    mdb_reader_list(
        static_cast<MDB_env *>(Env),
        [](const char *Line, void *) {
          char Snapshot[32];
          if (std::sscanf(Line, "%*u %*x %31s", Snapshot) == 1 &&
              Snapshot[0] != '-')
            say(Unclosed, "a reader holds snapshot %s", Snapshot);
          return 0;
        },
        nullptr);
    if (OfFixture)
      __real_mdb_env_close(static_cast<MDB_env *>(Env));
  });
});
