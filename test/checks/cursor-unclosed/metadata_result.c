// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The metadata of a statement is a result of its own.
#include <mysql.h>

unsigned fieldsReported(MYSQL_STMT *stmt) {
  MYSQL_RES *meta = mysql_stmt_result_metadata(stmt);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}meta' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  return meta ? mysql_num_fields(meta) : 0;
}

unsigned fieldsSilent(MYSQL_STMT *stmt) {
  MYSQL_RES *meta = mysql_stmt_result_metadata(stmt);
  unsigned fields = meta ? mysql_num_fields(meta) : 0;
  mysql_free_result(meta);
  return fields;
}
