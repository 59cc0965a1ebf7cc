// RUN: %check %s -- -std=c11
// The same for C.
#define ROLE(x) __attribute__((annotate("cursor_tidy::" x)))

struct ROLE("connection") ROLE("driver=toy") ROLE("closer=toy_close") toy;
struct ROLE("cursor") ROLE("driver=toy") toy_rows;

ROLE("opens") int toy_open(const char *where, struct toy **db);
ROLE("closes") void toy_close(struct toy *db);
ROLE("opens") struct toy_rows *toy_query(struct toy *db, const char *text);
ROLE("closes") void toy_done(struct toy_rows *rows);
int toy_next(struct toy_rows *rows);

int countReported(struct toy *db) {
  struct toy_rows *rows = toy_query(db, "a");
  // CHECK: annotated_functions.c:[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (toy toy_rows) is not closed{{.*}} [cursor-unclosed]
  return rows ? toy_next(rows) : 0;
}

int countSilent(struct toy *db) {
  struct toy_rows *rows = toy_query(db, "a");
  int found = rows ? toy_next(rows) : 0;
  if (rows)
    toy_done(rows);
  return found;
}

int openReported(const char *where) {
  struct toy *db = 0;
  if (toy_open(where, &db))
    return -1;
  toy_close(db);
  return countSilent(db);
  // CHECK: annotated_functions.c:{{[0-9]+}}:{{[0-9]+}}: warning: {{.*}} [cursor-use-after-close]
}

int openSilent(const char *where) {
  struct toy *db = 0;
  if (toy_open(where, &db))
    return -1;
  int found = countSilent(db);
  toy_close(db);
  return found;
}
