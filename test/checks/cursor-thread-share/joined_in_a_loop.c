// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/mariadb
// All workers are joined before the connection is closed.
#include <mysql.h>
#include <pthread.h>
#include <stdio.h>
#define N 4
static MYSQL *db;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static void *worker(void *arg) {
  char q[64];
  long id = (long)arg;
  snprintf(q, sizeof q, "update t set n=n+1 where id=%ld", id);
  for (int i = 0; i < 100; i++) {
    pthread_mutex_lock(&lock);
    if (mysql_query(db, q))
      fprintf(stderr, "%s\n", mysql_error(db));
    pthread_mutex_unlock(&lock);
  }
  return NULL;
}
int main(void) {
  pthread_t th[N];
  db = mysql_init(NULL);
  if (!mysql_real_connect(db, 0, 0, 0, 0, 0, 0, 0)) {
    mysql_close(db);
    return 1;
  }
  for (long i = 0; i < N; i++)
    pthread_create(&th[i], NULL, worker, (void *)i);
  for (int i = 0; i < N; i++)
    pthread_join(th[i], NULL);
  mysql_close(db);
  return 0;
}
