// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// Texts of a row or a reply that a struct keeps go to a variadic function after
// what they are part of has ended; numbers were copied.
#include <hiredis/hiredis.h>
#include <mysql.h>
#include <stdio.h>

struct item {
  const char *name;
  long long size;
};

void rowReported(MYSQL_RES *res) {
  struct item it;
  MYSQL_ROW row = mysql_fetch_row(res);
  it.name = row[0];
  mysql_free_result(res);
  printf("%s\n", it.name);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'res' ({{.*}}[cursor-use-after-close]
}

void rowSilent(MYSQL_RES *res) {
  struct item it;
  MYSQL_ROW row = mysql_fetch_row(res);
  it.name = row[0];
  printf("%s\n", it.name);
  mysql_free_result(res);
}

static int loadReported(redisContext *c, struct item *out) {
  redisReply *reply = redisCommand(c, "HMGET item name size");
  if (!reply)
    return -1;
  out->name = reply->element[0]->str;
  out->size = reply->element[1]->integer;
  freeReplyObject(reply);
  return 0;
}

void replyReported(redisContext *c) {
  struct item it = {NULL, 0};
  if (loadReported(c, &it) == 0)
    printf("%s\n", it.name);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(hiredis redisReply) {{.*}}[cursor-use-after-close]
}

void replySilent(redisContext *c) {
  struct item it = {NULL, 0};
  if (loadReported(c, &it) == 0)
    printf("%lld\n", it.size);
}
