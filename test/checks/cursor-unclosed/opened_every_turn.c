// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// Opened in every turn, closed once behind the loop.
#include <mysql.h>
#include <stddef.h>

void listReported(MYSQL *mysql, const char **tables, int n) {
  MYSQL_RES *res = NULL;
  for (int i = 0; i < n; i++)
    res = mysql_list_fields(mysql, tables[i], NULL);
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-unclosed]
  mysql_free_result(res);
}

void listSilent(MYSQL *mysql, const char **tables, int n) {
  MYSQL_RES *res = NULL;
  for (int i = 0; i < n; i++) {
    mysql_free_result(res);
    res = mysql_list_fields(mysql, tables[i], NULL);
  }
  mysql_free_result(res);
}

struct settings {
  int retries;
};

void retryReported(MYSQL *mysql, struct settings *with) {
  MYSQL_RES *res;
  do {
    res = mysql_list_fields(mysql, "t", NULL);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-unclosed]
  } while (with->retries);
  mysql_free_result(res);
}

// The loop goes on by what only others write; its head opens.
void retrySilent(MYSQL *mysql, struct settings *with) {
  MYSQL_RES *res;
again:
  res = mysql_list_fields(mysql, "t", NULL);
  if (with->retries) {
    mysql_free_result(res);
    goto again;
  }
  mysql_free_result(res);
}
