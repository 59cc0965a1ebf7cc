// The declarations of the X DevAPI for C++ that its model speaks of.
#pragma once

#include <string>

namespace mysqlx {
inline namespace abi2 {
inline namespace r0 {

class Value {
public:
  operator int() const;
  operator std::string() const;
};

class Row {
public:
  explicit operator bool() const;
  Value operator[](unsigned pos) const;
};

class RowResult {
public:
  RowResult() = default;
  RowResult(RowResult &&);
  RowResult &operator=(RowResult &&);
  ~RowResult();
  Row fetchOne();
  unsigned long count();
};

class SqlResult : public RowResult {
public:
  SqlResult(SqlResult &&);
  bool hasData() const;
  bool nextResult();
};

class SqlStatement {
public:
  SqlStatement(SqlStatement &&);
  template <class T> SqlStatement &bind(T value);
  SqlResult execute();
};

class Session;

class TableSelect {
public:
  TableSelect(TableSelect &&);
  TableSelect &where(const std::string &condition);
  RowResult execute();
};

class Table {
public:
  Table(const Table &);
  TableSelect select(const std::string &fields);
  unsigned long count();
};

class Schema {
public:
  Schema(const Schema &);
  Table getTable(const std::string &name, bool check_exists = false);
};

class Client;

class Session {
public:
  Session(const std::string &url);
  Session(Session &&);
  Session &operator=(Session &&);
  ~Session();
  Schema getSchema(const std::string &name, bool check_exists = false);
  SqlStatement sql(const std::string &query);
  void startTransaction();
  void commit();
  void rollback();
  void close();
};

class Client {
public:
  Client(const std::string &url, const std::string &options);
  Client(Client &&);
  ~Client();
  Session getSession();
  void close();
};

} // namespace r0
} // namespace abi2
} // namespace mysqlx
