// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb -pthread
// A connection at file scope is everybody's.
#include <mysql.h>
#include <pthread.h>

static MYSQL *Reported;
static MYSQL *Silent;
static pthread_mutex_t Guard = PTHREAD_MUTEX_INITIALIZER;

static void *pingReported(void *unused) {
  mysql_ping(Reported);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Reported' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  return unused;
}

static void *pingSilent(void *unused) {
  pthread_mutex_lock(&Guard);
  mysql_ping(Silent);
  pthread_mutex_unlock(&Guard);
  return unused;
}

void runReported(const char *host) {
  pthread_t pinger;
  Reported = mysql_init(NULL);
  mysql_real_connect(Reported, host, "u", "p", "d", 0, NULL, 0);
  if (pthread_create(&pinger, NULL, pingReported, NULL) == 0) {
    mysql_query(Reported, "CALL run()");
    pthread_join(pinger, NULL);
  }
}

void runSilent(const char *host) {
  pthread_t pinger;
  Silent = mysql_init(NULL);
  mysql_real_connect(Silent, host, "u", "p", "d", 0, NULL, 0);
  if (pthread_create(&pinger, NULL, pingSilent, NULL) == 0) {
    pthread_mutex_lock(&Guard);
    mysql_query(Silent, "CALL run()");
    pthread_mutex_unlock(&Guard);
    pthread_join(pinger, NULL);
  }
}
