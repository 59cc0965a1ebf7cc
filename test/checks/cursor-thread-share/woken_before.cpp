// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// A thread that waits in a loop is woken by any signal: one that is given after
// an access does not keep it apart from what an earlier one has set off.
#include <libpq-fe.h>

#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>

class Recorder {
public:
  explicit Recorder(PGconn *Given) : Conn(Given), Worker(&Recorder::run, this) {}
  ~Recorder() {
    post(-1);
    Worker.join();
  }
  void post(int Value) {
    std::lock_guard<std::mutex> Hold(Mutex);
    Mail.push(Value);
    Arrived.notify_one();
  }
  void flush() { PQflush(Conn); }

private:
  void run() {
    for (;;) {
      int Value;
      {
        std::unique_lock<std::mutex> Lock(Mutex);
        Arrived.wait(Lock, [this] { return !Mail.empty(); });
        Value = Mail.front();
        Mail.pop();
      }
      if (Value < 0)
        return;
      PQconsumeInput(Conn);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} is used by two threads at the same time {{.*}} [cursor-thread-share]
    }
  }

  PGconn *Conn;
  std::mutex Mutex;
  std::condition_variable Arrived;
  std::queue<int> Mail;
  std::thread Worker;
};

void pastTheMailboxReported(PGconn *Conn) {
  Recorder All(Conn);
  All.post(1);
  All.flush();
  All.post(2);
}

// The one who signals has waited for its turn since the signal before.
class Turns {
public:
  void take(bool Mine) {
    std::unique_lock<std::mutex> Lock(Mutex);
    Changed.wait(Lock, [&] { return IsMine == Mine; });
  }
  void give(bool Mine) {
    std::lock_guard<std::mutex> Hold(Mutex);
    IsMine = !Mine;
    Changed.notify_all();
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  bool IsMine = true;
};

void turnsSilent(PGconn *Conn) {
  Turns Of;
  std::thread Other([&] {
    for (int I = 0; I < 9; ++I) {
      Of.take(false);
      PQsendQuery(Conn, "");
      Of.give(false);
    }
  });
  for (int I = 0; I < 9; ++I) {
    Of.take(true);
    PQputCopyEnd(Conn, nullptr);
    Of.give(true);
  }
  Other.join();
}

// Who waits once waits for the last of several signals.
void progressSilent(PGconn *Conn) {
  std::mutex Mutex;
  std::condition_variable Changed;
  bool IsDone = false;
  std::thread Worker([&] {
    PQexitPipelineMode(Conn);
    Changed.notify_one();
    PQenterPipelineMode(Conn);
    {
      std::lock_guard<std::mutex> Hold(Mutex);
      IsDone = true;
    }
    Changed.notify_one();
  });
  {
    std::unique_lock<std::mutex> Lock(Mutex);
    Changed.wait(Lock, [&] { return IsDone; });
  }
  PQpipelineSync(Conn);
  Worker.join();
}
