// RUN: %check %s -- -std=c++17
// A header-only library makes itself known by annotations.
#include <thread>

namespace toy {

class [[clang::annotate("cursor_tidy::connection"), clang::annotate("cursor_tidy::level=1")]] Connection {
public:
  explicit Connection(const char *where);
  ~Connection();
  void run(const char *text);
  [[clang::annotate("cursor_tidy::closes")]] void close();
};

} // namespace toy

void shareReported() {
  toy::Connection db("here");
  std::thread other([&] { db.run("a"); });
  // CHECK: annotated_class.cpp:[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (toy toy::Connection) is used by two threads{{.*}}(level 1: threads may share the module, not connections; declared by the annotation of toy::Connection) [cursor-thread-share]
  db.run("b");
  other.join();
}

void shareSilent() {
  toy::Connection db("here");
  std::thread other([&] { db.run("a"); });
  other.join();
  db.run("b");
}

void useReported() {
  toy::Connection db("here");
  db.close();
  db.run("a");
  // CHECK: annotated_class.cpp:[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}} [cursor-use-after-close]
}

void useSilent() {
  toy::Connection db("here");
  db.run("a");
  db.close();
}
