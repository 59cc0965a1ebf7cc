// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The failed connect returns null and takes the only pointer with it.
#include <mysql.h>
#include <stddef.h>

MYSQL *connectReported(const char *host) {
  MYSQL *mysql = mysql_init(NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  if (!mysql)
    return NULL;
  mysql = mysql_real_connect(mysql, host, "u", "p", "d", 0, NULL, 0);
  return mysql;
}

MYSQL *connectSilent(const char *host) {
  MYSQL *mysql = mysql_init(NULL);
  if (!mysql)
    return NULL;
  if (!mysql_real_connect(mysql, host, "u", "p", "d", 0, NULL, 0)) {
    mysql_close(mysql);
    return NULL;
  }
  return mysql;
}
