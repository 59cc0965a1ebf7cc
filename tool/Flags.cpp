//===- Flags.cpp - compile flags made fit for analysis
//-----------------------===//
//
// Most databases are written for GCC. What Clang warns about it may ignore;
// what it would refuse is taken out here, by Clang's own table of options.
//
//===----------------------------------------------------------------------===//
#include "Flags.h"

#include "ParseUnit.h"

#include "clang/Options/Options.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using namespace llvm;
using clang::tooling::CommandLineArguments;

namespace cursor_tidy::tool {
namespace {

/// Errors of new Clang that GCC 12 lets pass with a warning; a program that
/// builds must also be analysed.
constexpr const char *LenientFlags[] = {
    "-Wno-error=implicit-function-declaration", "-Wno-error=implicit-int",
    "-Wno-error=int-conversion",
    "-Wno-error=incompatible-function-pointer-types", "-Wno-error=return-type"};

bool speaksAsMsvc(const CommandLineArguments &Command) {
  return any_of(Command, [](StringRef Word) {
    return Word == "--driver-mode=cl" || Word == "/c";
  });
}

/// Without the words that Clang's driver does not know.
CommandLineArguments withoutUnknown(const CommandLineArguments &Command) {
  if (speaksAsMsvc(Command))
    return Command;
  std::vector<const char *> Words;
  for (const std::string &Word : ArrayRef(Command).drop_front())
    Words.push_back(Word.c_str());
  unsigned MissingIndex = 0, MissingCount = 0;
  opt::InputArgList Parsed = clang::getDriverOptTable().ParseArgs(
      Words, MissingIndex, MissingCount,
      opt::Visibility(clang::options::ClangOption));
  SmallSet<unsigned, 8> Unknown;
  for (const opt::Arg *Word : Parsed.filtered(clang::options::OPT_UNKNOWN))
    Unknown.insert(Word->getIndex() + 1);
  CommandLineArguments Kept;
  for (unsigned I = 0; I != Command.size(); ++I)
    if (!Unknown.contains(I))
      Kept.push_back(Command[I]);
  return Kept;
}

/// Without what makes errors of warnings.
CommandLineArguments withoutPedantry(const CommandLineArguments &Command) {
  CommandLineArguments Kept;
  for (const std::string &Word : Command)
    if (!StringRef(Word).starts_with("-Werror") && Word != "-pedantic-errors")
      Kept.push_back(Word);
  return Kept;
}

/// Without precompiled headers: another compiler's cannot be read, and CMake
/// names the header that they stand for as well.
CommandLineArguments withoutPrecompiled(const CommandLineArguments &Command) {
  CommandLineArguments Kept;
  for (size_t I = 0; I < Command.size(); ++I) {
    bool Forwarded = Command[I] == "-Xclang" && I + 3 < Command.size() &&
                     Command[I + 1] == "-include-pch";
    if (Forwarded) // -Xclang -include-pch -Xclang FILE
      I += 3;
    else if (Command[I] == "-include-pch")
      ++I;
    else if (Command[I] != "-Winvalid-pch")
      Kept.push_back(Command[I]);
  }
  return Kept;
}

/// Without what sets the environment for a launcher or the compiler, and the
/// launcher behind it: `env A=1 ccache g++`, `cmake -E env A=1 ccache g++`.
/// (Where a launcher comes first, Clang's reader has taken it off.)
CommandLineArguments withoutEnvironment(CommandLineArguments Command) {
  auto Calls = [&](size_t I, ArrayRef<StringRef> Any) {
    return I < Command.size() && is_contained(Any, sys::path::stem(Command[I]));
  };
  size_t I = Calls(0, {"env"}) ? 1 : 0;
  if (Calls(0, {"cmake"}) && Command.size() > 3 && Command[1] == "-E" &&
      Command[2] == "env")
    I = 3;
  if (I == 0)
    return Command;
  while (I < Command.size() && (StringRef(Command[I]).contains('=') ||
                                StringRef(Command[I]).starts_with("-")))
    ++I;
  while (Calls(I, {"ccache", "distcc", "gomacc", "sccache"}))
    ++I;
  if (I < Command.size())
    Command.erase(Command.begin(), Command.begin() + I);
  return Command;
}

/// The compiler where it is. Clang looks for GCC's headers beside it, and
/// beside a bare `g++` would be `/lib`, which is a link on most systems.
void findCompiler(CommandLineArguments &Command) {
  if (Command.empty() || sys::path::has_parent_path(Command.front()))
    return;
  if (auto Path = sys::findProgramByName(Command.front()))
    Command.front() = *Path;
}

} // namespace

std::vector<std::string> analysisCommand(const Unit &Unit) {
  using namespace clang::tooling;
  CommandLineArguments Command = withoutEnvironment(Unit.Command);
  findCompiler(Command);
  for (const ArgumentsAdjuster &Adjust :
       {getStripPluginsAdjuster(), getClangStripOutputAdjuster(),
        getClangStripDependencyFileAdjuster(), getClangSyntaxOnlyAdjuster()})
    Command = Adjust(Command, Unit.File);
  Command = withoutUnknown(withoutPedantry(withoutPrecompiled(Command)));

  CommandLineArguments Added(std::begin(LenientFlags), std::end(LenientFlags));
  Added.push_back("-w");
  Added.push_back(
      "-fno-caret-diagnostics"); // else Clang counts its errors aloud
  std::string Folder = resourceFolder();
  bool HasFolder = any_of(Command, [](StringRef Word) {
    return Word.starts_with("-resource-dir");
  });
  if (!Folder.empty() && !HasFolder)
    Added.push_back("-resource-dir=" + Folder);
  if (!speaksAsMsvc(Command))
    Command.insert(Command.begin() + 1, Added.begin(), Added.end());
  return Command;
}

} // namespace cursor_tidy::tool
