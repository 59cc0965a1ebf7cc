#pragma once

#include <boost/mysql/any_connection.hpp>

namespace boost {
namespace mysql {

struct pool_params {
  std::string username, password, database;
  bool thread_safe = false;
};

class pooled_connection {
public:
  pooled_connection();
  pooled_connection(pooled_connection &&other);
  pooled_connection &operator=(pooled_connection &&other);
  ~pooled_connection();
  bool valid() const;
  any_connection &get();
  any_connection *operator->();
  any_connection &operator*();
  void return_without_reset();
};

class connection_pool {
public:
  template <class Context>
  connection_pool(Context &context, pool_params &&params) {}
  ~connection_pool();
  void cancel();
  template <class Token> auto async_get_connection(Token &&token) {
    return token();
  }
};

} // namespace mysql
} // namespace boost
