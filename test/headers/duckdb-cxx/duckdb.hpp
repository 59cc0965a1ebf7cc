// What the tests need of DuckDB's C++ interface, faithfully declared after
// duckdb.hpp of 0.9 and 1.0.
#pragma once

#include <memory>
#include <string>

namespace duckdb {

using std::string;
using idx_t = unsigned long;

template <class T> using unique_ptr = std::unique_ptr<T>;

class DBConfig;
class DatabaseInstance;

class DuckDB {
public:
  explicit DuckDB(const char *path = nullptr, DBConfig *config = nullptr);
  explicit DuckDB(const string &path, DBConfig *config = nullptr);
  ~DuckDB();
  std::shared_ptr<DatabaseInstance> instance;
};

class DataChunk {
public:
  ~DataChunk();
  idx_t size() const;
};

class QueryResult {
public:
  virtual ~QueryResult();
  bool HasError() const;
  const string &GetError();
  unique_ptr<DataChunk> Fetch();
  void Print();
};

class MaterializedQueryResult : public QueryResult {
public:
  idx_t RowCount() const;
};

class PreparedStatement {
public:
  ~PreparedStatement();
  bool HasError() const;
  template <class... Args> unique_ptr<QueryResult> Execute(Args... args) {
    return nullptr;
  }
};

class Connection {
public:
  explicit Connection(DuckDB &database);
  explicit Connection(DatabaseInstance &database);
  Connection(Connection &&other) noexcept;
  Connection &operator=(Connection &&other) noexcept;
  ~Connection();
  unique_ptr<MaterializedQueryResult> Query(const string &query);
  unique_ptr<QueryResult> SendQuery(const string &query);
  unique_ptr<PreparedStatement> Prepare(const string &query);
  void BeginTransaction();
  void Commit();
  void Rollback();
  void Interrupt();
};

class Appender {
public:
  Appender(Connection &connection, const string &table);
  Appender(Connection &connection, const string &schema, const string &table);
  ~Appender();
  template <class... Args> void AppendRow(Args... args) {}
  void Flush();
  void Close();
};

} // namespace duckdb
