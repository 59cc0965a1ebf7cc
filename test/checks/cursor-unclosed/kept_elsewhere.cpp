// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
// Who is handed a handle for good closes it.
#include <libpq-fe.h>

#include <map>
#include <string>
#include <vector>

void adopt(PGconn *Conn);
static PGconn *Shared;
static std::vector<PGconn *> Pool;

struct Session {
  PGconn *Conn;
};

PGconn *returnedSilent(const char *Info) {
  PGconn *Conn = PQconnectdb(Info);
  return Conn;
}

void givenAwaySilent(const char *Info) {
  PGconn *Conn = PQconnectdb(Info);
  adopt(Conn);
}

void storedInGlobalSilent(const char *Info) { Shared = PQconnectdb(Info); }

void storedInObjectSilent(Session &Session, const char *Info) {
  Session.Conn = PQconnectdb(Info);
}

void storedInContainerSilent(const char *Info) {
  Pool.push_back(PQconnectdb(Info));
}

void storedInMapSilent(std::map<std::string, PGconn *> &ByName,
                       const char *Info) {
  ByName[Info] = PQconnectdb(Info);
}

void outParameterSilent(PGconn **Out, const char *Info) {
  *Out = PQconnectdb(Info);
}
