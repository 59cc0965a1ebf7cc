//===- Name.h - interned strings of the handle program --------------------===//
//
// Every symbol, type, field and file name in a handle program is a Name: a
// pointer into one process-wide pool, so that programs of many units can be
// linked, compared and hashed without remapping tables. Interning is safe from
// several threads; a Name never dies.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_NAME_H
#define CURSOR_TIDY_FACTS_NAME_H

#include <compare>
#include <functional>
#include <string_view>

namespace cursor_tidy::facts {

/// An interned, immutable string. Equality is pointer equality; order is the
/// order of the texts, so that output does not depend on interning order.
class Name {
public:
  /// The empty name.
  Name() = default;
  /// Interns \p Text.
  explicit Name(std::string_view Text);

  std::string_view text() const { return {Data, Size}; }
  bool empty() const { return Size == 0; }

  friend bool operator==(Name L, Name R) {
    return L.Size == R.Size && (L.Size == 0 || L.Data == R.Data);
  }
  friend std::strong_ordering operator<=>(Name L, Name R) {
    return L == R ? std::strong_ordering::equal : L.text() <=> R.text();
  }

private:
  friend struct std::hash<Name>;
  const char *Data = "";
  size_t Size = 0;
};

} // namespace cursor_tidy::facts

template <> struct std::hash<cursor_tidy::facts::Name> {
  size_t operator()(cursor_tidy::facts::Name N) const noexcept {
    return std::hash<const void *>()(N.Size ? N.Data : nullptr);
  }
};

#endif
