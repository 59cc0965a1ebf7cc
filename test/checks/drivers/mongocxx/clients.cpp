// RUN: %check %s -- -std=c++17 -pthread -isystem %source/test/headers
#include <mongocxx/client.hpp>
#include <mutex>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using bsoncxx::from_json;

// Two collections of one client are one client.
void siblingsReported() {
  mongocxx::client client{mongocxx::uri{}};
  auto orders = client["shop"]["orders"];
  auto items = client["shop"]["items"];
  std::thread worker([&] { orders.delete_many(from_json("{}")); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'client'{{.*}} [cursor-thread-share]
  items.insert_one(from_json("{}"));
  worker.join();
}

// Two locks do not help, one does.
void siblingsUnderOneLockSilent() {
  mongocxx::client client{mongocxx::uri{}};
  std::mutex lock;
  auto orders = client["shop"]["orders"];
  auto items = client["shop"]["items"];
  std::thread worker([&] {
    std::lock_guard<std::mutex> hold(lock);
    orders.delete_many(from_json("{}"));
  });
  {
    std::lock_guard<std::mutex> hold(lock);
    items.insert_one(from_json("{}"));
  }
  worker.join();
}

void leaseInTheThreadSilent() {
  mongocxx::pool pool{mongocxx::uri{}};
  std::thread worker([&pool] {
    auto client = pool.acquire();
    (*client)["shop"]["orders"].delete_many(from_json("{}"));
  });
  auto client = pool.acquire();
  (*client)["shop"]["items"].insert_one(from_json("{}"));
  worker.join();
}

void inheritedReported(mongocxx::client &client) {
  pid_t pid = fork();
  if (pid == 0) {
    client["shop"].drop();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'client'{{.*}} [cursor-fork-share]
    _exit(0);
  }
  waitpid(pid, nullptr, 0);
}

void resetFirstSilent(mongocxx::client &client) {
  pid_t pid = fork();
  if (pid == 0) {
    client.reset();
    client["shop"].drop();
    _exit(0);
  }
  waitpid(pid, nullptr, 0);
}

int cursorOutlivesReported() {
  std::unique_ptr<mongocxx::client> client =
      std::make_unique<mongocxx::client>(mongocxx::uri{});
  auto rows = (*client)["shop"]["orders"].find(from_json("{}"));
  client.reset();
  int n = 0;
  for (auto it = rows.begin(); it != rows.end(); ++it)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'rows'{{.*}} [cursor-use-after-close]
    ++n;
  return n;
}

int cursorFirstSilent() {
  mongocxx::client client{mongocxx::uri{}};
  auto rows = client["shop"]["orders"].find(from_json("{}"));
  int n = 0;
  for (auto &&row : rows)
    n += bsoncxx::to_json(row).empty() ? 0 : 1;
  return n;
}
