// RUN: %check %s -- -std=gnu11
// RUN: %truth %s -- -std=gnu11
// A child of fork and an open database of SQLite: its locks and its journal are the
// parent's.
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

// The child's close rolls back what the parent has not committed: the journal is gone.
void journalReported(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  sqlite3_exec(db, "BEGIN; UPDATE t SET name = 'parent'", NULL, NULL, NULL);
  if (fork() == 0) {
    sqlite3_close(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
  sqlite3_close(db);
}

void journalSilent(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  sqlite3_exec(db, "BEGIN; UPDATE t SET name = 'parent'", NULL, NULL, NULL);
  if (fork() == 0)
    _exit(0);
  wait(NULL);
  sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
  sqlite3_close(db);
}

void writtenByChildReported(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  if (fork() == 0) {
    sqlite3_exec(db, "DELETE FROM t", NULL, NULL, NULL);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  sqlite3_close(db);
}

void writtenByChildSilent(const char *file) {
  sqlite3 *db;
  if (fork() == 0) {
    sqlite3_open(file, &db);
    sqlite3_exec(db, "DELETE FROM t", NULL, NULL, NULL);
    sqlite3_close(db);
    _exit(0);
  }
  wait(NULL);
  sqlite3_open(file, &db);
  sqlite3_close(db);
}

void statementReported(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;
  sqlite3_open(file, &db);
  sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL);
  if (fork() == 0) {
    sqlite3_step(stmt);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  sqlite3_finalize(stmt);
  sqlite3_close(db);
}

void statementSilent(const char *file) {
  sqlite3 *db;
  sqlite3_stmt *stmt = NULL;
  sqlite3_open(file, &db);
  sqlite3_prepare_v2(db, "SELECT id FROM t", -1, &stmt, NULL);
  if (fork() == 0)
    _exit(0);
  sqlite3_step(stmt);
  wait(NULL);
  sqlite3_finalize(stmt);
  sqlite3_close(db);
}

static sqlite3 *shared;

static void work(void) { sqlite3_exec(shared, "DELETE FROM t WHERE id = 1", NULL, NULL, NULL); }

static void workOn(const char *file) {
  sqlite3 *own;
  if (sqlite3_open(file, &own) == SQLITE_OK)
    sqlite3_exec(own, "DELETE FROM t WHERE id = 1", NULL, NULL, NULL);
  sqlite3_close(own);
}

void globalReported(const char *file) {
  sqlite3_open(file, &shared);
  for (int i = 0; i < 2; i++)
    if (fork() == 0) {
      work();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'shared'{{.*}}[cursor-fork-share]
      _exit(0);
    }
  while (wait(NULL) > 0)
    ;
  sqlite3_close(shared);
}

void globalSilent(const char *file) {
  sqlite3_open(file, &shared);
  for (int i = 0; i < 2; i++)
    if (fork() == 0) {
      workOn(file);
      _exit(0);
    }
  while (wait(NULL) > 0)
    ;
  sqlite3_close(shared);
}

// Who becomes a daemon is another process than before: its locks are gone.
void daemonReported(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-unclosed]
  if (daemon(1, 1) != 0) {
    sqlite3_close(db);
    return;
  }
  sqlite3_exec(db, "DELETE FROM t", NULL, NULL, NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-fork-share]
  _exit(0);
}

void daemonSilent(const char *file) {
  sqlite3 *db;
  if (daemon(1, 1) != 0)
    return;
  sqlite3_open(file, &db);
  sqlite3_exec(db, "DELETE FROM t", NULL, NULL, NULL);
  sqlite3_close(db);
  _exit(0);
}

static void onExit(void) { sqlite3_close(shared); }

void exitHandlerReported(const char *file) {
  sqlite3_open(file, &shared);
  atexit(onExit);
  if (fork() == 0)
    exit(0);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'shared'{{.*}}[cursor-fork-share]
  wait(NULL);
}

void exitHandlerSilent(const char *file) {
  sqlite3_open(file, &shared);
  if (fork() == 0)
    exit(0);
  wait(NULL);
  sqlite3_close(shared);
}

void vforkReported(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  pid_t pid = vfork();
  if (pid == 0) {
    sqlite3_changes(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  waitpid(pid, NULL, 0);
  sqlite3_close(db);
}

void vforkSilent(const char *file) {
  sqlite3 *db;
  sqlite3_open(file, &db);
  pid_t pid = vfork();
  if (pid == 0) {
    execl("/bin/true", "true", (char *)NULL);
    _exit(1);
  }
  waitpid(pid, NULL, 0);
  sqlite3_close(db);
}
