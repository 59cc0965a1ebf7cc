// RUN: %check %s -- -std=c++17
// A statement is left behind when its output file cannot be written.
#include <cppconn/connection.h>
#include <cppconn/driver.h>
#include <cppconn/exception.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>

static sql::Connection *connectFromEnvironment() {
  const char *Host = std::getenv("REPORT_DB");
  const char *User = std::getenv("REPORT_USER");
  if (!Host || !User)
    return nullptr;
  return get_driver_instance()->connect(Host, User, "");
}

static int writeRows(std::ofstream &Out, sql::ResultSet *Rows) {
  int Count = 0;
  while (Rows->next()) {
    Out << Rows->getString(1).c_str() << ';' << Rows->getInt(2) << '\n';
    ++Count;
  }
  return Count;
}

static int monthly(sql::Connection *Con, int Month, const std::string &Path) {
  sql::PreparedStatement *Query = Con->prepareStatement(
      "SELECT product, SUM(amount) FROM sale WHERE month=? GROUP BY product");
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}}'Query'{{.*}} [cursor-unclosed]
  Query->setInt(1, Month);
  std::ofstream Out(Path);
  if (!Out) {
    std::fprintf(stderr, "cannot write %s\n", Path.c_str());
    return -1;
  }
  sql::ResultSet *Rows = Query->executeQuery();
  int Count = writeRows(Out, Rows);
  delete Rows;
  delete Query;
  return Count;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: report MONTH FILE\n");
    return 2;
  }
  sql::Connection *Con = connectFromEnvironment();
  if (!Con)
    return 2;
  Con->setSchema("sales");
  int Count = monthly(Con, std::atoi(argv[1]), argv[2]);
  if (Count >= 0)
    std::printf("%d rows\n", Count);
  Con->close();
  delete Con;
  return Count < 0;
}
