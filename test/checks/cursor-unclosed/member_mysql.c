// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The context that holds the handle is freed, the handle is not.
#include <mysql.h>
#include <stdlib.h>

struct sink {
  MYSQL *mysql;
  long written;
};

int sinkReported(const char *host) {
  struct sink *s = calloc(1, sizeof *s);
  int ok;
  if (!s)
    return -1;
  s->mysql = mysql_init(NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (!s->mysql) {
    free(s);
    return -1;
  }
  ok = mysql_real_connect(s->mysql, host, "u", "p", "d", 0, NULL, 0) != NULL;
  free(s);
  return ok;
}

int sinkSilent(const char *host) {
  struct sink *s = calloc(1, sizeof *s);
  int ok;
  if (!s)
    return -1;
  s->mysql = mysql_init(NULL);
  if (!s->mysql) {
    free(s);
    return -1;
  }
  ok = mysql_real_connect(s->mysql, host, "u", "p", "d", 0, NULL, 0) != NULL;
  mysql_close(s->mysql);
  free(s);
  return ok;
}
