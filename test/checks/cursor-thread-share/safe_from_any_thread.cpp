// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// Calls that are meant for another thread are no accesses.
#include <libpq-fe.h>

#include <sqlite3.h>

#include <thread>

void cancelSilent(PGconn *Conn) {
  PGcancel *Cancel = PQgetCancel(Conn);
  std::thread Watch([Cancel] {
    char Text[256];
    PQcancel(Cancel, Text, sizeof Text);
  });
  PQclear(PQexec(Conn, "CALL slow()"));
  Watch.join();
  PQfreeCancel(Cancel);
}

void interruptSilent(const char *File) {
  sqlite3 *Db = nullptr;
  sqlite3_open_v2(File, &Db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                  nullptr);
  std::thread Watch([Db] { sqlite3_interrupt(Db); });
  sqlite3_exec(Db, "SELECT slow()", nullptr, nullptr, nullptr);
  Watch.join();
  sqlite3_close(Db);
}

void requestCancelReported(PGconn *Conn) {
  std::thread Watch([Conn] {
    PQrequestCancel(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level {{[0-3]}}: {{.*}}declared by{{.*}}[cursor-thread-share]
  });
  PQconsumeInput(Conn);
  Watch.join();
}
