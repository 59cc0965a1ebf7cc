// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/mariadb
// The twin of thread_per_request: each client has its own.
#include <mysql.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
struct server {
  int fd;
  const char *host;
};
struct client {
  struct server *srv;
  int fd;
  MYSQL *db;
};
static void serve(struct client *c) {
  char buf[256];
  while (read(c->fd, buf, sizeof buf) > 0) {
    if (mysql_query(c->db, buf) == 0) {
      MYSQL_RES *r = mysql_store_result(c->db);
      if (r)
        mysql_free_result(r);
    }
  }
}
static void *client_main(void *p) {
  struct client *c = p;
  serve(c);
  close(c->fd);
  mysql_close(c->db);
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
    c->db = mysql_init(NULL);
    if (!c->db || !mysql_real_connect(c->db, s->host, 0, 0, 0, 0, 0, 0)) {
      mysql_close(c->db);
      close(fd);
      free(c);
      continue;
    }
    pthread_t t;
    if (pthread_create(&t, NULL, client_main, c)) {
      mysql_close(c->db);
      close(fd);
      free(c);
      continue;
    }
    pthread_detach(t);
  }
}
