// RUN: %check %s -- -std=c++17
#include <thread>
#include <unistd.h>

#include <dbi/dbi.h>

static void run(dbi_conn conn) {
  dbi_result result = dbi_conn_query(conn, "DELETE FROM t");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libdbi dbi_conn) is used by two threads {{.*}} [cursor-thread-share]
  dbi_result_free(result);
}

void oneConnectionReported(dbi_conn conn) {
  std::thread other([conn] { run(conn); });
  run(conn);
  other.join();
}

void instanceEachSilent() {
  auto work = [] {
    dbi_inst inst;
    if (dbi_initialize_r(nullptr, &inst) < 0)
      return;
    dbi_conn conn = dbi_conn_new_r("sqlite3", inst);
    dbi_conn_ping(conn);
    dbi_conn_close(conn);
    dbi_shutdown_r(inst);
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

void inheritedReported(dbi_conn conn) {
  if (fork() == 0) {
    dbi_conn_close(conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' (libdbi dbi_conn) {{.*}} [cursor-fork-share]
    _exit(0);
  }
}
