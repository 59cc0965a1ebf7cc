// RUN: %check %s -- -std=c++17
// RUN: %truth %s -- -std=c++17
// Destructors that run in the child: at the end of its scope, at exit, or not at all.
#include <sqlite3.h>

#include <cstdlib>
#include <memory>
#include <sys/wait.h>
#include <unistd.h>

class Store {
  sqlite3 *Db = nullptr;

public:
  explicit Store(const char *File) { sqlite3_open(File, &Db); }
  Store(const Store &) = delete;
  ~Store() { sqlite3_close(Db); }
  void clean() { sqlite3_exec(Db, "DELETE FROM t", nullptr, nullptr, nullptr); }
  sqlite3 *raw() { return Db; }
};

void endOfScopeReported(const char *File) {
  pid_t Pid;
  {
    Store All(File);
    Pid = fork();
  }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All.Db'{{.*}}[cursor-fork-share]
  if (Pid == 0)
    _exit(0);
  wait(nullptr);
}

void endOfScopeSilent(const char *File) {
  pid_t Pid;
  {
    Store All(File);
    Pid = fork();
    if (Pid == 0)
      _exit(0);
  }
  wait(nullptr);
}

void deletedReported(const char *File) {
  std::unique_ptr<Store> All(new Store(File));
  if (fork() == 0) {
    All.reset();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Db'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

void deletedSilent(const char *File) {
  std::unique_ptr<Store> All(new Store(File));
  if (fork() == 0) {
    (void)All.release();
    _exit(0);
  }
  wait(nullptr);
}

void methodReported(const char *File) {
  Store All(File);
  if (fork() == 0) {
    All.clean();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All.Db'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

void methodSilent(const char *File) {
  Store All(File);
  if (fork() == 0) {
    auto *Own = new Store(File);
    Own->clean();
    delete Own;
    _exit(0);
  }
  wait(nullptr);
}

// exit runs no destructor of a local.
void exitPastLocalsSilent(const char *File) {
  Store All(File);
  if (fork() == 0)
    std::exit(0);
  wait(nullptr);
}

void leftAtOnceReported(const char *File) {
  Store All(File);
  if (fork() == 0) {
    sqlite3_changes(All.raw());
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All.Db'{{.*}}[cursor-fork-share]
    _exit(1);
  }
  wait(nullptr);
}

void leftAtOnceSilent(const char *File) {
  Store All(File);
  if (fork() == 0)
    std::quick_exit(1);
  wait(nullptr);
}

static void inChild(void (*Do)(Store &), Store &All) {
  if (fork() == 0) {
    Do(All);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'All->Db'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

void callbackReported(const char *File) {
  Store All(File);
  inChild([](Store &Mine) { sqlite3_changes(Mine.raw()); }, All);
}

void callbackSilent(const char *File) {
  Store All(File);
  inChild([](Store &) {}, All);
}
