// RUN: %check %s -- -std=c11
#include <sqlite3.h>
#include <stdlib.h>

struct node {
  struct node *left, *right;
  sqlite3_stmt *st;
};

static void freeTree(struct node *n) {
  if (!n)
    return;
  freeTree(n->left);
  freeTree(n->right);
  sqlite3_finalize(n->st);
  free(n);
}

int freedSilent(sqlite3 *db) {
  struct node *n = calloc(1, sizeof *n);
  if (!n)
    return 1;
  n->left = calloc(1, sizeof *n);
  if (n->left && sqlite3_prepare_v2(db, "x", -1, &n->left->st, 0)) {
    freeTree(n);
    return 1;
  }
  freeTree(n);
  return 0;
}

int leftReported(sqlite3 *db, int quick) {
  struct node *n = calloc(1, sizeof *n);
  if (!n)
    return 1;
  if (sqlite3_prepare_v2(db, "x", -1, &n->st, 0)) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'st'{{.*}} [cursor-unclosed]
    freeTree(n);
    return 1;
  }
  if (quick)
    return 0;
  freeTree(n);
  return 0;
}
