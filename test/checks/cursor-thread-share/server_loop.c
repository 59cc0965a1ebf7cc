// RUN: %check %s -- -std=gnu11 -pthread -I/usr/include/postgresql
// A server that never ends starts a thread for each client.
#include <libpq-fe.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct client {
  PGconn *conn;
  int fd;
};

static int accepted(int listener) {
  int fd = accept(listener, 0, 0);
  return fd;
}

static void *serve(void *data) {
  struct client *client = data;
  PQconsumeInput(client->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' {{.*}} is used by several threads that start at one place {{.*}} [cursor-thread-share]
  close(client->fd);
  free(client);
  return 0;
}

void serveReported(PGconn *conn, int listener) {
  for (;;) {
    int fd = accepted(listener);
    if (fd < 0)
      continue;
    struct client *client = malloc(sizeof *client);
    pthread_t thread;
    client->conn = conn;
    client->fd = fd;
    if (pthread_create(&thread, 0, serve, client) == 0) {
      pthread_detach(thread);
    } else {
      close(fd);
      free(client);
    }
  }
}

static void *serve_own(void *data) {
  struct client *client = data;
  PGconn *mine = PQconnectdb("");
  PQconsumeInput(mine);
  PQfinish(mine);
  close(client->fd);
  free(client);
  return 0;
}

void serveOwnSilent(PGconn *conn, int listener) {
  PQflush(conn);
  for (;;) {
    int fd = accepted(listener);
    if (fd < 0)
      continue;
    struct client *client = malloc(sizeof *client);
    pthread_t thread;
    client->conn = conn;
    client->fd = fd;
    if (pthread_create(&thread, 0, serve_own, client) == 0) {
      pthread_detach(thread);
    } else {
      close(fd);
      free(client);
    }
  }
}

static void *serve_alone(void *data) {
  PQsendFlushRequest(data);
  return 0;
}

void serveOneByOneSilent(PGconn *conn, int listener) {
  for (;;) {
    int fd = accepted(listener);
    pthread_t thread;
    if (pthread_create(&thread, 0, serve_alone, conn) == 0)
      pthread_join(thread, 0);
    close(fd);
  }
}
