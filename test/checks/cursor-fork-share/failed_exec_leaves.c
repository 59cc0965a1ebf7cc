// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The twin of failed_exec_exits.
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
    _exit(127);
  }
  mysql_query(conn, "x");
  return 0;
}
