// RUN: %check %s -- -std=c++17 -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore
// A library's scope guard runs what it was given, unless it is dismissed.
#include <QScopeGuard>

#include <sqlite3.h>

static bool opened(const char *File, sqlite3 **Db) {
  return sqlite3_open(File, Db) == SQLITE_OK;
}

int guardedSilent(const char *File) {
  sqlite3 *Db = nullptr;
  const auto Close = qScopeGuard([&Db] {
    if (Db)
      sqlite3_close(Db);
  });
  if (!opened(File, &Db))
    return -1;
  return sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
}

int dismissedReported(const char *File) {
  sqlite3 *Db = nullptr;
  auto Close = qScopeGuard([&Db] { sqlite3_close(Db); });
  if (!opened(File, &Db))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Db' {{.*}}[cursor-unclosed]
    return -1;
  Close.dismiss();
  return sqlite3_exec(Db, "SELECT 1", nullptr, nullptr, nullptr);
}
