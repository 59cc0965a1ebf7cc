// RUN: %check %s -- -std=gnu11
// The child writes through the parent's connection.
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

int notifyReported(const char *file) {
  sqlite3 *db;
  pid_t pid;
  sqlite3_open(file, &db);
  pid = fork();
  if (pid == 0) {
    sqlite3_exec(db, "INSERT INTO seen VALUES(1)", NULL, NULL, NULL);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}db' ({{.*}}(level 2: {{.*}}declared by{{.*}}[cursor-fork-share]
    _exit(0);
  }
  waitpid(pid, NULL, 0);
  return sqlite3_close(db);
}

int notifySilent(const char *file) {
  sqlite3 *db;
  pid_t pid;
  sqlite3_open(file, &db);
  pid = fork();
  if (pid == 0)
    _exit(0);
  sqlite3_exec(db, "INSERT INTO seen VALUES(1)", NULL, NULL, NULL);
  waitpid(pid, NULL, 0);
  return sqlite3_close(db);
}
