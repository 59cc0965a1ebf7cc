// RUN: %check %s -- -std=c++17
// One member forgotten: the destructor closes the connection alone, and the
// statement stays behind.
#include <sqlite3.h>

class JournalReported {
public:
  explicit JournalReported(const char *File) {
    sqlite3_open(File, &Db);
    sqlite3_prepare_v2(Db, "INSERT INTO log VALUES(?)", -1, &Insert, nullptr);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Insert' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-unclosed]
  }
  JournalReported(const JournalReported &) = delete;
  JournalReported &operator=(const JournalReported &) = delete;
  ~JournalReported() { sqlite3_close_v2(Db); }
  void add(const char *Text) {
    sqlite3_bind_text(Insert, 1, Text, -1, SQLITE_TRANSIENT);
    sqlite3_step(Insert);
    sqlite3_reset(Insert);
  }

private:
  sqlite3 *Db = nullptr;
  sqlite3_stmt *Insert = nullptr;
};

class JournalSilent {
public:
  explicit JournalSilent(const char *File) {
    sqlite3_open(File, &Db);
    sqlite3_prepare_v2(Db, "INSERT INTO log VALUES(?)", -1, &Insert, nullptr);
  }
  JournalSilent(const JournalSilent &) = delete;
  JournalSilent &operator=(const JournalSilent &) = delete;
  ~JournalSilent() {
    sqlite3_finalize(Insert);
    sqlite3_close_v2(Db);
  }
  void add(const char *Text) {
    sqlite3_bind_text(Insert, 1, Text, -1, SQLITE_TRANSIENT);
    sqlite3_step(Insert);
    sqlite3_reset(Insert);
  }

private:
  sqlite3 *Db = nullptr;
  sqlite3_stmt *Insert = nullptr;
};
