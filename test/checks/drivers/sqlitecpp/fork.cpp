// RUN: %check %s -- -std=c++17
#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <sys/wait.h>
#include <unistd.h>

// The destructor runs in the child too.
int destructorReported(const std::string &path) {
  SQLite::Database db(path);
  pid_t child = fork();
  if (child == 0)
    return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (SQLiteCpp SQLite::Database) {{.*}} [cursor-fork-share]
  return waitpid(child, nullptr, 0) < 0;
}

int destructorSilent(const std::string &path) {
  SQLite::Database db(path);
  pid_t child = fork();
  if (child == 0)
    _exit(0);
  return waitpid(child, nullptr, 0) < 0;
}

int usedReported(SQLite::Statement &query) {
  pid_t child = fork();
  if (child == 0) {
    query.exec();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'query' (SQLiteCpp SQLite::Statement) {{.*}} [cursor-fork-share]
    _exit(0);
  }
  return waitpid(child, nullptr, 0) < 0;
}

int ownSilent(const std::string &path) {
  pid_t child = fork();
  if (child == 0) {
    {
      SQLite::Database db(path);
      db.exec("DELETE FROM t");
    }
    _exit(0);
  }
  return waitpid(child, nullptr, 0) < 0;
}
