// The declarations of libpqxx 7 that its model speaks of: streams and blobs.
#pragma once

#include "pqxx/transaction_base.hxx"

namespace pqxx {
class stream_to {
public:
  static stream_to table(transaction_base &tx, std::string_view path,
                         std::string_view columns = {});
  static stream_to raw_table(transaction_base &tx, std::string_view path,
                             std::string_view columns = {});
  ~stream_to() noexcept;
  template <typename... T> void write_values(T const &...values);
  void complete();

private:
  stream_to(transaction_base &tx, std::string_view path,
            std::string_view columns);
};

class blob {
public:
  static blob open_r(dbtransaction &tx, unsigned id);
  static blob open_w(dbtransaction &tx, unsigned id);
  static blob open_rw(dbtransaction &tx, unsigned id);
  blob() = default;
  blob(blob &&);
  blob &operator=(blob &&);
  ~blob();
  long read(std::string &buffer, long size);
  void close();

private:
  dbtransaction *m_tx = nullptr;
};
} // namespace pqxx
