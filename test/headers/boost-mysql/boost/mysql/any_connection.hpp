// What the tests need of Boost.MySQL, faithfully declared after its reference.
#pragma once

#include <string>

namespace boost {
namespace mysql {

struct connect_params {
  std::string username, password, database;
};

class results {
public:
  bool has_value() const;
};

class statement {
public:
  bool valid() const;
};

enum class metadata_mode { minimal, full };

class any_connection {
public:
  template <class Context> explicit any_connection(Context &context) {}
  any_connection(any_connection &&other);
  any_connection &operator=(any_connection &&other);
  ~any_connection();
  void connect(const connect_params &params);
  void execute(const char *query, results &result);
  statement prepare_statement(const char *query);
  void close_statement(const statement &prepared);
  void ping();
  void reset_connection();
  void close();
  metadata_mode meta_mode() const;
  void set_meta_mode(metadata_mode mode);
  bool uses_ssl() const;
  bool backslash_escapes() const;
  int get_executor();
};

} // namespace mysql
} // namespace boost
