// RUN: %check %s -- -std=c++14
#include <soci/soci-simple.h>
#include <stdio.h>

// The session is there even when it is not connected.
int failedReported(const char *target) {
  session_handle s = soci_create_session(target);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 's' (SOCI session_handle) is not closed{{.*}} [cursor-unclosed]
  if (!soci_session_state(s)) {
    fprintf(stderr, "no session\n");
    return -1;
  }
  soci_destroy_session(s);
  return 0;
}

int failedSilent(const char *target) {
  session_handle s = soci_create_session(target);
  if (!soci_session_state(s)) {
    fprintf(stderr, "%s\n", soci_session_error_message(s));
    soci_destroy_session(s);
    return -1;
  }
  soci_destroy_session(s);
  return 0;
}

int statementReported(session_handle s) {
  statement_handle st = soci_create_statement(s);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'st' (SOCI statement_handle) is not closed{{.*}} [cursor-unclosed]
  int position = soci_into_int(st);
  soci_prepare(st, "select count(*) from t");
  if (!soci_execute(st, 1))
    return -1;
  int count = soci_get_into_int(st, position);
  soci_destroy_statement(st);
  return count;
}

int statementSilent(session_handle s) {
  int count = -1;
  statement_handle st = soci_create_statement(s);
  int position = soci_into_int(st);
  soci_prepare(st, "select count(*) from t");
  if (soci_execute(st, 1))
    count = soci_get_into_int(st, position);
  soci_destroy_statement(st);
  return count;
}

void orderReported(session_handle s) {
  statement_handle st = soci_create_statement(s);
  soci_prepare(st, "delete from t");
  soci_execute(st, 1);
  soci_destroy_session(s);
  soci_destroy_statement(st);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'st' (SOCI statement_handle) is closed after {{.*}} [cursor-use-after-close]
}

void orderSilent(session_handle s) {
  statement_handle st = soci_create_statement(s);
  soci_prepare(st, "delete from t");
  soci_execute(st, 1);
  soci_destroy_statement(st);
  soci_destroy_session(s);
}

void textReported(statement_handle st, int position) {
  const char *name = soci_get_into_string(st, position);
  soci_fetch(st);
  puts(name);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
}

void textSilent(statement_handle st, int position) {
  const char *name = soci_get_into_string(st, position);
  puts(name);
  soci_fetch(st);
}
