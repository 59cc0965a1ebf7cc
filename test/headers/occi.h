//===- occi.h - the parts of Oracle's C++ call interface that our model names //
//
// Declarations alone, after the manual of 19c, for the tests: its headers may
// not be shipped.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TEST_OCCI_H
#define CURSOR_TIDY_TEST_OCCI_H

#include <string>

namespace oracle {
namespace occi {

class ResultSet {
public:
  enum Status { END_OF_FETCH = 0, DATA_AVAILABLE };
  virtual Status next(unsigned int numRows = 1);
  virtual int getInt(unsigned int colIndex);
  virtual std::string getString(unsigned int colIndex);
  virtual void cancel();

protected:
  virtual ~ResultSet();
};

class Connection;

class Statement {
public:
  virtual ResultSet *executeQuery(const std::string &sql = "");
  virtual unsigned int executeUpdate(const std::string &sql = "");
  virtual ResultSet *getResultSet();
  virtual void closeResultSet(ResultSet *resultSet);
  virtual void setInt(unsigned int paramIndex, int x);
  virtual void setSQL(const std::string &sql);
  virtual Connection *getConnection() const;

protected:
  virtual ~Statement();
};

class Connection {
public:
  virtual Statement *createStatement(const std::string &sql = "");
  virtual void terminateStatement(Statement *statement);
  virtual void commit();
  virtual void rollback();

protected:
  virtual ~Connection();
};

class StatelessConnectionPool {
public:
  virtual Connection *getConnection(const std::string &tag = "");
  virtual void releaseConnection(Connection *connection, const std::string &tag = "");
  virtual void terminateConnection(Connection *connection);

protected:
  virtual ~StatelessConnectionPool();
};

class ConnectionPool {
public:
  virtual Connection *createConnection(const std::string &userName, const std::string &password);
  virtual Connection *createProxyConnection(const std::string &userName, int proxyType = 0);
  virtual void terminateConnection(Connection *connection);

protected:
  virtual ~ConnectionPool();
};

class Environment {
public:
  enum Mode { DEFAULT = 0, THREADED_MUTEXED = 1, OBJECT = 2, THREADED_UNMUTEXED = 128 };
  static Environment *createEnvironment(Mode mode = DEFAULT, void *ctxp = nullptr);
  static void terminateEnvironment(Environment *env);
  virtual Connection *createConnection(const std::string &userName, const std::string &password, const std::string &connectString = "");
  virtual void terminateConnection(Connection *connection);
  virtual ConnectionPool *createConnectionPool(const std::string &poolUserName, const std::string &poolPassword, const std::string &connectString = "", unsigned int minConn = 0, unsigned int maxConn = 1, unsigned int incrConn = 1);
  virtual void terminateConnectionPool(ConnectionPool *pool);
  virtual StatelessConnectionPool *createStatelessConnectionPool(const std::string &poolUserName, const std::string &poolPassword, const std::string &connectString = "", unsigned int maxConn = 1);
  virtual void terminateStatelessConnectionPool(StatelessConnectionPool *pool);

protected:
  virtual ~Environment();
};

} // namespace occi
} // namespace oracle

#endif
