// RUN: %check %s -- -std=c++17
// One method opens a connection and its statement, another closes both: by then
// no statement keeps the connection from closing. In the wrong order one does.
#include <sqlite3.h>

class Log {
public:
  void open(const char *File) {
    sqlite3_open(File, &Db);
    sqlite3_prepare_v2(Db, "SELECT 1", -1, &Insert, nullptr);
  }
  void close() {
    sqlite3_finalize(Insert);
    Insert = nullptr;
    sqlite3_close(Db);
    Db = nullptr;
  }
  void closeWrongly() {
    sqlite3_close(Db);
    Db = nullptr;
    sqlite3_finalize(Insert);
    Insert = nullptr;
  }

private:
  sqlite3 *Db = nullptr;
  sqlite3_stmt *Insert = nullptr;
};

void closeSilent() {
  Log Log;
  Log.open("log");
  Log.close();
}

void closeReported() {
  Log Log;
  Log.open("log");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Log.Db' {{.*}} [cursor-unclosed]
  Log.closeWrongly();
}
