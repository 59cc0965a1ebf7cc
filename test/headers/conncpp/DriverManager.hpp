#pragma once

#include <conncpp/Statement.hpp>

namespace sql {

class DriverManager {
public:
  static Connection *getConnection(const SQLString &url, const SQLString &user,
                                   const SQLString &password);
};

} // namespace sql
