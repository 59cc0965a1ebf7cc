// The declarations of libpqxx 7 that its model speaks of: result, row, field.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pqxx {
class field {
public:
  template <typename T> T as() const;
  [[nodiscard]] char const *c_str() const &;
  [[nodiscard]] bool is_null() const noexcept;
};

class row {
public:
  field operator[](int i) const noexcept;
  [[nodiscard]] int size() const noexcept;

private:
  std::shared_ptr<int> m_result;
};

class const_result_iterator : public row {
public:
  const_result_iterator &operator++();
  row operator*() const;
  bool operator!=(const_result_iterator const &) const;
};

class result {
public:
  result() noexcept;
  [[nodiscard]] int size() const noexcept;
  [[nodiscard]] bool empty() const noexcept;
  row operator[](int i) const noexcept;
  const_result_iterator begin() const noexcept;
  const_result_iterator end() const noexcept;

private:
  std::shared_ptr<int> m_data;
};
} // namespace pqxx
