// RUN: %check %s -- -std=c++17
// A constructor that throws leaves no object: no destructor runs for it, only
// those of its members and bases that were complete by then.
#include <sqlite3.h>

#include <memory>
#include <stdexcept>
#include <vector>

class RawReported {
public:
  explicit RawReported(const char *File) {
    if (sqlite3_open(File, &Db) != SQLITE_OK)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}Db' {{.*}} [cursor-unclosed]
      throw std::runtime_error(sqlite3_errmsg(Db));
  }
  ~RawReported() { sqlite3_close(Db); }

private:
  sqlite3 *Db = nullptr;
};

class RawSilent {
public:
  explicit RawSilent(const char *File) {
    if (sqlite3_open(File, &Db) != SQLITE_OK) {
      sqlite3_close(Db);
      throw std::runtime_error("open");
    }
  }
  ~RawSilent() { sqlite3_close(Db); }

private:
  sqlite3 *Db = nullptr;
};

struct Close {
  void operator()(sqlite3 *Db) const { sqlite3_close(Db); }
};

class OwnerSilent {
public:
  explicit OwnerSilent(const char *File) {
    sqlite3 *Raw = nullptr;
    int Status = sqlite3_open(File, &Raw);
    Db.reset(Raw);
    if (Status != SQLITE_OK)
      throw std::runtime_error("open");
  }

private:
  std::unique_ptr<sqlite3, Close> Db;
};

struct Base {
  explicit Base(const char *File) { sqlite3_open(File, &Db); }
  ~Base() { sqlite3_close(Db); }
  sqlite3 *Db = nullptr;
};

class CompleteBaseSilent : Base {
public:
  explicit CompleteBaseSilent(const char *File) : Base(File) {
    if (sqlite3_changes(Db) != 0)
      throw std::runtime_error("changed");
  }
};

class DelegatesSilent {
public:
  DelegatesSilent() = default;
  explicit DelegatesSilent(const char *File) : DelegatesSilent() {
    if (sqlite3_open(File, &Db) != SQLITE_OK)
      throw std::runtime_error("open");
  }
  ~DelegatesSilent() { sqlite3_close(Db); }

private:
  sqlite3 *Db = nullptr;
};

class KeptSilent;
std::vector<KeptSilent *> All;
class KeptSilent {
public:
  explicit KeptSilent(const char *File) {
    All.push_back(this);
    if (sqlite3_open(File, &Db) != SQLITE_OK)
      throw std::runtime_error("open");
  }
  ~KeptSilent() { sqlite3_close(Db); }

private:
  sqlite3 *Db = nullptr;
};
