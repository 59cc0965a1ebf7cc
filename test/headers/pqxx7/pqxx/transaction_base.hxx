// The declarations of libpqxx 7 that its model speaks of: transactions.
#pragma once

#include "pqxx/connection.hxx"
#include "pqxx/result.hxx"

namespace pqxx {
class transaction_base {
public:
  transaction_base() = delete;
  transaction_base(transaction_base const &) = delete;
  transaction_base &operator=(transaction_base const &) = delete;
  virtual ~transaction_base() = 0;

  void commit();
  void abort();
  [[nodiscard]] std::string quote(std::string_view text) const;
  result exec(std::string_view query, std::string_view desc = {});
  result exec0(zview query);
  row exec1(zview query);
  template <typename TYPE> TYPE query_value(zview query) {
    return exec1(query)[0].template as<TYPE>();
  }
  [[nodiscard]] connection &conn() const;

protected:
  explicit transaction_base(connection &cx);
};

class dbtransaction : public transaction_base {
protected:
  explicit dbtransaction(connection &cx);
};

enum class write_policy { read_only, read_write };
enum isolation_level { read_committed, repeatable_read, serializable };

namespace internal {
class basic_transaction : public dbtransaction {
protected:
  basic_transaction(connection &cx, zview begin_command);
};
} // namespace internal

template <isolation_level ISOLATION = isolation_level::read_committed,
          write_policy READWRITE = write_policy::read_write>
class transaction final : public internal::basic_transaction {
public:
  transaction(connection &cx, std::string_view name);
  explicit transaction(connection &cx);
  virtual ~transaction() noexcept override;
};

using work = transaction<>;
using read_transaction =
    transaction<isolation_level::read_committed, write_policy::read_only>;

class nontransaction final : public transaction_base {
public:
  nontransaction(connection &cx, std::string_view name = {});
  ~nontransaction() override;
};

class subtransaction final : public dbtransaction {
public:
  explicit subtransaction(dbtransaction &t, std::string_view name = {});
  explicit subtransaction(subtransaction &t, std::string_view name = {});
  virtual ~subtransaction() noexcept override;
};
} // namespace pqxx
