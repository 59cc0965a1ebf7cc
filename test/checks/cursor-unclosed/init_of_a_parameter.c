// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// mysql_init allocates when it is given null; a function that passes its own
// parameter on is not called with null for that.
#include <mysql.h>
#include <stddef.h>

static void initSilent(MYSQL *mysql) { mysql_init(mysql); }

int pingSilent(void) {
  MYSQL mysql;
  initSilent(&mysql);
  int rc = mysql_ping(&mysql);
  mysql_close(&mysql);
  return rc;
}

int pingReported(void) {
  MYSQL mysql;
  initSilent(&mysql);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'mysql' ({{.*}}[cursor-unclosed]
  return mysql_ping(&mysql);
}

void allocateReported(void) {
  mysql_init(NULL);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}thrown away{{.*}}[cursor-unclosed]
}
