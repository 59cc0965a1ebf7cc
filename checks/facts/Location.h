//===- Location.h - a range of source text --------------------------------===//
//
// Carries every unit that a consumer may ask for (bytes, UTF-16, offsets), so
// that nothing past extraction needs the source again.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_LOCATION_H
#define CURSOR_TIDY_FACTS_LOCATION_H

#include "facts/Name.h"

#include <cstdint>

namespace cursor_tidy::facts {

/// A range of source text. Lines and columns count from 1, columns and offsets
/// in bytes, the end is exclusive. Line 0 means: no location.
struct Location {
  Name File; ///< canonical path
  uint32_t Line = 0, Column = 0;
  uint32_t ColumnUtf16 = 0; ///< Column counted in UTF-16 code units, from 1
  uint32_t Offset = 0;      ///< bytes from the start of the file, from 0
  uint32_t EndLine = 0, EndColumn = 0, EndOffset = 0;

  bool isValid() const { return Line != 0; }
  friend auto operator<=>(const Location &, const Location &) = default;
};

} // namespace cursor_tidy::facts

#endif
