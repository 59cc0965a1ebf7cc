//===- Flags.cpp - compile flags made fit for analysis
//-----------------------===//
//
// Most databases are written for GCC. What Clang warns about it may ignore;
// what it would refuse is taken out here, by Clang's own table of options.
//
//===----------------------------------------------------------------------===//
#include "Flags.h"

#include "ParseUnit.h"
#include "RefusedFlags.h"

#include "clang/Options/Options.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/FileSystem.h"
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

/// Whether an input of a command is the unit's file.
bool isFileOf(const Unit &Unit, StringRef Input) {
  SmallString<256> Path(Input);
  sys::path::make_absolute(Unit.Directory, Path);
  return Path == Unit.File || sys::fs::equivalent(Path, Unit.File);
}

/// Without the words that Clang's driver does not know, and with one input:
/// others are further files of the command, or the values of unknown flags.
CommandLineArguments withoutUnknown(const CommandLineArguments &Command,
                                    const Unit &Unit) {
  if (speaksAsMsvc(Command))
    return Command;
  std::vector<const char *> Words;
  for (const std::string &Word : ArrayRef(Command).drop_front())
    Words.push_back(Word.c_str());
  unsigned MissingIndex = 0, MissingCount = 0;
  opt::InputArgList Parsed = clang::getDriverOptTable().ParseArgs(
      Words, MissingIndex, MissingCount,
      opt::Visibility(clang::options::ClangOption));
  SmallSet<unsigned, 8> Dropped;
  for (const opt::Arg *Word : Parsed.filtered(clang::options::OPT_UNKNOWN))
    Dropped.insert(Word->getIndex() + 1);
  SmallVector<const opt::Arg *, 2> Inputs(
      Parsed.filtered(clang::options::OPT_INPUT));
  auto Own = find_if(reverse(Inputs), [&](const opt::Arg *Input) {
    return Inputs.size() > 1 && isFileOf(Unit, Input->getValue());
  });
  if (Own != Inputs.rend())
    for (const opt::Arg *Input : Inputs)
      // A response file that is not there stays, and is told.
      if (Input != *Own && *Input->getValue() != '@')
        Dropped.insert(Input->getIndex() + 1);
  CommandLineArguments Kept;
  for (unsigned I = 0; I != Command.size(); ++I)
    if (!Dropped.contains(I))
      Kept.push_back(Command[I]);
  return Kept;
}

/// Without what writes besides the output, talks, or reads a profile of an
/// earlier run.
CommandLineArguments withoutSideEffects(const CommandLineArguments &Command) {
  auto HasValue = [](StringRef Word) {
    return Word == "-MJ" || Word.ends_with("-serialize-diagnostics");
  };
  auto IsDropped = [](StringRef Word) {
    return Word == "-v" || Word == "-H" || Word == "-###" ||
           Word.starts_with("-Wp,-M") || Word.starts_with("-fprofile-use") ||
           Word.starts_with("-fprofile-instr-use") ||
           Word.starts_with("-fprofile-sample-use") ||
           Word.starts_with("-fauto-profile");
  };
  CommandLineArguments Kept;
  for (size_t I = 0; I < Command.size(); ++I)
    if (HasValue(Command[I]) ||
        (Command[I] == "-Xpreprocessor" && I + 1 < Command.size() &&
         StringRef(Command[I + 1]).starts_with("-M")))
      ++I;
    else if (!IsDropped(Command[I]))
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
  CommandLineArguments Command = withoutSideEffects(Unit.Command);
  findCompiler(Command);
  for (const ArgumentsAdjuster &Adjust :
       {getStripPluginsAdjuster(), getClangStripOutputAdjuster(),
        getClangStripDependencyFileAdjuster(), getClangSyntaxOnlyAdjuster()})
    Command = Adjust(Command, Unit.File);
  Command = withoutRefused(
      withoutUnknown(withoutPedantry(withoutPrecompiled(Command)), Unit),
      Unit.File, Unit.Directory);

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
