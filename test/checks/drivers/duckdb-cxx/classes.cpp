// RUN: %check %s -- -std=c++17 -pthread -isystem %source/test/headers/duckdb-cxx
#include <duckdb.hpp>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

// A connection may be shared, a statement may not.
void connectionSilent(duckdb::Connection &con) {
  std::thread worker([&] { con.Query("SELECT 1"); });
  con.Query("SELECT 2");
  worker.join();
}

void statementReported(duckdb::Connection &con) {
  auto statement = con.Prepare("SELECT ?");
  std::thread worker([&] { statement->Execute(1); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(DuckDB C++ duckdb::PreparedStatement) is used by two threads {{.*}} [cursor-thread-share]
  statement->Execute(2);
  worker.join();
}

void statementSilent(duckdb::Connection &con) {
  auto statement = con.Prepare("SELECT ?");
  std::thread worker([&] { statement->Execute(1); });
  worker.join();
  statement->Execute(2);
}

void appenderReported(duckdb::Connection &con) {
  duckdb::Appender rows(con, "t");
  std::thread worker([&] { rows.AppendRow(1, 2); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (DuckDB C++ duckdb::Appender) is used by two threads {{.*}} [cursor-thread-share]
  rows.AppendRow(3, 4);
  worker.join();
}

// Meant for another thread.
void interruptedSilent(duckdb::Connection &con) {
  auto statement = con.Prepare("SELECT 1");
  std::thread worker([&] { statement->Execute(); });
  con.Interrupt();
  worker.join();
}

void childReported(duckdb::Connection &con) {
  if (fork() == 0) {
    con.Query("SELECT 1");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'con' (DuckDB C++ duckdb::Connection) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

void childSilent(const char *path) {
  if (fork() == 0) {
    {
      duckdb::DuckDB db(path);
      duckdb::Connection con(db);
      con.Query("SELECT 1");
    }
    _exit(0);
  }
  wait(nullptr);
}

// The destructor does it, so a heap object must be deleted.
int leftReported(duckdb::DuckDB &db, bool quick) {
  auto *con = new duckdb::Connection(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(DuckDB C++ duckdb::Connection) is not closed, since the object that holds it is never deleted{{.*}} [cursor-unclosed]
  if (quick)
    return 0;
  con->Query("SELECT 1");
  delete con;
  return 1;
}

// Statements keep their connection.
bool outlivesSilent(duckdb::DuckDB &db) {
  auto con = std::make_unique<duckdb::Connection>(db);
  auto statement = con->Prepare("SELECT 1");
  con.reset();
  return statement->Execute()->HasError();
}

bool usedReported(duckdb::Connection &con) {
  auto statement = con.Prepare("SELECT 1");
  duckdb::PreparedStatement *raw = statement.get();
  statement.reset();
  return raw->HasError();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(DuckDB C++ duckdb::PreparedStatement) is used after it was closed{{.*}} [cursor-use-after-close]
}
