// RUN: %check %s -- -std=c++17
#include <mutex>
#include <thread>
#include <unistd.h>

#include <ctpublic.h>

// Two commands of one connection are two uses of the connection.
void twoCommandsReported(CS_CONNECTION *con) {
  CS_COMMAND *mine, *theirs;
  if (ct_cmd_alloc(con, &mine) != CS_SUCCEED)
    return;
  if (ct_cmd_alloc(con, &theirs) == CS_SUCCEED) {
    std::thread other([theirs] { ct_send(theirs); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(FreeTDS ct-lib {{.*}} is used by two threads {{.*}} [cursor-thread-share]
    ct_send(mine);
    other.join();
    ct_cmd_drop(theirs);
  }
  ct_cmd_drop(mine);
}

void guardedSilent(CS_CONNECTION *con) {
  CS_COMMAND *mine, *theirs;
  std::mutex m;
  if (ct_cmd_alloc(con, &mine) != CS_SUCCEED)
    return;
  if (ct_cmd_alloc(con, &theirs) == CS_SUCCEED) {
    std::thread other([theirs, &m] {
      std::lock_guard<std::mutex> lock(m);
      ct_send(theirs);
    });
    {
      std::lock_guard<std::mutex> lock(m);
      ct_send(mine);
    }
    other.join();
    ct_cmd_drop(theirs);
  }
  ct_cmd_drop(mine);
}

// The context is shared by connections.
void oneContextSilent(CS_CONTEXT *ctx) {
  auto work = [ctx] {
    CS_CONNECTION *con;
    if (ct_con_alloc(ctx, &con) == CS_SUCCEED)
      ct_con_drop(con);
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

void inheritedReported(CS_COMMAND *cmd) {
  if (fork() == 0) {
    ct_send(cmd);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cmd' (FreeTDS ct-lib CS_COMMAND) {{.*}} [cursor-fork-share]
    _exit(0);
  }
}

void parentGoesOnSilent(CS_COMMAND *cmd) {
  if (fork() == 0)
    _exit(0);
  ct_send(cmd);
}
