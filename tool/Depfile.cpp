//===- Depfile.cpp - what a file of facts depends on ----------------------===//
#include "Depfile.h"

#include "Report.h"

#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// A path as make and ninja read it.
std::string escaped(StringRef Path) {
  std::string Text;
  for (char C : Path) {
    if (C == ' ' || C == '#')
      Text += '\\';
    Text += C;
    if (C == '$')
      Text += '$';
  }
  return Text;
}

} // namespace

Error writeDepfile(const CommandLine &Line, const Options &Effective,
                   ArrayRef<Unit> Units, const ReadUnits &Read) {
  if (Line.Depfile.empty())
    return Error::success();
  static int Here;
  std::vector<std::string> Inputs = Read.Files;
  // Of a unit that could not be scanned we know no more.
  for (const Unit &Each : Units)
    if (Read.Files.empty())
      Inputs.push_back(Each.File);
  append_range(Inputs, Effective.Models);
  append_range(Inputs, Effective.Configurations);
  Inputs.push_back(sys::fs::getMainExecutable(nullptr, &Here));
  std::string Text = escaped(Line.Output) + ":";
  for (const std::string &Path : Inputs) {
    SmallString<256> Full(Path);
    if (std::error_code Code = sys::fs::make_absolute(Full))
      return createStringError(Path + ": " + Code.message());
    Text += " \\\n  " + escaped(Full);
  }
  return writeOutput(Line.Depfile, Text + "\n");
}

} // namespace cursor_tidy::tool
