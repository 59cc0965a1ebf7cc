// RUN: %check %s -- -std=gnu11
// A callee reads a borrowed text through a structure that it is given the address of.
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct line {
  int x;
  bool valid;
  const char *text;
};

static void print(const struct line *l, FILE *out) { fprintf(out, "%d %s\n", l->x, l->text); }

void printReported(sqlite3_stmt *stmt, FILE *out) {
  struct line l = {1, true, (const char *)sqlite3_column_text(stmt, 0)};
  sqlite3_step(stmt);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-use-after-close]
  print(&l, out);
}

void printSilent(sqlite3_stmt *stmt, FILE *out) {
  struct line l = {1, true, (const char *)sqlite3_column_text(stmt, 0)};
  print(&l, out);
  sqlite3_step(stmt);
}

static int width(const struct line *l) { return l->x; }

int otherMemberSilent(sqlite3_stmt *stmt) {
  struct line l = {1, true, (const char *)sqlite3_column_text(stmt, 0)};
  sqlite3_finalize(stmt);
  return width(&l);
}

static size_t length(const struct line *l) { return l->valid ? strlen(l->text) : 0; }

size_t lengthReported(sqlite3_stmt *stmt) {
  struct line l = {1, true, (const char *)sqlite3_column_text(stmt, 0)};
  sqlite3_finalize(stmt);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-use-after-close]
  return length(&l);
}

size_t lengthSilent(sqlite3_stmt *stmt) {
  struct line l = {1, true, (const char *)sqlite3_column_text(stmt, 0)};
  sqlite3_finalize(stmt);
  l.valid = false;
  return length(&l);
}

static void replace(struct line *l) {
  l->text = "";
  puts(l->text);
}

void replacedSilent(sqlite3_stmt *stmt) {
  struct line l = {1, true, (const char *)sqlite3_column_text(stmt, 0)};
  sqlite3_finalize(stmt);
  replace(&l);
}

// Two calls deep.
static bool isWide(struct line *const *at) { return length(*at) > 80; }

bool wideReported(sqlite3_stmt *stmt) {
  struct line l = {1, true, (const char *)sqlite3_column_text(stmt, 0)};
  struct line *at = &l;
  sqlite3_reset(stmt);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-use-after-close]
  return isWide(&at);
}

static const char *title;

static size_t titleLength(void) { return strlen(title); }

size_t globalReported(sqlite3_stmt *stmt) {
  title = (const char *)sqlite3_column_text(stmt, 0);
  sqlite3_finalize(stmt);
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'stmt'{{.*}} [cursor-use-after-close]
  return titleLength();
}

size_t globalSilent(sqlite3_stmt *stmt) {
  title = (const char *)sqlite3_column_text(stmt, 0);
  size_t n = titleLength();
  sqlite3_finalize(stmt);
  title = "";
  return n + titleLength();
}

struct row {
  sqlite3_stmt *stmt;
  const char *text;
};

static void printAndFinalize(struct row *r) {
  puts(r->text);
  sqlite3_finalize(r->stmt);
}

void finalizedAfterwardsSilent(sqlite3_stmt *stmt) {
  struct row r = {stmt, (const char *)sqlite3_column_text(stmt, 0)};
  printAndFinalize(&r);
}
