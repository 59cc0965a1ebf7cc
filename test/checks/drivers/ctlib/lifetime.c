// RUN: %check %s -- -std=c11
#include <stddef.h>

#include <ctpublic.h>

int commandForgottenReported(CS_CONNECTION *con) {
  CS_COMMAND *cmd;
  if (ct_cmd_alloc(con, &cmd) != CS_SUCCEED)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cmd' (FreeTDS ct-lib CS_COMMAND) is not closed{{.*}} [cursor-unclosed]
    return 1;
  if (ct_command(cmd, CS_LANG_CMD, "SELECT 1", CS_NULLTERM, CS_UNUSED) != CS_SUCCEED)
    return 1;
  ct_send(cmd);
  ct_cmd_drop(cmd);
  return 0;
}

int commandDroppedSilent(CS_CONNECTION *con) {
  CS_COMMAND *cmd;
  if (ct_cmd_alloc(con, &cmd) != CS_SUCCEED)
    return 1;
  if (ct_command(cmd, CS_LANG_CMD, "SELECT 1", CS_NULLTERM, CS_UNUSED) != CS_SUCCEED) {
    ct_cmd_drop(cmd);
    return 1;
  }
  ct_send(cmd);
  ct_cmd_drop(cmd);
  return 0;
}

// ct_cancel is no drop.
int cancelledReported(CS_CONNECTION *con) {
  CS_COMMAND *cmd;
  if (ct_cmd_alloc(con, &cmd) != CS_SUCCEED)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cmd' (FreeTDS ct-lib CS_COMMAND) is not closed{{.*}} [cursor-unclosed]
    return 1;
  ct_send(cmd);
  return ct_cancel(NULL, cmd, CS_CANCEL_ALL);
}

// A connection that could not connect is still allocated.
int failedConnectReported(CS_CONTEXT *ctx) {
  CS_CONNECTION *con;
  if (ct_con_alloc(ctx, &con) != CS_SUCCEED)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con' (FreeTDS ct-lib CS_CONNECTION) is not closed{{.*}} [cursor-unclosed]
    return 1;
  if (ct_connect(con, "server", CS_NULLTERM) != CS_SUCCEED)
    return 1;
  ct_close(con, CS_UNUSED);
  ct_con_drop(con);
  return 0;
}

int failedConnectSilent(CS_CONTEXT *ctx) {
  CS_CONNECTION *con;
  if (ct_con_alloc(ctx, &con) != CS_SUCCEED)
    return 1;
  if (ct_connect(con, "server", CS_NULLTERM) != CS_SUCCEED) {
    ct_con_drop(con);
    return 1;
  }
  ct_close(con, CS_UNUSED);
  ct_con_drop(con);
  return 0;
}

// ct_con_drop unlinks commands: they are not to be used, but to be dropped.
void strandedReported(CS_CONNECTION *con) {
  CS_COMMAND *cmd;
  if (ct_cmd_alloc(con, &cmd) != CS_SUCCEED)
    return;
  ct_con_drop(con);
  ct_send(cmd);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'cmd' (FreeTDS ct-lib CS_COMMAND) is used after its connection 'con' was closed {{.*}} [cursor-use-after-close]
  ct_cmd_drop(cmd);
}

void droppedAfterItsConnectionSilent(CS_CONNECTION *con) {
  CS_COMMAND *cmd;
  if (ct_cmd_alloc(con, &cmd) != CS_SUCCEED)
    return;
  ct_send(cmd);
  ct_con_drop(con);
  ct_cmd_drop(cmd);
}

int droppedTwiceReported(CS_INT version) {
  CS_CONTEXT *ctx;
  if (cs_ctx_alloc(version, &ctx) != CS_SUCCEED)
    return 1;
  if (ct_init(ctx, version) != CS_SUCCEED)
    cs_ctx_drop(ctx);
  cs_ctx_drop(ctx);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'ctx' (FreeTDS ct-lib CS_CONTEXT) is closed a second time {{.*}} [cursor-use-after-close]
  return 0;
}

int droppedOnceSilent(CS_INT version) {
  CS_CONTEXT *ctx;
  if (cs_ctx_alloc(version, &ctx) != CS_SUCCEED)
    return 1;
  if (ct_init(ctx, version) != CS_SUCCEED) {
    cs_ctx_drop(ctx);
    return 1;
  }
  cs_ctx_drop(ctx);
  return 0;
}
