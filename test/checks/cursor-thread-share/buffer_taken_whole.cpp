// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// A flusher takes the whole buffer under the lock and writes it later: that the
// buffer is empty when the thread starts says nothing.
#include <deque>
#include <libpq-fe.h>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class Metrics {
public:
  Metrics() : Conn(PQconnectdb("")), Flusher([this] { loop(); }) {}
  ~Metrics() {
    {
      std::lock_guard<std::mutex> H(M);
      Stop = true;
    }
    Flusher.join();
    PQfinish(Conn);
  }
  void put(int V) {
    std::lock_guard<std::mutex> H(M);
    Buffer.push_back(V);
    PQconsumeInput(Conn);
  }

private:
  void loop() {
    for (;;) {
      std::vector<int> Batch;
      {
        std::lock_guard<std::mutex> H(M);
        if (Stop)
          return;
        Batch.swap(Buffer);
      }
      for (int V : Batch)
        PQflush(Conn);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}no lock in common{{.*}} [cursor-thread-share]
    }
  }
  PGconn *Conn;
  std::mutex M;
  std::vector<int> Buffer;
  bool Stop = false;
  std::thread Flusher;
};

class Moved {
public:
  Moved() : Conn(PQconnectdb("")), Flusher([this] { loop(); }) {}
  ~Moved() {
    {
      std::lock_guard<std::mutex> H(M);
      Stop = true;
    }
    Flusher.join();
    PQfinish(Conn);
  }
  void put(const std::string &V) {
    std::lock_guard<std::mutex> H(M);
    Buffer.push_back(V);
    PQconsumeInput(Conn);
  }

private:
  void loop() {
    while (true) {
      std::vector<std::string> Batch;
      {
        std::lock_guard<std::mutex> H(M);
        if (Stop)
          return;
        Batch = std::move(Buffer);
        Buffer.clear();
      }
      if (Batch.empty())
        continue;
      for (auto &V : Batch)
        PQsendQuery(Conn, V.c_str());
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}no lock in common{{.*}} [cursor-thread-share]
    }
  }
  PGconn *Conn;
  std::mutex M;
  std::vector<std::string> Buffer;
  bool Stop = false;
  std::thread Flusher;
};

class Locked {
public:
  Locked() : Conn(PQconnectdb("")), Flusher([this] { loop(); }) {}
  ~Locked() {
    {
      std::lock_guard<std::mutex> H(M);
      Stop = true;
    }
    Flusher.join();
    PQfinish(Conn);
  }
  void put(const std::string &V) {
    std::lock_guard<std::mutex> H(M);
    Buffer.push_back(V);
    PQconsumeInput(Conn);
  }

private:
  void loop() {
    while (true) {
      std::vector<std::string> Batch;
      {
        std::lock_guard<std::mutex> H(M);
        if (Stop)
          return;
        std::swap(Batch, Buffer);
      }
      if (Batch.empty())
        continue;
      std::lock_guard<std::mutex> H(M);
      for (auto &V : Batch)
        PQflush(Conn);
    }
  }
  PGconn *Conn;
  std::mutex M;
  std::vector<std::string> Buffer;
  bool Stop = false;
  std::thread Flusher;
};

class Own {
public:
  Own() : Conn(PQconnectdb("")), Flusher([this] { loop(); }) {}
  ~Own() {
    {
      std::lock_guard<std::mutex> H(M);
      Stop = true;
    }
    Flusher.join();
    PQfinish(Conn);
  }
  void put(const std::string &V) {
    std::lock_guard<std::mutex> H(M);
    Buffer.push_back(V);
  }

private:
  void loop() {
    while (true) {
      std::deque<std::string> Batch;
      {
        std::lock_guard<std::mutex> H(M);
        if (Stop)
          return;
        Batch.swap(Buffer);
      }
      if (Batch.empty())
        continue;
      for (auto &V : Batch)
        PQflush(Conn);
    }
  }
  PGconn *Conn;
  std::mutex M;
  std::deque<std::string> Buffer;
  bool Stop = false;
  std::thread Flusher;
};

void swappedReported() {
  Metrics X;
  X.put(1);
}
void movedReported() {
  Moved X;
  X.put("a");
}
void lockedSilent() {
  Locked X;
  X.put("b");
}
void ownSilent() {
  Own X;
  X.put("c");
}
