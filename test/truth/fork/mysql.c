// RUN: %check %s -- -std=gnu11
// RUN: %truth %s -- -std=gnu11
// A child of fork and its parent's connection to MariaDB.
#include <mysql/mysql.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

void closedByChildReported(MYSQL *conn) {
  if (fork() == 0) {
    mysql_close(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  mysql_query(conn, "DO 1");
}

void closedByChildSilent(MYSQL *conn) {
  if (fork() == 0)
    _exit(0);
  wait(NULL);
  mysql_query(conn, "DO 1");
}

void queriedByChildReported(MYSQL *conn) {
  if (fork() == 0) {
    mysql_query(conn, "DO 2");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
}

void queriedByChildSilent(MYSQL *conn, const char *socket) {
  if (fork() == 0) {
    MYSQL *own = mysql_init(NULL);
    if (mysql_real_connect(own, NULL, "root", NULL, NULL, 0, socket, 0))
      mysql_query(own, "DO 2");
    mysql_close(own);
    _exit(0);
  }
  wait(NULL);
  mysql_query(conn, "DO 1");
}

void statementReported(MYSQL *conn) {
  MYSQL_STMT *stmt = mysql_stmt_init(conn);
  mysql_stmt_prepare(stmt, "SELECT 1", 8);
  if (fork() == 0) {
    mysql_stmt_execute(stmt);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}}[cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  mysql_stmt_close(stmt);
}

void statementSilent(MYSQL *conn) {
  MYSQL_STMT *stmt = mysql_stmt_init(conn);
  mysql_stmt_prepare(stmt, "SELECT 1", 8);
  if (fork() == 0)
    _exit(0);
  mysql_stmt_execute(stmt);
  wait(NULL);
  mysql_stmt_close(stmt);
}

// Both processes come to the same end.
void cleanupReported(const char *socket) {
  MYSQL *conn = mysql_init(NULL);
  if (!mysql_real_connect(conn, NULL, "root", NULL, NULL, 0, socket, 0))
    goto out;
  pid_t pid = fork();
  if (pid == 0)
    goto out;
  wait(NULL);
  mysql_query(conn, "DO 1");
out:
  mysql_close(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'conn'{{.*}}[cursor-fork-share]
}

void cleanupSilent(const char *socket) {
  MYSQL *conn = mysql_init(NULL);
  if (!mysql_real_connect(conn, NULL, "root", NULL, NULL, 0, socket, 0))
    goto out;
  pid_t pid = fork();
  if (pid == 0)
    _exit(0);
  wait(NULL);
  mysql_query(conn, "DO 1");
out:
  mysql_close(conn);
}
