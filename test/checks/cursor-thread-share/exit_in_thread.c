// RUN: %check %s -- -std=gnu11 -pthread
// A thread that ends the process leaves nobody who could go on.
#include <hiredis/hiredis.h>
#include <pthread.h>
#include <stdlib.h>

static redisContext *c;
static int done;

static void *openSilent(void *arg) {
  (void)arg;
  if (!done) {
    c = redisConnect("h", 1);
    if (c->err)
      exit(1);
    done = 1;
  }
  return 0;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, 0, openSilent, 0);
  pthread_join(t, 0);
  pthread_create(&t, 0, openSilent, 0);
  pthread_join(t, 0);
  redisFree(c);
  return 0;
}
