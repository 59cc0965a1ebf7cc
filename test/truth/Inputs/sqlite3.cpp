// SQLite. It says itself whether a connection has a mutex of its own; without
// one the connection with all its statements is the resource, with one each
// statement is.
#include "truth.h"

#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <sqlite3.h>

using namespace truth;

static bool SingleThread = false;
static char Driver;

static void use(const char *Call, sqlite3 *Db) {
  if (!Db)
    return;
  inspect(Call, Db);
  if (SingleThread)
    touch(&Driver, Access::Writes);
  else if (!sqlite3_db_mutex(Db))
    touch(Db, Access::Writes);
}

static void useChild(const char *Call, const void *Child, sqlite3 *Db) {
  inspect(Call, Child);
  if (SingleThread)
    touch(&Driver, Access::Writes);
  else
    touch(sqlite3_db_mutex(Db) ? Child : Db, Access::Writes);
}

static void use(const char *Call, sqlite3_stmt *Statement) {
  if (!Statement)
    return;
  inspect(Call, Statement);
  useChild(Call, Statement, sqlite3_db_handle(Statement));
}

// These do not tell their connection.
static void use(const char *Call, sqlite3_blob *Blob) { inspect(Call, Blob); }
static void use(const char *Call, sqlite3_backup *Backup) {
  inspect(Call, Backup);
}

template <class... T> static void useAll(const char *Call, T... Arguments) {
  (use(Call, Arguments), ...);
}

WRAP(int, sqlite3_open, (const char *Name, sqlite3 **Db)) {
  Inside In;
  int Code = __real_sqlite3_open(Name, Db);
  opened("sqlite3", *Db);
  return Code;
}
WRAP(int, sqlite3_open_v2,
     (const char *Name, sqlite3 **Db, int Flags, const char *Vfs)) {
  Inside In;
  int Code = __real_sqlite3_open_v2(Name, Db, Flags, Vfs);
  opened("sqlite3", *Db);
  return Code;
}
WRAP(int, sqlite3_close, (sqlite3 * Db)) {
  use("sqlite3_close", Db);
  Inside In;
  int Code = __real_sqlite3_close(Db);
  if (Code == SQLITE_OK)
    closed(Db);
  return Code;
}
WRAP(int, sqlite3_close_v2, (sqlite3 * Db)) {
  use("sqlite3_close_v2", Db);
  Inside In;
  closed(Db);
  return __real_sqlite3_close_v2(Db);
}
WRAP(int, sqlite3_prepare_v2,
     (sqlite3 * Db, const char *Sql, int Size, sqlite3_stmt **Statement,
      const char **Tail)) {
  use("sqlite3_prepare_v2", Db);
  Inside In;
  int Code = __real_sqlite3_prepare_v2(Db, Sql, Size, Statement, Tail);
  opened("sqlite3_stmt", *Statement);
  return Code;
}
WRAP(int, sqlite3_prepare_v3,
     (sqlite3 * Db, const char *Sql, int Size, unsigned Flags,
      sqlite3_stmt **Statement, const char **Tail)) {
  use("sqlite3_prepare_v3", Db);
  Inside In;
  int Code = __real_sqlite3_prepare_v3(Db, Sql, Size, Flags, Statement, Tail);
  opened("sqlite3_stmt", *Statement);
  return Code;
}
WRAP(int, sqlite3_finalize, (sqlite3_stmt * Statement)) {
  use("sqlite3_finalize", Statement);
  Inside In;
  revoke(Statement);
  closed(Statement);
  return __real_sqlite3_finalize(Statement);
}
WRAP(int, sqlite3_step, (sqlite3_stmt * Statement)) {
  use("sqlite3_step", Statement);
  Inside In;
  revoke(Statement);
  return __real_sqlite3_step(Statement);
}
WRAP(int, sqlite3_reset, (sqlite3_stmt * Statement)) {
  use("sqlite3_reset", Statement);
  Inside In;
  revoke(Statement);
  return __real_sqlite3_reset(Statement);
}
WRAP(const unsigned char *, sqlite3_column_text,
     (sqlite3_stmt * Statement, int Column)) {
  use("sqlite3_column_text", Statement);
  Inside In;
  const unsigned char *Text = __real_sqlite3_column_text(Statement, Column);
  return static_cast<const unsigned char *>(
      lend(Statement, Text, sqlite3_column_bytes(Statement, Column)));
}
WRAP(const void *, sqlite3_column_blob,
     (sqlite3_stmt * Statement, int Column)) {
  use("sqlite3_column_blob", Statement);
  Inside In;
  const void *Data = __real_sqlite3_column_blob(Statement, Column);
  return lend(Statement, Data, sqlite3_column_bytes(Statement, Column));
}
WRAP(int, sqlite3_blob_open,
     (sqlite3 * Db, const char *Schema, const char *Table, const char *Column,
      sqlite3_int64 Row, int Flags, sqlite3_blob **Blob)) {
  use("sqlite3_blob_open", Db);
  Inside In;
  int Code =
      __real_sqlite3_blob_open(Db, Schema, Table, Column, Row, Flags, Blob);
  opened("sqlite3_blob", *Blob);
  return Code;
}
WRAP(int, sqlite3_blob_close, (sqlite3_blob * Blob)) {
  use("sqlite3_blob_close", Blob);
  Inside In;
  closed(Blob);
  return __real_sqlite3_blob_close(Blob);
}
WRAP(sqlite3_backup *, sqlite3_backup_init,
     (sqlite3 * To, const char *ToName, sqlite3 *From, const char *FromName)) {
  useAll("sqlite3_backup_init", To, From);
  Inside In;
  sqlite3_backup *Backup =
      __real_sqlite3_backup_init(To, ToName, From, FromName);
  opened("sqlite3_backup", Backup);
  return Backup;
}
WRAP(int, sqlite3_backup_finish, (sqlite3_backup * Backup)) {
  use("sqlite3_backup_finish", Backup);
  Inside In;
  closed(Backup);
  return __real_sqlite3_backup_finish(Backup);
}
extern "C" int __real_sqlite3_config(int Option, ...);
extern "C" int __wrap_sqlite3_config(int Option, ...) {
  // The programs set threading modes alone, which have no further argument.
  SingleThread = Option == SQLITE_CONFIG_SINGLETHREAD;
  return __real_sqlite3_config(Option);
}
// The driver's own lock is a lock for its user: ThreadSanitizer must see it.
WRAP(void, sqlite3_mutex_enter, (sqlite3_mutex * Mutex)) {
  __real_sqlite3_mutex_enter(Mutex);
}
WRAP(void, sqlite3_mutex_leave, (sqlite3_mutex * Mutex)) {
  __real_sqlite3_mutex_leave(Mutex);
}

