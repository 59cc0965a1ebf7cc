// RUN: %check %s -- -std=c++20 -I/usr/include/postgresql -pthread
// What orders threads besides joins: latches, barriers, semaphores, tokens.
#include <libpq-fe.h>

#include <barrier>
#include <latch>
#include <semaphore>
#include <stop_token>
#include <thread>

void latchSilent(PGconn *c) {
  std::latch done(1);
  std::thread worker([&] {
    PQflush(c);
    done.count_down();
  });
  done.wait();
  PQconsumeInput(c);
  worker.join();
}

void latchReported(PGconn *c) {
  std::latch done(1);
  std::thread worker([&] {
    done.count_down();
    PQflush(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  });
  done.wait();
  PQconsumeInput(c);
  worker.join();
}

void barrierSilent(PGconn *c) {
  std::barrier both(2);
  std::thread worker([&] {
    PQflush(c);
    both.arrive_and_wait();
  });
  both.arrive_and_wait();
  PQconsumeInput(c);
  worker.join();
}

void turnSilent(PGconn *c) {
  std::binary_semaphore turn(0);
  std::thread worker([&] {
    PQflush(c);
    turn.release();
  });
  turn.acquire();
  PQconsumeInput(c);
  worker.join();
}

// A semaphore of one is a lock.
void oneAtATimeSilent(PGconn *c) {
  std::binary_semaphore one(1);
  std::thread worker([&] {
    one.acquire();
    PQflush(c);
    one.release();
  });
  one.acquire();
  PQconsumeInput(c);
  one.release();
  worker.join();
}

void tokenReported(PGconn *c) {
  std::jthread worker([&](std::stop_token stop) {
    while (!stop.stop_requested())
      PQflush(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  });
  PQconsumeInput(c);
}

// The token comes before the thread's own arguments.
void argumentReported(PGconn *c) {
  std::jthread worker(
      [](std::stop_token stop, PGconn *mine) {
        while (!stop.stop_requested())
          PQflush(mine);
        // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
      },
      c);
  PQconsumeInput(c);
}

void argumentSilent(PGconn *c, PGconn *other) {
  std::jthread worker(
      [](std::stop_token stop, PGconn *mine) {
        while (!stop.stop_requested())
          PQflush(mine);
      },
      c);
  PQconsumeInput(other);
}

void stoppedSilent(PGconn *c) {
  std::jthread worker([&](std::stop_token stop) {
    while (!stop.stop_requested())
      PQflush(c);
  });
  worker.request_stop();
  worker.join();
  PQconsumeInput(c);
}
