// RUN: %check %s -- -std=c++17 -I/usr/include/mariadb
// Owners in a container close what they own when it is cleared or ends, however
// many there are; a class that fills it in one method and clears it in another
// is no different.
#include <mysql.h>

#include <memory>
#include <utility>
#include <vector>

struct Free {
  void operator()(MYSQL_RES *Result) const { mysql_free_result(Result); }
};
using Owner = std::unique_ptr<MYSQL_RES, Free>;

void clearedSilent(MYSQL *My, int Count) {
  std::vector<Owner> All;
  for (int I = 0; I < Count; ++I)
    All.push_back(Owner(mysql_store_result(My)));
  All.clear();
}

void endsSilent(MYSQL *My, int Count) {
  std::vector<Owner> All;
  for (int I = 0; I < Count; ++I)
    All.push_back(Owner(mysql_store_result(My)));
}

class Pages {
public:
  bool load(MYSQL *My) {
    Owner Result(mysql_store_result(My));
    if (!Result)
      return false;
    All.push_back(std::move(Result));
    return true;
  }
  void clear() { All.clear(); }

private:
  std::vector<Owner> All;
};

bool pagesSilent(MYSQL *My) {
  Pages Some;
  for (int I = 0; I < 3; ++I)
    if (!Some.load(My)) {
      Some.clear();
      return false;
    }
  return true;
}

class Raws {
public:
  bool load(MYSQL *My) {
    MYSQL_RES *Result = mysql_store_result(My);
    if (!Result)
      return false;
    All.push_back(Result);
    return true;
  }
  void close() {
    for (MYSQL_RES *Each : All)
      mysql_free_result(Each);
    All.clear();
  }

private:
  std::vector<MYSQL_RES *> All;
};

void rawsReported(MYSQL *My) {
  Raws Some;
  Some.load(My);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MYSQL_RES{{.*}} [cursor-unclosed]
}

void rawsSilent(MYSQL *My) {
  Raws Some;
  Some.load(My);
  Some.close();
}