using Row = int (*)(void *, int, char **, char **);
WRAP(int, sqlite3_exec,
     (sqlite3 * Db, const char *Sql, Row Do, void *Data, char **Error)) {
  use("sqlite3_exec", Db);
  Inside In;
  int Code = __real_sqlite3_exec(Db, Sql, Do, Data, Error);
  if (Code == SQLITE_IOERR)
    lost(sqlite3_errmsg(Db));
  return Code;
}
CALL(int, sqlite3_bind_int, (sqlite3_stmt * Statement, int At, int Value),
     (Statement, At, Value))
CALL(int, sqlite3_bind_text,
     (sqlite3_stmt * Statement, int At, const char *Value, int Size,
      sqlite3_destructor_type Free),
     (Statement, At, Value, Size, Free))
CALL(int, sqlite3_clear_bindings, (sqlite3_stmt * Statement), (Statement))
CALL(int, sqlite3_column_int, (sqlite3_stmt * Statement, int Column),
     (Statement, Column))
CALL(sqlite3_int64, sqlite3_column_int64,
     (sqlite3_stmt * Statement, int Column), (Statement, Column))
CALL(int, sqlite3_column_type, (sqlite3_stmt * Statement, int Column),
     (Statement, Column))
CALL(int, sqlite3_column_count, (sqlite3_stmt * Statement), (Statement))
CALL(const char *, sqlite3_sql, (sqlite3_stmt * Statement), (Statement))
CALL(int, sqlite3_changes, (sqlite3 * Db), (Db))
CALL(sqlite3_int64, sqlite3_last_insert_rowid, (sqlite3 * Db), (Db))
CALL(int, sqlite3_errcode, (sqlite3 * Db), (Db))
CALL(const char *, sqlite3_errmsg, (sqlite3 * Db), (Db))
CALL(int, sqlite3_get_autocommit, (sqlite3 * Db), (Db))
CALL(int, sqlite3_busy_timeout, (sqlite3 * Db, int Time), (Db, Time))
CALL(int, sqlite3_blob_read,
     (sqlite3_blob * Blob, void *Data, int Size, int At),
     (Blob, Data, Size, At))
CALL(int, sqlite3_blob_bytes, (sqlite3_blob * Blob), (Blob))
CALL(int, sqlite3_backup_step, (sqlite3_backup * Backup, int Pages),
     (Backup, Pages))

// A call that the driver itself refuses as misuse went to something that is
// closed.
static void refused(void *, int Code, const char *Message) {
  if (Code == SQLITE_MISUSE && !std::strstr(Message, "NULL"))
    say(UseAfterClose, "the driver says: %s", Message);
}

static struct Settings {
  Settings() {
    // Statements must come from malloc, where AddressSanitizer sees them.
    __real_sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    __real_sqlite3_config(SQLITE_CONFIG_LOG, refused, nullptr);
  }
} Set;

static void fill(sqlite3 *Db) {
  __real_sqlite3_exec(Db,
                      "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT);"
                      "INSERT INTO t(name) VALUES('one'), ('two'), ('three')",
                      nullptr, nullptr, nullptr);
}

/// A connection in serialized mode to a table of three rows.
extern "C" sqlite3 *truth_sqlite3() {
  Fixture Own;
  sqlite3 *Db;
  __wrap_sqlite3_open(":memory:", &Db);
  fill(Db);
  return Db;
}

/// The name of a file that is such a database.
extern "C" const char *truth_const_char() {
  const char *Name = freshPath();
  sqlite3 *Db = nullptr;
  __real_sqlite3_open(Name, &Db);
  fill(Db);
  __real_sqlite3_close(Db);
  // So that the program can still configure it.
  sqlite3_shutdown();
  return Name;
}

// A connection that a file has is reachable from the page cache, so
// LeakSanitizer does not miss it; and a connection reaches its statements, as
// it knows itself.
static AtEnd Left(When::AfterStatics, [] {
  forEachOpen("sqlite3", [](void *Db, bool OfFixture) {
    if (sqlite3_stmt *Left =
            sqlite3_next_stmt(static_cast<sqlite3 *>(Db), nullptr)) {
      const char *Sql = sqlite3_sql(Left);
      say(Unclosed, "a connection still has the statement \"%s\"",
          Sql ? Sql : "of a blob");
    }
    if (OfFixture)
      __real_sqlite3_close(static_cast<sqlite3 *>(Db));
    else
      say(Unclosed, "a connection is open at the end");
  });
});
