// RUN: %check %s -- -std=c++17 -fopenmp -I/usr/include/postgresql
// OpenMP: parallel regions and loops, what is private, locks, barriers, tasks.
#include <libpq-fe.h>

#include <vector>

void loopReported(PGconn *Conn) {
#pragma omp parallel for
  for (int I = 0; I < 100; ++I)
    PQflush(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} several threads {{.*}} [cursor-thread-share]
}

void guardedSilent(PGconn *Conn) {
#pragma omp parallel for schedule(dynamic)
  for (int I = 0; I < 100; ++I) {
#pragma omp critical(db)
    PQflush(Conn);
  }
  PQconsumeInput(Conn);
}

void twoNamesReported(PGconn *Conn) {
#pragma omp parallel
  {
#pragma omp critical(db)
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}different locks{{.*}} [cursor-thread-share]
#pragma omp critical(log)
    PQconsumeInput(Conn);
  }
}

void singleSilent(PGconn *Conn) {
#pragma omp parallel
  {
#pragma omp single
    PQflush(Conn);
#pragma omp master
    PQconsumeInput(Conn);
  }
}

void singleWithoutWaitReported(PGconn *Conn) {
#pragma omp parallel
  {
#pragma omp single nowait
    PQflush(Conn);
    PQconsumeInput(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
}

void ownConnectionSilent(const char *Info) {
#pragma omp parallel
  {
    PGconn *Own = PQconnectdb(Info);
#pragma omp for
    for (int I = 0; I < 100; ++I)
      PQflush(Own);
    PQfinish(Own);
  }
}

void privateSilent(const char *Info) {
  PGconn *Own;
#pragma omp parallel private(Own)
  {
    Own = PQconnectdb(Info);
    PQflush(Own);
    PQfinish(Own);
  }
}

void copiedPointerReported(PGconn *Conn) {
#pragma omp parallel firstprivate(Conn)
  PQflush(Conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
}

void oneForEachIndexSilent(std::vector<PGconn *> &Connections) {
#pragma omp parallel for
  for (int I = 0; I < 4; ++I)
    PQflush(Connections[I]);
}

void sectionsReported(PGconn *Conn) {
#pragma omp parallel sections
  {
#pragma omp section
    PQflush(Conn);
#pragma omp section
    PQconsumeInput(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
}

void sectionsSilent(PGconn *Conn, PGconn *Other) {
#pragma omp parallel sections
  {
#pragma omp section
    PQflush(Conn);
#pragma omp section
    PQconsumeInput(Other);
  }
  PQconsumeInput(Conn);
}

void tasksReported(PGconn *Conn) {
#pragma omp parallel
#pragma omp single
  {
#pragma omp task
    PQflush(Conn);
#pragma omp task
    PQconsumeInput(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }
}

void tasksInTurnSilent(PGconn *Conn) {
#pragma omp parallel
#pragma omp single
  {
#pragma omp task
    PQflush(Conn);
#pragma omp taskwait
#pragma omp task
    PQconsumeInput(Conn);
  }
}

void oneThreadSilent(PGconn *Conn) {
#pragma omp parallel for num_threads(1)
  for (int I = 0; I < 100; ++I)
    PQflush(Conn);
}

class Log {
public:
  explicit Log(PGconn *Conn) : Conn(Conn) {}
  void flushReported() {
#pragma omp parallel for
    for (int I = 0; I < 100; ++I)
      PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  }

private:
  PGconn *Conn;
};
