// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -isystem %source/test/headers/absl
#include <absl/synchronization/mutex.h>
#include <libpq-fe.h>
#include <thread>

void lockedSilent(PGconn *c, absl::Mutex &lock) {
  std::thread worker([&] {
    absl::MutexLock guard(&lock);
    PQflush(c);
  });
  {
    absl::WriterMutexLock guard(&lock);
    PQconsumeInput(c);
  }
  worker.join();
}

void releasedReported(PGconn *c, absl::Mutex &lock) {
  std::thread worker([&] {
    absl::MutexLock guard(&lock);
    PQflush(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  });
  {
    absl::ReleasableMutexLock guard(&lock);
    guard.Release();
    PQconsumeInput(c);
  }
  worker.join();
}

// Readers do not keep each other out.
void readersReported(PGconn *c, absl::Mutex &lock) {
  std::thread worker([&] {
    absl::ReaderMutexLock guard(&lock);
    PQflush(c);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  });
  {
    absl::ReaderMutexLock guard(&lock);
    PQconsumeInput(c);
  }
  worker.join();
}

void notifiedSilent(PGconn *c) {
  absl::Notification done;
  std::thread worker([&] {
    PQflush(c);
    done.Notify();
  });
  done.WaitForNotification();
  PQconsumeInput(c);
  worker.join();
}
