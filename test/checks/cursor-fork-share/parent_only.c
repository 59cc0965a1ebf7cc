// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// The parent goes on, the child leaves what it inherited.
#include <mysql.h>
#include <sys/wait.h>
#include <unistd.h>

int askSilent(MYSQL *mysql) {
  int status = 0;
  pid_t pid = fork();
  if (pid == 0) {
    sleep(1);
    _exit(3);
  }
  if (pid < 0)
    return -1;
  waitpid(pid, &status, 0);
  return mysql_query(mysql, "CALL ask()") + status;
}

int askBothReported(MYSQL *mysql) {
  pid_t pid = fork();
  if (pid < 0)
    return -1;
  if (pid != 0)
    waitpid(pid, NULL, 0);
  return mysql_query(mysql, "CALL ask()");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}mysql' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
}
