// RUN: %check %s -- -std=c11
// What a program declares for itself, and does not define, is the library's.
typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
PGconn *PQconnectdb(const char *conninfo);
PGresult *PQexec(PGconn *conn, const char *query);
void PQclear(PGresult *result);
void PQfinish(PGconn *conn);

void lostReported(PGconn *conn) {
  PQexec(conn, "COMMIT");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-unclosed]
}

void clearedSilent(PGconn *conn) { PQclear(PQexec(conn, "COMMIT")); }

// Structures of its own make functions its own.
struct MYSQL_STMT {
  int open;
};
struct store;
struct MYSQL_STMT *mysql_stmt_init(struct store *in);

int ownSilent(struct store *in) {
  struct MYSQL_STMT *statement = mysql_stmt_init(in);
  return statement->open;
}
