//===- OutlineBytes.h - the texts of units as bytes -----------------------===//
//
// Many units read the same headers, so outlines are written once, in a table in
// front of the units.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_OUTLINEBYTES_H
#define CURSOR_TIDY_TOOL_OUTLINEBYTES_H

#include "Bytes.h"
#include "Reach.h"

#include "llvm/ADT/DenseMap.h"

#include <optional>

namespace cursor_tidy::tool {

/// The outlines of some units, numbered.
class OutlineTable {
public:
  void add(const UnitText &Of);
  /// The table itself.
  void write(ByteWriter &Out) const;
  /// A unit that was added.
  void write(ByteWriter &Out, const UnitText &Of) const;
  llvm::ArrayRef<const Outline *> outlines() const { return Outlines; }

private:
  std::vector<const Outline *> Outlines;
  llvm::DenseMap<const Outline *, uint64_t> Numbers;
};

using OutlineList = std::vector<std::shared_ptr<const Outline>>;

OutlineList readOutlines(ByteReader &In);
/// None when the bytes speak of an outline that is not in the table.
std::optional<UnitText> readText(ByteReader &In, const OutlineList &Table);

} // namespace cursor_tidy::tool

#endif
