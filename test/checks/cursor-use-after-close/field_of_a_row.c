// RUN: %check %s -- -std=gnu11 -I/usr/include/mariadb
// What a row or a reply points to, kept in a field.
#include <hiredis/hiredis.h>
#include <mysql.h>
#include <stdio.h>
#include <stdlib.h>

struct item {
  const char *text;
  long number;
};

void rowReported(MYSQL_RES *res) {
  struct item it;
  MYSQL_ROW row = mysql_fetch_row(res);
  it.text = row[0];
  mysql_free_result(res);
  puts(it.text);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'res'{{.*}} [cursor-use-after-close]
}

void rowSilent(MYSQL_RES *res) {
  struct item it;
  MYSQL_ROW row = mysql_fetch_row(res);
  it.text = row[0];
  puts(it.text);
  mysql_free_result(res);
}

void replyReported(redisContext *c) {
  struct item it;
  redisReply *r = redisCommand(c, "GET x");
  it.text = r->element[0]->str;
  freeReplyObject(r);
  puts(it.text);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: a pointer into 'r'{{.*}} [cursor-use-after-close]
}

long numberSilent(redisContext *c) {
  struct item it;
  redisReply *r = redisCommand(c, "GET x");
  it.number = r->element[0]->integer;
  freeReplyObject(r);
  return labs(it.number);
}
