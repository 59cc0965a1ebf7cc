// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql
// How many were opened is counted; the loop that closes as many closes all.
#include <libpq-fe.h>
#include <stdlib.h>

struct worker {
  PGconn *conn;
  int id;
};

static PGconn *login(void) {
  PGconn *conn = PQconnectdb("");
  if (PQstatus(conn) == CONNECTION_OK)
    return conn;
  PQfinish(conn);
  return NULL;
}

static void logout(PGconn *conn) { PQfinish(conn); }

void countedSilent(int n) {
  struct worker *w = malloc((size_t)n * sizeof *w);
  int started = 0;
  if (!w)
    return;
  for (int i = 0; i < n; i++) {
    w[i].conn = login();
    if (!w[i].conn)
      break;
    if (rand() == 0) {
      logout(w[i].conn);
      break;
    }
    started++;
  }
  for (int i = 0; i < started; i++)
    logout(w[i].conn);
  free(w);
}

void lastForgottenReported(int n) {
  struct worker *w = malloc((size_t)n * sizeof *w);
  int started = 0;
  if (!w)
    return;
  for (int i = 0; i < n; i++) {
    w[i].conn = login();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}conn' {{.*}} [cursor-unclosed]
    if (!w[i].conn)
      break;
    if (rand() == 0)
      break;
    started++;
  }
  for (int i = 0; i < started; i++)
    logout(w[i].conn);
  free(w);
}
