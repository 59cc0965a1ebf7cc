// RUN: %check %s -- -std=c++17
// PEP 249's own spelling: a constant in the namespace of the handle's class.
#include <thread>

namespace one {
inline constexpr int threadsafety = 1;
class [[clang::annotate("cursor_tidy::connection")]] Connection {
public:
  explicit Connection(int);
  ~Connection();
  void run();
};
} // namespace one

namespace two {
inline constexpr int threadsafety = 2;
class [[clang::annotate("cursor_tidy::connection")]] Connection {
public:
  explicit Connection(int);
  ~Connection();
  void run();
};
} // namespace two

void oneReported() {
  one::Connection db(1);
  std::thread other([&] { db.run(); });
  // CHECK: constant.cpp:[[@LINE-1]]:{{[0-9]+}}: warning: 'db'{{.*}}(level 1: {{.*}}; declared by one::threadsafety) [cursor-thread-share]
  db.run();
  other.join();
}

void twoSilent() {
  two::Connection db(1);
  std::thread other([&] { db.run(); });
  db.run();
  other.join();
}
