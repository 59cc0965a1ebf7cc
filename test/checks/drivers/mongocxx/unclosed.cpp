// RUN: %check %s -- -std=c++17 -isystem %source/test/headers
#include <mongocxx/client.hpp>

int leftReported(bool quick) {
  auto *client = new mongocxx::client(mongocxx::uri("mongodb://localhost"));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'client' (mongocxx mongocxx::client) is not closed, since the object that holds it is never deleted{{.*}} [cursor-unclosed]
  if (quick)
    return 0;
  client->database("a");
  delete client;
  return 1;
}

int deletedSilent(bool quick) {
  auto *client = new mongocxx::client(mongocxx::uri("mongodb://localhost"));
  if (!quick)
    client->database("a");
  delete client;
  return 1;
}
