// The declarations of libpqxx 7 that its model speaks of: connection.hxx.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pqxx {
namespace internal {
class connection_dummy;
}
using zview = std::string_view;

class connection final {
public:
  connection();
  explicit connection(char const options[]);
  explicit connection(zview options);
  connection(connection &&rhs);
  connection &operator=(connection &&rhs);
  connection(connection const &) = delete;
  connection &operator=(connection const &) = delete;
  ~connection();

  [[nodiscard]] bool is_open() const noexcept;
  [[nodiscard]] char const *dbname() const;
  [[nodiscard]] char const *username() const;
  [[nodiscard]] char const *hostname() const;
  [[nodiscard]] char const *port() const;
  [[nodiscard]] int backendpid() const &noexcept;
  void set_client_encoding(zview encoding) &;
  void set_session_var(std::string_view var, std::string_view value) &;
  int get_notifs();
  int await_notification();
  void prepare(zview name, zview definition) &;
  void unprepare(std::string_view name);
  [[nodiscard]] std::string quote(std::string_view text) const;
  [[nodiscard]] std::string esc(char const text[]) const;
  void cancel_query();
  void close();
  static connection seize_raw_connection(void *raw);
  void *release_raw_connection() &&;

private:
  void *m_conn = nullptr;
};
} // namespace pqxx
