// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// When exec fails, exit runs a handler that closes.
#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static MYSQL *conn;
static void cleanup(void) {
  if (conn) {
    mysql_close(conn);
    conn = NULL;
  }
}
int main(int argc, char **argv) {
  conn = mysql_init(NULL);
  if (!mysql_real_connect(conn, "h", "u", "p", "d", 0, NULL, 0)) {
    mysql_close(conn);
    return 1;
  }
  atexit(cleanup);
  pid_t pid = fork();
  if (pid == 0) {
    execvp(argv[1], argv + 1);
    perror("exec");
    exit(127);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn'{{.*}}[cursor-fork-share]
  }
  mysql_query(conn, "x");
  return 0;
}
