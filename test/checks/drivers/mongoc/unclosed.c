// RUN: %check %s -- -std=gnu11 -I/usr/include/libmongoc-1.0 -I/usr/include/libbson-1.0
#include <mongoc/mongoc.h>
#include <stdio.h>

int64_t countReported(mongoc_collection_t *posts, const bson_t *filter) {
  mongoc_cursor_t *cursor =
      mongoc_collection_find_with_opts(posts, filter, NULL, NULL);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is not closed before 'countReported' returns{{.*}} [cursor-unclosed]
  const bson_t *doc;
  bson_error_t error;
  int64_t n = 0;
  while (mongoc_cursor_next(cursor, &doc))
    n++;
  if (mongoc_cursor_error(cursor, &error))
    return -1;
  mongoc_cursor_destroy(cursor);
  return n;
}

int64_t countSilent(mongoc_collection_t *posts, const bson_t *filter) {
  mongoc_cursor_t *cursor =
      mongoc_collection_find_with_opts(posts, filter, NULL, NULL);
  const bson_t *doc;
  bson_error_t error;
  int64_t n = 0;
  while (mongoc_cursor_next(cursor, &doc))
    n++;
  if (mongoc_cursor_error(cursor, &error))
    n = -1;
  mongoc_cursor_destroy(cursor);
  return n;
}

// The documents that are passed about do not make a handle leave our sight.
bool insertReported(mongoc_client_t *client, bson_t *doc) {
  mongoc_collection_t *posts = mongoc_client_get_collection(client, "b", "p");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'posts'{{.*}} is not closed before 'insertReported' returns{{.*}} [cursor-unclosed]
  bson_t reply;
  bson_error_t error;
  BSON_APPEND_UTF8(doc, "state", "new");
  if (!mongoc_collection_insert_one(posts, doc, NULL, &reply, &error)) {
    fprintf(stderr, "%s\n", error.message);
    return false;
  }
  bson_destroy(&reply);
  mongoc_collection_destroy(posts);
  return true;
}

mongoc_client_t *openSilent(const char *uri) {
  mongoc_client_t *client = mongoc_client_new(uri);
  if (!client)
    return NULL;
  mongoc_client_set_appname(client, "feed");
  return client;
}

bool pingReported(const char *uri) {
  mongoc_client_t *client = mongoc_client_new(uri);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'client'{{.*}} is not closed before 'pingReported' returns{{.*}} [cursor-unclosed]
  bson_t *ping = BCON_NEW("ping", BCON_INT32(1));
  bson_error_t error;
  bool ok;
  if (!client) {
    bson_destroy(ping);
    return false;
  }
  ok = mongoc_client_command_simple(client, "admin", ping, NULL, NULL, &error);
  bson_destroy(ping);
  if (!ok)
    return false;
  mongoc_client_destroy(client);
  return true;
}

// A client of a pool goes back to it.
void leaseReported(mongoc_client_pool_t *pool) {
  mongoc_client_t *client = mongoc_client_pool_pop(pool);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'client'{{.*}} is not closed before 'leaseReported' returns{{.*}} [cursor-unclosed]
  bson_error_t error;
  if (!mongoc_client_get_server_status(client, NULL, NULL, &error))
    return;
  mongoc_client_pool_push(pool, client);
}

void leaseSilent(mongoc_client_pool_t *pool) {
  mongoc_client_t *client = mongoc_client_pool_try_pop(pool);
  bson_error_t error;
  if (!client)
    return;
  mongoc_client_get_server_status(client, NULL, NULL, &error);
  mongoc_client_pool_push(pool, client);
}

void destroyedLeaseReported(mongoc_client_pool_t *pool) {
  mongoc_client_t *client = mongoc_client_pool_pop(pool);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'client'{{.*}} is not closed by 'mongoc_client_destroy'{{.*}} [cursor-unclosed]
  mongoc_client_destroy(client);
}

void bulkReported(mongoc_collection_t *posts, const bson_t *doc) {
  mongoc_bulk_operation_t *bulk =
      mongoc_collection_create_bulk_operation_with_opts(posts, NULL);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'bulk'{{.*}} is not closed before 'bulkReported' returns{{.*}} [cursor-unclosed]
  bson_error_t error;
  if (!mongoc_bulk_operation_insert_with_opts(bulk, doc, NULL, &error))
    return;
  mongoc_bulk_operation_execute(bulk, NULL, &error);
  mongoc_bulk_operation_destroy(bulk);
}

bool sessionReported(mongoc_client_t *client) {
  bson_error_t error;
  mongoc_client_session_t *session =
      mongoc_client_start_session(client, NULL, &error);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'session'{{.*}} is not closed before 'sessionReported' returns{{.*}} [cursor-unclosed]
  if (!session)
    return false;
  if (!mongoc_client_session_start_transaction(session, NULL, &error))
    return false;
  mongoc_client_session_commit_transaction(session, NULL, &error);
  mongoc_client_session_destroy(session);
  return true;
}

// The client does not take its cursors along.
void clientFirstReported(void) {
  mongoc_client_t *client = mongoc_client_new("mongodb://localhost");
  if (!client)
    return;
  mongoc_cursor_t *cursor =
      mongoc_client_find_databases_with_opts(client, NULL);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is not closed before 'clientFirstReported' returns{{.*}} [cursor-unclosed]
  const bson_t *doc;
  mongoc_cursor_next(cursor, &doc);
  mongoc_client_destroy(client);
}
