// RUN: %check %s -- -std=gnu11 -I/usr/include/libmongoc-1.0 -I/usr/include/libbson-1.0
#include <mongoc/mongoc.h>
#include <sys/wait.h>
#include <unistd.h>

static void drop(mongoc_client_t *client) {
  mongoc_collection_t *posts = mongoc_client_get_collection(client, "b", "p");
  mongoc_collection_drop(posts, NULL);
  mongoc_collection_destroy(posts);
}

void childUsesReported(mongoc_client_t *client) {
  if (fork() == 0) {
    drop(client);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'client'{{.*}} was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
}

void childDestroysReported(mongoc_client_t *client) {
  if (fork() == 0) {
    mongoc_client_destroy(client);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'client'{{.*}} was opened before the fork and is closed in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  mongoc_client_destroy(client);
}

// The driver's own call makes the client the child's, with all of it.
void childResetsSilent(void) {
  mongoc_client_t *client = mongoc_client_new("mongodb://localhost");
  if (!client)
    return;
  mongoc_collection_t *posts = mongoc_client_get_collection(client, "b", "p");
  if (fork() == 0) {
    mongoc_client_reset(client);
    mongoc_collection_drop(posts, NULL);
    mongoc_collection_destroy(posts);
    mongoc_client_destroy(client);
    _exit(0);
  }
  wait(NULL);
  mongoc_collection_destroy(posts);
  mongoc_client_destroy(client);
}

// Of a client of a pool that call does nothing.
void childResetsLeaseReported(mongoc_client_pool_t *pool) {
  mongoc_client_t *client = mongoc_client_pool_pop(pool);
  if (fork() == 0) {
    mongoc_client_reset(client);
    mongoc_client_set_appname(client, "child");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'client'{{.*}} was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(NULL);
  mongoc_client_pool_push(pool, client);
}

void childTakesOneReported(mongoc_client_pool_t *pool) {
  if (fork() == 0) {
    mongoc_client_t *client = mongoc_client_pool_pop(pool);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'pool'{{.*}} was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    mongoc_client_pool_push(pool, client);
    _exit(0);
  }
  wait(NULL);
}
