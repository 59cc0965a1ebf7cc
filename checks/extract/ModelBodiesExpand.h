//===- ModelBodiesExpand.h - a model's line for one declaration
//--------------===//
//
// Replaces the words that a model's line may use beyond the text of events
// (`arg1`, `arg1...`, `@deleter`, see ModelBodies.h) by what they stand for at
// one declaration, and parses the line.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_MODELBODIESEXPAND_H
#define CURSOR_TIDY_EXTRACT_MODELBODIESEXPAND_H

#include "extract/ModelBodies.h"

#include "llvm/Support/Error.h"

#include <optional>
#include <string>
#include <string_view>

namespace cursor_tidy::extract {

/// The event of a line, or none when it speaks of something that the
/// declaration does not have (a destructor).
llvm::Expected<std::optional<facts::Action>> expandLine(std::string_view Line,
                                                        const Shape &Shape);

/// One more than the highest temporary that a text uses.
uint32_t temporariesIn(std::string_view Text);

/// True when a line names a method as `@run`.
bool namesMethod(std::string_view Line, std::string_view Method);

} // namespace cursor_tidy::extract

#endif
