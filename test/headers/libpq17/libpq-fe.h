/* What PostgreSQL 17 adds to its header, faithfully declared after its manual. */
#ifndef TEST_LIBPQ17_H
#define TEST_LIBPQ17_H

#include_next <libpq-fe.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pg_cancel_conn PGcancelConn;

PGcancelConn *PQcancelCreate(PGconn *conn);
int PQcancelStart(PGcancelConn *cancelConn);
int PQcancelBlocking(PGcancelConn *cancelConn);
PostgresPollingStatusType PQcancelPoll(PGcancelConn *cancelConn);
ConnStatusType PQcancelStatus(const PGcancelConn *cancelConn);
int PQcancelSocket(const PGcancelConn *cancelConn);
char *PQcancelErrorMessage(const PGcancelConn *cancelConn);
void PQcancelReset(PGcancelConn *cancelConn);
void PQcancelFinish(PGcancelConn *cancelConn);
PGresult *PQclosePrepared(PGconn *conn, const char *stmt);
PGresult *PQclosePortal(PGconn *conn, const char *portal);

#ifdef __cplusplus
}
#endif
#endif
