// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// RUN: %check %s -- -std=c++20 -I/usr/include/postgresql
// What is to be done later is kept as callables.
#include <libpq-fe.h>

#include <functional>
#include <utility>
#include <vector>

using Task = std::function<void()>;

struct Deferred {
  std::vector<Task> tasks;
  ~Deferred() {
    for (Task &task : tasks)
      task();
  }
};

int deferredSilent(PGconn *conn) {
  Deferred later;
  PGresult *res = PQexec(conn, "SELECT 1");
  later.tasks.push_back([res] { PQclear(res); });
  return PQntuples(res);
}

int deferredReported(PGconn *conn) {
  Deferred later;
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'res'{{.*}} [cursor-unclosed]
  PGresult *res = PQexec(conn, "SELECT 1");
  later.tasks.push_back([res] { PQntuples(res); });
  return PQntuples(res);
}

static void run(Task task) {
  Task moved(std::move(task));
  moved();
}

int movedSilent(PGconn *conn) {
  PGresult *res = PQexec(conn, "SELECT 1");
  int rows = PQntuples(res);
  run([res] { PQclear(res); });
  return rows;
}

struct Closing {
  Task task;
  ~Closing() {
    if (task)
      task();
  }
};

int memberSilent(PGconn *conn) {
  Closing closing;
  PGresult *res = PQexec(conn, "SELECT 1");
  closing.task = [res] { PQclear(res); };
  return PQntuples(res);
}
