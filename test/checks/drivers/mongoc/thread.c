// RUN: %check %s -- -std=gnu11 -I/usr/include/libmongoc-1.0 -I/usr/include/libbson-1.0 -pthread
#include <mongoc/mongoc.h>
#include <pthread.h>

static void *ping(void *arg) {
  mongoc_client_t *client = arg;
  mongoc_client_set_appname(client, "ping");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'client'{{.*}} is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  return NULL;
}

void oneClientReported(mongoc_client_t *client) {
  pthread_t other;
  pthread_create(&other, NULL, ping, client);
  mongoc_client_set_appname(client, "main");
  pthread_join(other, NULL);
}

static void *lease(void *arg) {
  mongoc_client_pool_t *pool = arg;
  mongoc_client_t *client = mongoc_client_pool_pop(pool);
  mongoc_client_set_appname(client, "lease");
  mongoc_client_pool_push(pool, client);
  return NULL;
}

void onePoolSilent(mongoc_client_pool_t *pool) {
  pthread_t first, second;
  pthread_create(&first, NULL, lease, pool);
  pthread_create(&second, NULL, lease, pool);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
}

// A cursor is for the thread that made it, joined or not.
static void *drain(void *arg) {
  mongoc_cursor_t *cursor = arg;
  const bson_t *doc;
  while (mongoc_cursor_next(cursor, &doc))
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is used on another thread than the one that opened it{{.*}} [cursor-thread-share]
    ;
  return NULL;
}

void pinnedReported(mongoc_collection_t *posts, const bson_t *query) {
  pthread_t other;
  mongoc_cursor_t *cursor =
      mongoc_collection_find_with_opts(posts, query, NULL, NULL);
  pthread_create(&other, NULL, drain, cursor);
  pthread_join(other, NULL);
  mongoc_cursor_destroy(cursor);
}
