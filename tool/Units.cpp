//===- Units.cpp - which files are analysed, and how they are compiled
//-------===//
#include "Units.h"

#include "Database.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>

using namespace llvm;
using clang::tooling::CompilationDatabase;
using clang::tooling::CompileCommand;

namespace cursor_tidy::tool {
namespace {

std::string absolute(StringRef Path, StringRef Directory = "") {
  SmallString<256> Full(Path);
  if (!sys::path::is_absolute(Full) && !Directory.empty()) {
    Full = Directory;
    sys::path::append(Full, Path);
  }
  // It fails where there is no current folder; then the path stays as given.
  (void)sys::fs::make_absolute(Full);
  sys::path::remove_dots(Full, /*remove_dot_dot=*/false);
  return std::string(Full);
}

/// The words of a command that change what the compiler reads, as opposed to
/// what it writes: equal ones make two commands one unit.
std::vector<std::string> readingPart(const CompileCommand &Of) {
  ArrayRef<std::string> Command = Of.CommandLine;
  std::vector<std::string> Kept;
  for (size_t I = 1; I < Command.size(); ++I) {
    StringRef Word = Command[I];
    // The file itself, however it is spelled.
    if (sys::path::filename(Word) == sys::path::filename(Of.Filename))
      continue;
    if (Word == "-o" || Word == "-MF" || Word == "-MT" || Word == "-MQ") {
      ++I;
      continue;
    }
    bool WritesOnly =
        Word == "-c" || Word.starts_with("-M") || Word.starts_with("-o") ||
        Word.starts_with("-g") || Word.starts_with("-fPI") ||
        Word.starts_with("-fpi") || Word.starts_with("-fvisibility") ||
        // CMake defines it for each shared library that a file goes into.
        (Word.starts_with("-D") && Word.ends_with("_EXPORTS"));
    if (!WritesOnly)
      Kept.push_back(Word.str());
  }
  return Kept;
}

/// Collects units, one for each way in which a file is compiled.
class Collector {
public:
  void add(const CompileCommand &Command, StringRef Spelling) {
    std::string File = absolute(Command.Filename, Command.Directory);
    auto Key = std::make_pair(canonical(File), readingPart(Command));
    if (!Seen.insert(std::move(Key)).second)
      return;
    Units.push_back({File, Spelling.empty() ? File : Spelling.str(),
                     absolute(Command.Directory), Command.CommandLine});
  }
  std::vector<Unit> take() { return std::move(Units); }

private:
  static std::string canonical(StringRef Path) {
    SmallString<256> Real;
    return sys::fs::real_path(Path, Real) ? Path.str() : std::string(Real);
  }

  std::set<std::pair<std::string, std::vector<std::string>>> Seen;
  std::vector<Unit> Units;
};

/// Databases list assembly, resources and other languages too.
bool isSource(StringRef File) {
  static const StringSet<> Known = {
      ".c",   ".i", ".cc", ".cp",  ".cxx", ".cpp", ".c++", ".ii",   ".C",
      ".CPP", ".h", ".hh", ".hpp", ".m",   ".mm",  ".hxx", ".cppm", ".ixx"};
  return Known.contains(sys::path::extension(File));
}

Expected<UnitList> listGiven(const CommandLine &Line,
                             const CompilationDatabase &Database,
                             std::string Remark) {
  Collector Found;
  for (const std::string &File : Line.Files) {
    if (!sys::fs::exists(File))
      return createStringError(File + ": no such file");
    if (sys::fs::is_directory(File))
      return createStringError(File + " is a folder; name files, or none for "
                                      "all of the compile database");
    std::string Path = absolute(File);
    std::vector<CompileCommand> Commands = Database.getCompileCommands(Path);
    if (Commands.empty())
      return createStringError(File + ": the compile database has no command "
                                      "for it; give flags behind '--'");
    for (const CompileCommand &Command : Commands)
      Found.add(Command, File);
  }
  return UnitList{Found.take(), std::move(Remark), {}};
}

/// As before, with what else the database lists for a link.
Expected<UnitList> listGiven(const CommandLine &Line, const Database &Read) {
  Expected<UnitList> List = listGiven(Line, *Read.Complete, "");
  if (List && Line.Do == Task::Extract)
    for (const std::string &File : Read.Listed->getAllFiles())
      if (isSource(File))
        List->Program.push_back(File);
  return List;
}

Expected<UnitList> listAll(const Database &Read) {
  Collector Found;
  for (const CompileCommand &Command : Read.Listed->getAllCompileCommands())
    if (isSource(Command.Filename))
      Found.add(Command, "");
  UnitList List{Found.take(), "", {}};
  if (List.Units.empty())
    return createStringError(Read.Path + " lists no C or C++ file, so nothing "
                                         "was analysed; name the files");
  return List;
}

} // namespace

Expected<UnitList> findUnits(const CommandLine &Line) {
  if (Line.Flags) {
    if (Line.Files.empty())
      return createStringError("name the files that the flags behind '--' "
                               "are for");
    clang::tooling::FixedCompilationDatabase Fixed(".", *Line.Flags);
    return listGiven(Line, Fixed, "");
  }
  auto Path = findDatabase(Line.BuildDirectory);
  if (!Path)
    return Path.takeError();
  if (Path->empty()) {
    if (Line.Files.empty())
      return createStringError(
          "no compile_commands.json here or above; give its folder with -p, "
          "or name files and give their flags behind '--'");
    clang::tooling::FixedCompilationDatabase Plain(".", {});
    return listGiven(Line, Plain,
                     "no compile_commands.json here or above: compiling "
                     "without flags; give -p DIR, or flags behind '--'");
  }
  auto Read = readDatabase(*Path);
  if (!Read)
    return Read.takeError();
  return Line.Files.empty() ? listAll(*Read) : listGiven(Line, *Read);
}

} // namespace cursor_tidy::tool
