// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The child queries with what the parent connected; the twin connects itself.
#include <mysql.h>
#include <unistd.h>

void workReported(MYSQL *mysql) {
  if (fork() == 0) {
    int rc = mysql_query(mysql, "CALL work()");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
    _exit(rc != 0);
  }
}

void workSilent(MYSQL *mysql, const char *host) {
  if (fork() == 0) {
    int rc = 1;
    mysql = mysql_init(NULL);
    if (mysql && mysql_real_connect(mysql, host, "u", "p", "d", 0, NULL, 0))
      rc = mysql_query(mysql, "CALL work()");
    mysql_close(mysql);
    _exit(rc != 0);
  }
}
