// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb -pthread
// A thread keeps the connection alive while its maker queries.
#include <mysql.h>
#include <pthread.h>

static void *keepAliveReported(void *arg) {
  MYSQL *mysql = arg;
  mysql_ping(mysql);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  return NULL;
}

static void *keepAliveSilent(void *arg) {
  MYSQL *mysql = arg;
  mysql_ping(mysql);
  return NULL;
}

int loadReported(MYSQL *mysql) {
  pthread_t pinger;
  int rc;
  if (pthread_create(&pinger, NULL, keepAliveReported, mysql) != 0)
    return -1;
  rc = mysql_query(mysql, "CALL load()");
  pthread_join(pinger, NULL);
  return rc;
}

int loadSilent(MYSQL *mysql) {
  pthread_t pinger;
  if (pthread_create(&pinger, NULL, keepAliveSilent, mysql) != 0)
    return -1;
  pthread_join(pinger, NULL);
  return mysql_query(mysql, "CALL load()");
}
