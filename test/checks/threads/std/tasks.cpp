// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/postgresql
// Semaphores, packaged tasks, shared futures, and further parallel algorithms.
#include <execution>
#include <future>
#include <libpq-fe.h>
#include <numeric>
#include <semaphore>
#include <thread>
#include <vector>
void semSilent(PGconn *c) {
  std::binary_semaphore s(1);
  std::thread t([&] {
    s.acquire();
    PQflush(c);
    s.release();
  });
  s.acquire();
  PQflush(c);
  s.release();
  t.join();
}
void semReported(PGconn *c) {
  std::counting_semaphore<2> s(1);
  std::thread t([&] {
    s.acquire();
    PQflush(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
    s.release();
  });
  PQflush(c);
  t.join();
}
void semTurnSilent(PGconn *c) {
  std::counting_semaphore<1> s(0);
  std::thread t([&] {
    PQflush(c);
    s.release();
  });
  s.acquire();
  PQflush(c);
  t.join();
}
void packagedReported(PGconn *c) {
  std::packaged_task<int()> task([c] { return PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  auto f = task.get_future();
  std::thread t(std::move(task));
  PQflush(c);
  f.get();
  t.join();
}
void packagedSilent(PGconn *c) {
  std::packaged_task<int()> task([c] { return PQflush(c); });
  auto f = task.get_future();
  std::thread t(std::move(task));
  f.get();
  PQflush(c);
  t.join();
}
void packagedHereSilent(PGconn *c) {
  std::packaged_task<int()> task([c] { return PQflush(c); });
  task();
  PQflush(c);
}
void sharedFutureSilent(PGconn *c) {
  std::shared_future<int> f =
      std::async(std::launch::async, [c] { return PQflush(c); }).share();
  f.wait();
  PQflush(c);
}
void sharedFutureReported(PGconn *c) {
  std::shared_future<int> f =
      std::async(std::launch::async, [c] { return PQflush(c); }).share();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  PQflush(c);
  f.wait();
}
int reduceReported(std::vector<int> &v, PGconn *c) {
  return std::transform_reduce(std::execution::par, v.begin(), v.end(), 0,
                               std::plus<>(), [c](int) { return PQflush(c); });
                               // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by several threads that start at one place with no lock in common {{.*}}[cursor-thread-share]
}
int reduce2Reported(std::vector<int> &v, PGconn *c) {
  return std::reduce(std::execution::par, v.begin(), v.end(), 0,
                     [c](int a, int b) {
                       PQflush(c);
                       // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by several threads that start at one place with no lock in common {{.*}}[cursor-thread-share]
                       return a + b;
                     });
}
int transformSilent(std::vector<int> &v, PGconn *c) {
  std::transform(std::execution::seq, v.begin(), v.end(), v.begin(),
                 [c](int) { return PQflush(c); });
  return 0;
}
int transformReported(std::vector<int> &v, PGconn *c) {
  std::transform(std::execution::par_unseq, v.begin(), v.end(), v.begin(),
                 [c](int) { return PQflush(c); });
                 // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by several threads that start at one place with no lock in common {{.*}}[cursor-thread-share]
  return 0;
}
int anyReported(std::vector<int> &v, PGconn *c) {
  return std::any_of(std::execution::par, v.begin(), v.end(),
                     [c](int) { return PQflush(c); });
                     // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by several threads that start at one place with no lock in common {{.*}}[cursor-thread-share]
}
int sortReported(std::vector<int> &v, PGconn *c) {
  std::sort(std::execution::par, v.begin(), v.end(), [c](int a, int b) {
    PQflush(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by several threads that start at one place with no lock in common {{.*}}[cursor-thread-share]
    return a < b;
  });
  return 0;
}
int generateReported(std::vector<int> &v, PGconn *c) {
  std::generate(std::execution::par, v.begin(), v.end(),
                [c] { return PQflush(c); });
                // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by several threads that start at one place with no lock in common {{.*}}[cursor-thread-share]
  return 0;
}

void readyInTimeSilent(PGconn *c) {
  auto f = std::async(std::launch::async, [c] { return PQflush(c); });
  if (f.wait_for(std::chrono::seconds(1)) == std::future_status::ready)
    PQconsumeInput(c);
}

void notReadyReported(PGconn *c) {
  auto f = std::async(std::launch::async, [c] { return PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads {{.*}}[cursor-thread-share]
  while (f.wait_for(std::chrono::seconds(1)) != std::future_status::ready)
    PQconsumeInput(c);
}
