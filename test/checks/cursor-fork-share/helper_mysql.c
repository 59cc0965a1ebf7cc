// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The child's work is a function that is given the connection or opens one.
#include <mysql.h>
#include <unistd.h>

static int countWith(MYSQL *mysql) {
  return mysql_query(mysql, "SELECT count(*) FROM t");
}

static int countAlone(const char *host) {
  int rc = -1;
  MYSQL *mysql = mysql_init(NULL);
  if (mysql && mysql_real_connect(mysql, host, "u", "p", "d", 0, NULL, 0))
    rc = mysql_query(mysql, "SELECT count(*) FROM t");
  mysql_close(mysql);
  return rc;
}

pid_t countReported(MYSQL *mysql) {
  pid_t pid = fork();
  if (pid == 0)
    _exit(countWith(mysql) != 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
  return pid;
}

pid_t countSilent(MYSQL *mysql, const char *host) {
  pid_t pid = fork();
  if (pid == 0)
    _exit(countAlone(host) != 0);
  mysql_ping(mysql);
  return pid;
}
