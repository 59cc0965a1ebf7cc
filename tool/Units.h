//===- Units.h - which files are analysed, and how they are compiled
//---------===//
//
// Turns the command line and the compile database into a list of units. A file
// that is compiled several times the same way (for a static and a shared
// library, say) is one unit.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_UNITS_H
#define CURSOR_TIDY_TOOL_UNITS_H

#include "CommandLine.h"

namespace cursor_tidy::tool {

/// One file and the command that compiles it.
struct Unit {
  std::string File;      ///< absolute, as the database spells it
  std::string Spelling;  ///< as given on the command line, or File
  std::string Directory; ///< in which the command runs
  std::vector<std::string> Command;
};

struct UnitList {
  std::vector<Unit> Units; ///< in the order given, or of the database
  std::string Remark;      ///< what the user should know, or empty
  /// All files of the program that the units are extracted for, when it is
  /// known. One unit alone is a program, but not when it is to be linked.
  std::vector<std::string> Program;
};

/// The units of a run; never empty. The error is one line that says what is
/// wrong, where, and what to do.
llvm::Expected<UnitList> findUnits(const CommandLine &Line);

} // namespace cursor_tidy::tool

#endif
