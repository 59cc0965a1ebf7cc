// RUN: %check %s -- -std=c11
// What is open follows from the state that a loop is in, and from the flag that ends it.
#include <sqlite3.h>

enum State { Begin, Opening, Preparing, Stepping, Done, Failed };

struct Job {
  enum State state;
  sqlite3 *db;
  sqlite3_stmt *stmt;
};

static enum State openJob(struct Job *j) {
  return sqlite3_open("jobs.db", &j->db) ? Failed : Preparing;
}

static enum State prepareJob(struct Job *j) {
  if (sqlite3_prepare_v2(j->db, "SELECT 1", -1, &j->stmt, 0))
    return Failed;
  return Stepping;
}

static enum State stepJob(struct Job *j) {
  switch (sqlite3_step(j->stmt)) {
  case SQLITE_ROW:
    return Stepping;
  case SQLITE_DONE:
    return Done;
  default:
    return Failed;
  }
}

int runSilent(int wanted) {
  struct Job j = {Begin, 0, 0};
  int running = 1;
  while (running) {
    switch (j.state) {
    case Begin:
      j.state = wanted ? Opening : Done;
      break;
    case Opening:
      j.state = openJob(&j);
      break;
    case Preparing:
      j.state = prepareJob(&j);
      break;
    case Stepping:
      j.state = stepJob(&j);
      break;
    case Done:
    case Failed:
      sqlite3_finalize(j.stmt);
      sqlite3_close(j.db);
      running = 0;
      break;
    }
  }
  return j.state == Done;
}

// The last of the states, four turns away, forgets the statement.
int runReported(int wanted) {
  struct Job j = {Begin, 0, 0};
  int running = 1;
  while (running) {
    switch (j.state) {
    case Begin:
      j.state = wanted ? Opening : Done;
      break;
    case Opening:
      j.state = openJob(&j);
      break;
    case Preparing:
      // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'j.stmt'{{.*}} [cursor-unclosed]
      j.state = prepareJob(&j);
      break;
    case Stepping:
      j.state = stepJob(&j);
      break;
    case Done:
      sqlite3_close_v2(j.db);
      running = 0;
      break;
    case Failed:
      sqlite3_finalize(j.stmt);
      sqlite3_close(j.db);
      running = 0;
      break;
    }
  }
  return j.state == Done;
}

int flagSilent(sqlite3 *db, int (*more)(void)) {
  sqlite3_stmt *stmt = 0;
  int going = 1;
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0))
    return -1;
  while (going) {
    if (sqlite3_step(stmt) != SQLITE_ROW || !more()) {
      sqlite3_finalize(stmt);
      going = 0;
    }
  }
  return 0;
}

int flagReported(sqlite3 *db, int (*more)(void)) {
  sqlite3_stmt *stmt = 0;
  int going = 1;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-unclosed]
  if (sqlite3_prepare_v2(db, "SELECT 1", -1, &stmt, 0))
    return -1;
  while (going) {
    if (sqlite3_step(stmt) != SQLITE_ROW) {
      sqlite3_finalize(stmt);
      going = 0;
    } else if (!more()) {
      going = 0;
    }
  }
  return 0;
}
