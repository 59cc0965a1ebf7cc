// RUN: %check %s -- -std=gnu11 -I/usr/include/libmongoc-1.0 -I/usr/include/libbson-1.0
#include <mongoc/mongoc.h>
#include <stdio.h>

static void print(const char *title, const bson_t *doc) {
  char *json = bson_as_relaxed_extended_json(doc, NULL);
  printf("%s: %s\n", title, json ? json : "?");
  bson_free(json);
}

// A document belongs to its cursor until the next one.
void largestReported(mongoc_cursor_t *cursor) {
  const bson_t *doc, *largest = NULL;
  while (mongoc_cursor_next(cursor, &doc))
    if (!largest || doc->len > largest->len)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'cursor'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
      largest = doc;
  if (largest)
    print("largest", largest);
}

void largestSilent(mongoc_cursor_t *cursor) {
  const bson_t *doc;
  bson_t *largest = NULL;
  while (mongoc_cursor_next(cursor, &doc))
    if (!largest || doc->len > largest->len) {
      bson_destroy(largest);
      largest = bson_copy(doc);
    }
  if (largest)
    print("largest", largest);
  bson_destroy(largest);
}

// What an iterator finds lies in the document.
const char *nameReported(mongoc_collection_t *users) {
  bson_t query = BSON_INITIALIZER;
  mongoc_cursor_t *cursor =
      mongoc_collection_find_with_opts(users, &query, NULL, NULL);
  const bson_t *doc;
  bson_iter_t it;
  const char *name = NULL;
  if (mongoc_cursor_next(cursor, &doc) &&
      bson_iter_init_find(&it, doc, "name"))
    name = bson_iter_utf8(&it, NULL);
  mongoc_cursor_destroy(cursor);
  bson_destroy(&query);
  return bson_strdup(name);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'cursor'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}

char *nameSilent(mongoc_collection_t *users) {
  bson_t query = BSON_INITIALIZER;
  mongoc_cursor_t *cursor =
      mongoc_collection_find_with_opts(users, &query, NULL, NULL);
  const bson_t *doc;
  bson_iter_t it;
  char *name = NULL;
  if (mongoc_cursor_next(cursor, &doc) &&
      bson_iter_init_find(&it, doc, "name"))
    name = bson_iter_dup_utf8(&it, NULL);
  mongoc_cursor_destroy(cursor);
  bson_destroy(&query);
  return name;
}

void cursorAfterClientReported(mongoc_client_t *client) {
  mongoc_collection_t *posts = mongoc_client_get_collection(client, "b", "p");
  bson_t query = BSON_INITIALIZER;
  mongoc_cursor_t *cursor =
      mongoc_collection_find_with_opts(posts, &query, NULL, NULL);
  mongoc_collection_destroy(posts);
  mongoc_client_destroy(client);
  mongoc_cursor_destroy(cursor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cursor'{{.*}} is closed after its connection 'client' was closed{{.*}} [cursor-use-after-close]
}

// The cursor refers to the client, not to the collection.
void cursorAfterCollectionSilent(mongoc_client_t *client) {
  mongoc_collection_t *posts = mongoc_client_get_collection(client, "b", "p");
  bson_t query = BSON_INITIALIZER;
  mongoc_cursor_t *cursor =
      mongoc_collection_find_with_opts(posts, &query, NULL, NULL);
  const bson_t *doc;
  mongoc_collection_destroy(posts);
  while (mongoc_cursor_next(cursor, &doc))
    print("post", doc);
  mongoc_cursor_destroy(cursor);
  mongoc_client_destroy(client);
}

void givenBackReported(mongoc_client_pool_t *pool) {
  mongoc_client_t *client = mongoc_client_pool_pop(pool);
  mongoc_collection_t *posts = mongoc_client_get_collection(client, "b", "p");
  bson_error_t error;
  mongoc_client_pool_push(pool, client);
  mongoc_collection_drop(posts, &error);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'posts'{{.*}} is used after its connection 'client' was closed{{.*}} [cursor-use-after-close]
  mongoc_collection_destroy(posts);
}

void givenBackSilent(mongoc_client_pool_t *pool) {
  mongoc_client_t *client = mongoc_client_pool_pop(pool);
  mongoc_collection_t *posts = mongoc_client_get_collection(client, "b", "p");
  bson_error_t error;
  mongoc_collection_drop(posts, &error);
  mongoc_collection_destroy(posts);
  mongoc_client_pool_push(pool, client);
}

void destroyedTwiceReported(mongoc_client_t *client) {
  mongoc_database_t *db = mongoc_client_get_database(client, "b");
  bson_error_t error;
  if (!mongoc_database_drop(db, &error))
    mongoc_database_destroy(db);
  mongoc_database_destroy(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} is closed a second time{{.*}} [cursor-use-after-close]
}

void nameOfCollectionReported(mongoc_client_t *client) {
  mongoc_collection_t *posts = mongoc_client_get_collection(client, "b", "p");
  const char *name = mongoc_collection_get_name(posts);
  mongoc_collection_destroy(posts);
  puts(name);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'posts'{{.*}} is used after what it points to has ended{{.*}} [cursor-use-after-close]
}
