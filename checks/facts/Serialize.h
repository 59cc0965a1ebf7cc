//===- Serialize.h - the handle program as bytes --------------------------===//
//
// The compact, versioned form for caches and for linking on another machine:
// one table of strings, then the program. The same program gives the same
// bytes.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_SERIALIZE_H
#define CURSOR_TIDY_FACTS_SERIALIZE_H

#include "facts/Program.h"

#include "llvm/Support/Error.h"

#include <string>
#include <string_view>

namespace cursor_tidy::facts {

std::string serialize(const Program &Program);

/// The error says what is wrong with the bytes: another format version, cut
/// short, or damaged.
llvm::Expected<Program> deserialize(std::string_view Bytes);

} // namespace cursor_tidy::facts

#endif
