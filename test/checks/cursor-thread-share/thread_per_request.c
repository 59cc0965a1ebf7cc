// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/mariadb
// A server's loop: each client's thread uses the server's connection.
#include <mysql.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
struct server {
  int fd;
  MYSQL *db;
};
struct client {
  struct server *srv;
  int fd;
};
static void serve(struct client *c) {
  char buf[256];
  while (read(c->fd, buf, sizeof buf) > 0) {
    if (mysql_query(c->srv->db, buf) == 0) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's->db'{{.*}}[cursor-thread-share]
      MYSQL_RES *r = mysql_store_result(c->srv->db);
      if (r)
        mysql_free_result(r);
    }
  }
}
static void *client_main(void *p) {
  struct client *c = p;
  serve(c);
  close(c->fd);
  free(c);
  return NULL;
}
int run(struct server *s) {
  for (;;) {
    int fd = accept(s->fd, NULL, NULL);
    if (fd < 0)
      return -1;
    struct client *c = malloc(sizeof *c);
    if (!c) {
      close(fd);
      continue;
    }
    c->srv = s;
    c->fd = fd;
    pthread_t t;
    if (pthread_create(&t, NULL, client_main, c)) {
      close(fd);
      free(c);
      continue;
    }
    pthread_detach(t);
  }
}
