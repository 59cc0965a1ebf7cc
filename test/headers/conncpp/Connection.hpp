// What the tests need of MariaDB Connector/C++, faithfully declared after its
// headers in conncpp/.
#pragma once

namespace sql {

class SQLString {
public:
  SQLString(const char *text);
  ~SQLString();
};

class Statement;
class PreparedStatement;

class Connection {
public:
  virtual ~Connection() {}
  virtual Statement *createStatement() = 0;
  virtual PreparedStatement *prepareStatement(const SQLString &sql) = 0;
  virtual void setAutoCommit(bool commit) = 0;
  virtual void commit() = 0;
  virtual void rollback() = 0;
  virtual bool isValid() = 0;
  virtual bool isClosed() = 0;
  virtual void close() = 0;
};

} // namespace sql
