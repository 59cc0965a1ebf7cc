#pragma once

#include <conncpp/ResultSet.hpp>

namespace sql {

class Statement {
public:
  virtual ~Statement() {}
  virtual ResultSet *executeQuery(const SQLString &sql) = 0;
  virtual int executeUpdate(const SQLString &sql) = 0;
  virtual bool isClosed() = 0;
  virtual void close() = 0;
};

} // namespace sql
