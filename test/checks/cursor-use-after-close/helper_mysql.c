// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The close helper cannot set the caller's pointer to null; the twin can.
#include <mysql.h>
#include <stddef.h>

static void closeCopy(MYSQL_STMT *stmt) {
  if (stmt)
    mysql_stmt_close(stmt);
}

static void closeOwn(MYSQL_STMT **stmt) {
  if (*stmt)
    mysql_stmt_close(*stmt);
  *stmt = NULL;
}

unsigned long countReported(MYSQL_STMT *stmt) {
  closeCopy(stmt);
  return stmt ? mysql_stmt_param_count(stmt) : 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}stmt' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-use-after-close]
}

unsigned long countSilent(MYSQL_STMT *stmt) {
  closeOwn(&stmt);
  return stmt ? mysql_stmt_param_count(stmt) : 0;
}
