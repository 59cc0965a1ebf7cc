// RUN: %check %s -- -std=gnu11
// A walk along a linked list meets another element in each turn.
#include <sqlite3.h>
#include <stdlib.h>

struct query {
  sqlite3_stmt *stmt;
  struct query *next;
};

struct queries {
  struct query *first;
};

void freeAllSilent(struct queries *all) {
  struct query *q, *next;
  for (q = all->first; q; q = next) {
    next = q->next;
    sqlite3_finalize(q->stmt);
    free(q);
  }
}

void finalizeAllSilent(struct query *q) {
  while (q) {
    sqlite3_finalize(q->stmt);
    q = q->next;
  }
}

void popAllSilent(struct query **head) {
  struct query *q;
  while ((q = *head) != 0) {
    *head = q->next;
    sqlite3_finalize(q->stmt);
    free(q);
  }
}

void forgetsToGoOnReported(struct query *q, int n) {
  while (n-- > 0) {
    sqlite3_finalize(q->stmt);
    // CHECK: warning: {{.*}}'{{.*}}stmt'{{.*}}is closed a second time{{.*}}[cursor-use-after-close]
  }
}

struct buckets {
  struct query *first[16];
};

void freeTableSilent(struct buckets *table) {
  for (int i = 0; i < 16; i++) {
    struct query *q = table->first[i];
    while (q) {
      struct query *next = q->next;
      sqlite3_finalize(q->stmt);
      free(q);
      q = next;
    }
    table->first[i] = 0;
  }
}
