// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/mariadb
// Rows that were not stored come from the connection until their result is
// freed.
#include <mysql.h>
#include <pthread.h>

struct shop {
  MYSQL *c;
  pthread_mutex_t mu;
};

static void *rowsReported(void *p) {
  struct shop *s = p;
  MYSQL_RES *r;
  MYSQL_ROW row;
  pthread_mutex_lock(&s->mu);
  if (mysql_query(s->c, "select name from item") ||
      !(r = mysql_use_result(s->c))) {
    pthread_mutex_unlock(&s->mu);
    return 0;
  }
  pthread_mutex_unlock(&s->mu);
  do {
    pthread_mutex_lock(&s->mu);
    row = mysql_fetch_row(r);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} may be used by another thread between 'mysql_query' and 'mysql_fetch_row'{{.*}} [cursor-thread-share]
    pthread_mutex_unlock(&s->mu);
  } while (row);
  pthread_mutex_lock(&s->mu);
  mysql_free_result(r);
  pthread_mutex_unlock(&s->mu);
  return 0;
}

// Stored rows need the connection no more.
static void *rowsSilent(void *p) {
  struct shop *s = p;
  MYSQL_RES *r;
  MYSQL_ROW row;
  pthread_mutex_lock(&s->mu);
  if (mysql_query(s->c, "select name from item") ||
      !(r = mysql_store_result(s->c))) {
    pthread_mutex_unlock(&s->mu);
    return 0;
  }
  pthread_mutex_unlock(&s->mu);
  do {
    pthread_mutex_lock(&s->mu);
    row = mysql_fetch_row(r);
    pthread_mutex_unlock(&s->mu);
  } while (row);
  pthread_mutex_lock(&s->mu);
  mysql_free_result(r);
  pthread_mutex_unlock(&s->mu);
  return 0;
}

static void run(void *(*job)(void *)) {
  pthread_t a, b;
  struct shop s;
  pthread_mutex_init(&s.mu, 0);
  s.c = mysql_init(0);
  pthread_create(&a, 0, job, &s);
  pthread_create(&b, 0, job, &s);
  pthread_join(a, 0);
  pthread_join(b, 0);
  mysql_close(s.c);
}

int main(void) {
  run(rowsReported);
  run(rowsSilent);
}
