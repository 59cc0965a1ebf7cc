// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// One method of the wrapper forgets the mutex that the other takes.
#include <libpq-fe.h>

#include <mutex>
#include <thread>

class HalfGuarded {
public:
  explicit HalfGuarded(const char *Info) : Conn(PQconnectdb(Info)) {}
  HalfGuarded(const HalfGuarded &) = delete;
  HalfGuarded &operator=(const HalfGuarded &) = delete;
  ~HalfGuarded() { PQfinish(Conn); }
  void run(const char *Sql) {
    std::lock_guard<std::mutex> Hold(Guard);
    PQclear(PQexec(Conn, Sql));
  }
  const char *error() {
    return PQerrorMessage(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'{{[^']*}}Conn' ({{.*}}(level 1: {{.*}}declared by{{.*}}[cursor-thread-share]
  }

private:
  std::mutex Guard;
  PGconn *Conn;
};

class Guarded {
public:
  explicit Guarded(const char *Info) : Conn(PQconnectdb(Info)) {}
  Guarded(const Guarded &) = delete;
  Guarded &operator=(const Guarded &) = delete;
  ~Guarded() { PQfinish(Conn); }
  void run(const char *Sql) {
    std::lock_guard<std::mutex> Hold(Guard);
    PQclear(PQexec(Conn, Sql));
  }
  bool failed() {
    std::lock_guard<std::mutex> Hold(Guard);
    return *PQerrorMessage(Conn) != 0;
  }

private:
  std::mutex Guard;
  PGconn *Conn;
};

bool importReported(const char *Info) {
  HalfGuarded Main(Info);
  bool Failed = false;
  std::thread Watch([&] { Failed = *Main.error() != 0; });
  Main.run("CALL import()");
  Watch.join();
  return Failed;
}

bool importSilent(const char *Info) {
  Guarded Main(Info);
  bool Failed = false;
  std::thread Watch([&] { Failed = Main.failed(); });
  Main.run("CALL import()");
  Watch.join();
  return Failed;
}
