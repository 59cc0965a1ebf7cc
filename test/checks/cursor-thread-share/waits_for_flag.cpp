// RUN: %check %s -- -std=c++20 -pthread -I/usr/include/postgresql
// A loop that waits until a flag is set hands over, also where the flag was set
// before it asked.
#include <libpq-fe.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

void handedOverSilent(PGconn *db) {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  std::thread worker([&] {
    PQflush(db);
    std::lock_guard<std::mutex> lock(mutex);
    ready = true;
    changed.notify_one();
  });
  {
    std::unique_lock<std::mutex> lock(mutex);
    while (!ready)
      changed.wait(lock);
  }
  PQconsumeInput(db);
  worker.join();
}

void usedTooEarlyReported(PGconn *db) {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  std::thread worker([&] {
    PQflush(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' {{.*}}[cursor-thread-share]
    std::lock_guard<std::mutex> lock(mutex);
    ready = true;
    changed.notify_one();
  });
  PQconsumeInput(db);
  {
    std::unique_lock<std::mutex> lock(mutex);
    while (!ready)
      changed.wait(lock);
  }
  worker.join();
}

void toldTooEarlyReported(PGconn *db) {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  std::thread worker([&] {
    {
      std::lock_guard<std::mutex> lock(mutex);
      ready = true;
      changed.notify_one();
    }
    PQflush(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' {{.*}}[cursor-thread-share]
  });
  {
    std::unique_lock<std::mutex> lock(mutex);
    while (!ready) {
      changed.wait(lock);
    }
  }
  PQconsumeInput(db);
  worker.join();
}

// How much there is to take says nothing of what the giver does next.
void countedReported(PGconn *db, int turns) {
  std::mutex mutex;
  std::condition_variable changed;
  int left = 0;
  std::thread worker([&] {
    for (int turn = 0; turn < turns; ++turn) {
      PQflush(db);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' {{.*}}[cursor-thread-share]
      std::lock_guard<std::mutex> lock(mutex);
      ++left;
      changed.notify_one();
    }
  });
  for (int turn = 0; turn < turns; ++turn) {
    {
      std::unique_lock<std::mutex> lock(mutex);
      while (left == 0)
        changed.wait(lock);
      --left;
    }
    PQconsumeInput(db);
  }
  worker.join();
}

void spunSilent(PGconn *db) {
  std::atomic<bool> ready{false};
  std::thread worker([&] {
    PQflush(db);
    ready.store(true);
  });
  while (!ready.load())
    std::this_thread::yield();
  PQconsumeInput(db);
  worker.join();
}

void spunTooEarlyReported(PGconn *db) {
  std::atomic<bool> ready{false};
  std::thread worker([&] {
    ready = true;
    PQflush(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' {{.*}}[cursor-thread-share]
  });
  while (!ready)
    std::this_thread::yield();
  PQconsumeInput(db);
  worker.join();
}

void usedWhileSpinningReported(PGconn *db) {
  std::atomic<bool> done{false};
  std::thread worker([&] {
    PQflush(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' {{.*}}[cursor-thread-share]
    done = true;
  });
  while (!done)
    PQconsumeInput(db);
  worker.join();
}

void takenBackReported(PGconn *db, int turns) {
  std::atomic<bool> full{false};
  std::thread worker([&] {
    for (int turn = 0; turn < turns; ++turn) {
      PQflush(db);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' {{.*}}[cursor-thread-share]
      full = true;
    }
  });
  for (int turn = 0; turn < turns; ++turn) {
    while (!full)
      std::this_thread::yield();
    full = false;
    PQconsumeInput(db);
  }
  worker.join();
}

void waitedSilent(PGconn *db) {
  std::atomic<bool> ready{false};
  std::thread worker([&] {
    PQflush(db);
    ready = true;
    ready.notify_one();
  });
  ready.wait(false);
  PQconsumeInput(db);
  worker.join();
}

void waitedInTimeSilent(PGconn *db) {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  std::thread worker([&] {
    PQflush(db);
    std::lock_guard<std::mutex> lock(mutex);
    ready = true;
    changed.notify_one();
  });
  {
    std::unique_lock<std::mutex> lock(mutex);
    if (changed.wait_for(lock, std::chrono::seconds(1), [&] { return ready; }))
      PQconsumeInput(db);
  }
  worker.join();
}

void gaveUpReported(PGconn *db) {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  std::thread worker([&] {
    PQflush(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' {{.*}}[cursor-thread-share]
    std::lock_guard<std::mutex> lock(mutex);
    ready = true;
    changed.notify_one();
  });
  {
    std::unique_lock<std::mutex> lock(mutex);
    if (!changed.wait_for(lock, std::chrono::seconds(1), [&] { return ready; }))
      PQconsumeInput(db);
  }
  worker.join();
}

void askedFromTimeToTimeSilent(PGconn *db) {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  std::thread worker([&] {
    PQflush(db);
    std::lock_guard<std::mutex> lock(mutex);
    ready = true;
    changed.notify_one();
  });
  {
    std::unique_lock<std::mutex> lock(mutex);
    while (!ready)
      changed.wait_for(lock, std::chrono::milliseconds(10));
  }
  PQconsumeInput(db);
  worker.join();
}

void usedFromTimeToTimeReported(PGconn *db) {
  std::mutex mutex;
  std::condition_variable changed;
  bool stop = false;
  std::thread worker([&] {
    std::unique_lock<std::mutex> lock(mutex);
    while (!stop) {
      changed.wait_for(lock, std::chrono::seconds(1));
      PQflush(db);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' {{.*}}[cursor-thread-share]
    }
  });
  PQconsumeInput(db);
  {
    std::lock_guard<std::mutex> lock(mutex);
    stop = true;
    changed.notify_one();
  }
  worker.join();
}
