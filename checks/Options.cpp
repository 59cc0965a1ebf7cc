//===- Options.cpp - reads options from their text
//---------------------------===//
//
// One spelling for both hosts: what `.clang-tidy` takes, the command line
// takes.
//
//===----------------------------------------------------------------------===//
#include "Options.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace cursor_tidy {
namespace {

SmallVector<StringRef, 4> entries(StringRef Text) {
  SmallVector<StringRef, 4> Found;
  while (!Text.empty()) {
    size_t End = Text.find_first_of(";,");
    if (StringRef Entry = Text.take_front(End).trim(); !Entry.empty())
      Found.push_back(Entry);
    Text = End == StringRef::npos ? "" : Text.drop_front(End + 1);
  }
  return Found;
}

} // namespace

Expected<std::map<std::string, int>> readDriverLevels(StringRef Text) {
  std::map<std::string, int> Levels;
  for (StringRef Entry : entries(Text)) {
    auto [Driver, Number] = Entry.split('=');
    int Level = -1;
    if (Driver.trim().empty() || Number.trim().getAsInteger(10, Level) ||
        Level < 0 || Level > 3)
      return createStringError("'" + Entry.str() +
                               "' is not of the form DRIVER=LEVEL with a level "
                               "from 0 to 3");
    Levels[Driver.trim().str()] = Level;
  }
  return Levels;
}

std::vector<std::string> readModelPaths(StringRef Text) {
  std::vector<std::string> Paths;
  for (StringRef Entry : entries(Text))
    Paths.push_back(Entry.str());
  return Paths;
}

} // namespace cursor_tidy
