//===- Text.h - the handle program as text --------------------------------===//
//
// Prints a program for people (--dump-facts) and reads it back (solver tests,
// bodies of library functions in models). print and parse are each other's
// inverse; docs/facts.md describes the format.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_TEXT_H
#define CURSOR_TIDY_FACTS_TEXT_H

#include "facts/Program.h"

#include "llvm/Support/Error.h"

#include <string>
#include <string_view>

namespace cursor_tidy::facts {

std::string print(const Program &Program);
std::string print(const Function &Function);

/// Reads a program. The error says the line, what was found and what was
/// expected there.
llvm::Expected<Program> parseProgram(std::string_view Text);

/// Reads one event line, as in `lock p0`.
llvm::Expected<Action> parseAction(std::string_view Line);

/// Reads one terminator, as in `branch t0 b1 b2`.
llvm::Expected<Terminator> parseTerminator(std::string_view Line);

} // namespace cursor_tidy::facts

#endif
