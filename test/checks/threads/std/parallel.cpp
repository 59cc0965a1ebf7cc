// RUN: %check %s -- -std=c++20 -I/usr/include/postgresql -pthread
// Parallel algorithms: several elements at a time, and all of them before the
// algorithm comes back.
#include <libpq-fe.h>

#include <algorithm>
#include <execution>
#include <functional>
#include <mutex>
#include <numeric>
#include <vector>

using Rows = std::vector<int>;

void eachReported(PGconn *c, Rows &rows) {
  std::for_each(std::execution::par, rows.begin(), rows.end(),
                [&](int) { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
}

void unsequencedReported(PGconn *c, Rows &rows) {
  std::for_each(std::execution::par_unseq, rows.begin(), rows.end(),
                [&](int) { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
}

void sequencedSilent(PGconn *c, Rows &rows) {
  std::for_each(std::execution::seq, rows.begin(), rows.end(),
                [&](int) { PQflush(c); });
  std::for_each(rows.begin(), rows.end(), [&](int) { PQflush(c); });
}

void lockedSilent(PGconn *c, Rows &rows) {
  std::mutex lock;
  std::for_each(std::execution::par, rows.begin(), rows.end(), [&](int) {
    std::lock_guard guard(lock);
    PQflush(c);
  });
}

void ownElementsSilent(std::vector<PGconn *> &all) {
  std::for_each(std::execution::par, all.begin(), all.end(),
                [](PGconn *c) { PQflush(c); });
}

void afterwardsSilent(PGconn *c, Rows &rows) {
  std::for_each(std::execution::par, rows.begin(), rows.end(),
                [](int &row) { ++row; });
  PQflush(c);
}

void transformReported(PGconn *c, Rows &from, Rows &to) {
  std::transform(std::execution::par, from.begin(), from.end(), to.begin(),
                 [&](int) { return PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
}

int reduceReported(PGconn *c, Rows &rows) {
  return std::transform_reduce(std::execution::par, rows.begin(), rows.end(), 0,
                               std::plus<>(), [&](int) { return PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
}

bool anyReported(PGconn *c, Rows &rows) {
  return std::any_of(std::execution::par, rows.begin(), rows.end(),
                     [&](int) { return PQflush(c) != 0; });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
}
