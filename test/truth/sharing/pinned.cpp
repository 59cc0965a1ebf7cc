// RUN: %check %s -- -std=c++17 -pthread
// RUN: %truth %s -- -std=c++17 -pthread
// A transaction of LMDB belongs to the thread that began it, whatever orders the threads;
// a reader of an environment with MDB_NOTLS only needs order.
#include <lmdb.h>

#include <mutex>
#include <thread>

static MDB_env *open(const char *Folder, unsigned Flags) {
  MDB_env *Env = nullptr;
  if (mdb_env_create(&Env) == 0)
    mdb_env_open(Env, Folder, Flags, 0600);
  return Env;
}

void joinedReported(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn = nullptr;
  MDB_stat Stat;
  if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) != 0)
    return;
  std::thread Worker([&] { mdb_stat(Txn, Dbi, &Stat); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Txn'{{.*}}[cursor-thread-share]
  Worker.join();
  mdb_txn_abort(Txn);
}

void joinedSilent(MDB_env *Env, MDB_dbi Dbi) {
  std::thread Worker([&] {
    MDB_txn *Txn = nullptr;
    MDB_stat Stat;
    if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) != 0)
      return;
    mdb_stat(Txn, Dbi, &Stat);
    mdb_txn_abort(Txn);
  });
  Worker.join();
}

void withoutSlotsReported(const char *Folder, MDB_dbi Dbi) {
  MDB_env *Env = open(Folder, 0);
  MDB_txn *Txn = nullptr;
  MDB_stat Stat;
  if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) == 0) {
    std::thread Worker([&] { mdb_stat(Txn, Dbi, &Stat); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Txn'{{.*}}[cursor-thread-share]
    Worker.join();
    mdb_txn_abort(Txn);
  }
  mdb_env_close(Env);
}

void withoutSlotsSilent(const char *Folder, MDB_dbi Dbi) {
  MDB_env *Env = open(Folder, MDB_NOTLS);
  MDB_txn *Txn = nullptr;
  MDB_stat Stat;
  if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) == 0) {
    std::thread Worker([&] { mdb_stat(Txn, Dbi, &Stat); });
    Worker.join();
    mdb_txn_abort(Txn);
  }
  mdb_env_close(Env);
}

void besideReported(const char *Folder, MDB_dbi Dbi) {
  MDB_env *Env = open(Folder, MDB_NOTLS);
  MDB_txn *Txn = nullptr;
  MDB_stat Stat, Other;
  if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) == 0) {
    std::thread Worker([&] { mdb_stat(Txn, Dbi, &Stat); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Txn'{{.*}}[cursor-thread-share]
    mdb_stat(Txn, Dbi, &Other);
    Worker.join();
    mdb_txn_abort(Txn);
  }
  mdb_env_close(Env);
}

void besideSilent(const char *Folder, MDB_dbi Dbi) {
  MDB_env *Env = open(Folder, MDB_NOTLS);
  MDB_txn *Txn = nullptr;
  MDB_stat Stat, Other;
  std::mutex Mutex;
  if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) == 0) {
    std::thread Worker([&] {
      std::lock_guard<std::mutex> Hold(Mutex);
      mdb_stat(Txn, Dbi, &Stat);
    });
    Mutex.lock();
    mdb_stat(Txn, Dbi, &Other);
    Mutex.unlock();
    Worker.join();
    mdb_txn_abort(Txn);
  }
  mdb_env_close(Env);
}

void writerReported(const char *Folder, MDB_dbi Dbi) {
  MDB_env *Env = open(Folder, MDB_NOTLS);
  MDB_txn *Txn = nullptr;
  MDB_stat Stat;
  if (mdb_txn_begin(Env, nullptr, 0, &Txn) == 0) {
    std::thread Worker([&] { mdb_stat(Txn, Dbi, &Stat); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Txn'{{.*}}[cursor-thread-share]
    Worker.join();
    mdb_txn_abort(Txn);
  }
  mdb_env_close(Env);
}

void writerSilent(const char *Folder, MDB_dbi Dbi) {
  MDB_env *Env = open(Folder, MDB_NOTLS);
  MDB_txn *Txn = nullptr;
  MDB_stat Stat;
  if (mdb_txn_begin(Env, nullptr, 0, &Txn) == 0) {
    std::thread Worker([&] { mdb_env_sync(Env, 0); });
    mdb_stat(Txn, Dbi, &Stat);
    Worker.join();
    mdb_txn_abort(Txn);
  }
  mdb_env_close(Env);
}

void cursorReported(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn = nullptr;
  MDB_cursor *Cursor = nullptr;
  MDB_val Key, Data;
  if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) != 0)
    return;
  if (mdb_cursor_open(Txn, Dbi, &Cursor) == 0) {
    std::thread Worker([&] { mdb_cursor_get(Cursor, &Key, &Data, MDB_FIRST); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Txn'{{.*}}[cursor-thread-share]
    Worker.join();
    mdb_cursor_close(Cursor);
  }
  mdb_txn_abort(Txn);
}

void cursorSilent(MDB_env *Env, MDB_dbi Dbi) {
  MDB_txn *Txn = nullptr;
  MDB_cursor *Cursor = nullptr;
  MDB_val Key, Data;
  if (mdb_txn_begin(Env, nullptr, MDB_RDONLY, &Txn) != 0)
    return;
  if (mdb_cursor_open(Txn, Dbi, &Cursor) == 0) {
    std::thread Worker([&] { mdb_env_sync(Env, 0); });
    mdb_cursor_get(Cursor, &Key, &Data, MDB_FIRST);
    Worker.join();
    mdb_cursor_close(Cursor);
  }
  mdb_txn_abort(Txn);
}
