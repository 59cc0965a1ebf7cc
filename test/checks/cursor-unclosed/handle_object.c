// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// A MYSQL on the stack is initialised in place and owns memory as well.
#include <mysql.h>
#include <stddef.h>

int statusReported(const char *host) {
  MYSQL mysql;
  mysql_init(&mysql);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (!mysql_real_connect(&mysql, host, "u", "p", "d", 0, NULL, 0))
    return -1;
  mysql_close(&mysql);
  return 0;
}

int statusSilent(const char *host) {
  MYSQL mysql;
  int rc = 0;
  mysql_init(&mysql);
  if (!mysql_real_connect(&mysql, host, "u", "p", "d", 0, NULL, 0))
    rc = -1;
  mysql_close(&mysql);
  return rc;
}
