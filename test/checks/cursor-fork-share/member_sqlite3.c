// RUN: %check %s -- -std=gnu11
// The statement in the struct was prepared before the fork.
#include <sqlite3.h>
#include <unistd.h>

struct job {
  sqlite3 *db;
  sqlite3_stmt *next;
};

void runReported(struct job *j) {
  if (fork() == 0) {
    int rc = sqlite3_step(j->next);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}next' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-fork-share]
    _exit(rc != SQLITE_ROW);
  }
}

void runSilent(struct job *j) {
  int rc = sqlite3_step(j->next);
  if (fork() == 0)
    _exit(rc != SQLITE_ROW);
}
