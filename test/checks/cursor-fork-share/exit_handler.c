// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// A handler of atexit closes in whichever process exits.
#include <mysql.h>
#include <stdlib.h>
#include <unistd.h>

static MYSQL *Client;

static void closeClient(void) { mysql_close(Client); }

static void openClient(const char *host) {
  Client = mysql_init(NULL);
  mysql_real_connect(Client, host, "u", "p", "d", 0, NULL, 0);
  atexit(closeClient);
}

void runReported(const char *host) {
  openClient(host);
  if (fork() == 0)
    exit(0);
  // CHECK: warning: {{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-fork-share]
}

void runSilent(const char *host) {
  openClient(host);
  if (fork() == 0)
    _exit(0);
}
