#pragma once

#include <conncpp/Connection.hpp>

namespace sql {

class ResultSet {
public:
  virtual ~ResultSet() {}
  virtual bool next() = 0;
  virtual int getInt(int column) = 0;
  virtual void close() = 0;
};

} // namespace sql
