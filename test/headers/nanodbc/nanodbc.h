//===- nanodbc.h - the parts of nanodbc that our model names --------------===//
//
// Declarations alone, after version 2.14, for the tests: no header of it is
// packaged.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TEST_NANODBC_H
#define CURSOR_TIDY_TEST_NANODBC_H

#include <memory>
#include <string>

namespace nanodbc {
using string = std::string;

class connection {
public:
  connection();
  connection(const connection &rhs);
  connection(connection &&rhs) noexcept;
  connection &operator=(connection rhs);
  void swap(connection &rhs) noexcept;
  connection(const string &dsn, const string &user, const string &pass, long timeout = 0);
  explicit connection(const string &connection_string, long timeout = 0);
  ~connection() noexcept;
  void connect(const string &connection_string, long timeout = 0);
  bool connected() const;
  void disconnect();
  string dbms_name() const;
  void *native_dbc_handle() const;

private:
  class connection_impl;
  std::shared_ptr<connection_impl> impl_;
};

class transaction {
public:
  explicit transaction(const class connection &conn);
  transaction(const transaction &rhs);
  transaction(transaction &&rhs) noexcept;
  transaction &operator=(transaction rhs);
  ~transaction() noexcept;
  void commit();
  void rollback() noexcept;

private:
  class transaction_impl;
  std::shared_ptr<transaction_impl> impl_;
};

class result {
public:
  result();
  ~result() noexcept;
  result(const result &rhs);
  result(result &&rhs) noexcept;
  result &operator=(result rhs);
  bool next();
  long rows() const noexcept;
  short columns() const;
  template <class T> T get(short column) const;
  template <class T> T get(const string &column_name) const;
  bool is_null(short column) const;

private:
  class result_impl;
  std::shared_ptr<result_impl> impl_;
};

class statement {
public:
  statement();
  explicit statement(class connection &conn);
  statement(statement &&rhs) noexcept;
  statement(class connection &conn, const string &query, long timeout = 0);
  statement(const statement &rhs);
  statement &operator=(statement rhs);
  ~statement() noexcept;
  void open(class connection &conn);
  bool open() const;
  void close();
  void cancel();
  void prepare(const string &query, long timeout = 0);
  result execute(long batch_operations = 1, long timeout = 0);
  void just_execute(long batch_operations = 1, long timeout = 0);
  template <class T> void bind(short param_index, const T *value);

private:
  class statement_impl;
  std::shared_ptr<statement_impl> impl_;
};

result execute(connection &conn, const string &query, long batch_operations = 1, long timeout = 0);
void just_execute(connection &conn, const string &query, long batch_operations = 1, long timeout = 0);
result execute(statement &stmt, long batch_operations = 1);
void just_execute(statement &stmt, long batch_operations = 1);
void prepare(statement &stmt, const string &query, long timeout = 0);
} // namespace nanodbc

#endif
