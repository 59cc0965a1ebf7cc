//===- PlainCommands.cpp - commands without what stands around them -------===//
#include "PlainCommands.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"

using namespace llvm;
using clang::tooling::CompilationDatabase;
using clang::tooling::CompileCommand;

namespace cursor_tidy::tool {
namespace {

using Words = std::vector<std::string>;

/// `gcc`, `x86_64-linux-gnu-g++-12`, `/usr/bin/clang++`, but no launcher.
bool namesCompiler(StringRef Word) {
  static const Regex Known("^([A-Za-z0-9_.]+-)*(cc|c\\+\\+|gcc|g\\+\\+|clang|"
                           "clang\\+\\+|clang-cl|cl|icc|icpc|icx|icpx|nvcc|"
                           "emcc|em\\+\\+|mpicc|mpicxx|mpic\\+\\+|tcc)"
                           "(-[0-9.]+)?(\\.exe)?$");
  return Known.match(sys::path::filename(Word));
}

/// The commands of a line of the shell. Of one that has no shell there is one.
std::vector<Words> partsOf(const Words &Line) {
  std::vector<Words> Parts(1);
  for (size_t I = 0; I != Line.size(); ++I) {
    StringRef Word = Line[I];
    bool IsDefined = Word.starts_with("-") || (I && Line[I - 1] == "-D");
    bool EndsPart = !IsDefined && Word.consume_back(";");
    if (Word == "&&" || Word == "||" || Word == "|") {
      EndsPart = true;
      Word = "";
    }
    if (Word == ">" || Word == "2>" || Word == "<")
      ++I;
    else if (!Word.starts_with(">") && !Word.starts_with("2>") &&
             (!Word.empty() || !EndsPart))
      Parts.back().push_back(Word.str());
    if (EndsPart)
      Parts.emplace_back();
  }
  return Parts;
}

/// The words from the compiler on; none when no word is a compiler's name with
/// something behind it.
ArrayRef<std::string> fromCompiler(ArrayRef<std::string> Part) {
  auto At = find_if(Part, namesCompiler);
  return At == Part.end() ? ArrayRef<std::string>()
                          : Part.drop_front(At - Part.begin());
}

void makePlain(CompileCommand &Of, StringRef Folder) {
  SmallString<256> In(Of.Directory);
  sys::path::make_absolute(Folder, In);
  SmallString<256> File(Of.Filename);
  sys::path::make_absolute(In, File);
  Of.Filename = std::string(File);
  for (const Words &Part : partsOf(Of.CommandLine)) {
    if (Part.size() == 2 && Part.front() == "cd") {
      SmallString<256> To(Part.back());
      sys::path::make_absolute(In, To);
      In = To;
    } else if (auto Plain = fromCompiler(Part); Plain.size() > 1) {
      Of.CommandLine = Plain.vec();
      break;
    }
  }
  Of.Directory = std::string(In);
}

class Plain : public CompilationDatabase {
public:
  Plain(std::unique_ptr<CompilationDatabase> Base, StringRef Folder)
      : Base(std::move(Base)), Folder(Folder) {}

  std::vector<CompileCommand>
  getCompileCommands(StringRef File) const override {
    return plain(Base->getCompileCommands(File));
  }
  std::vector<std::string> getAllFiles() const override {
    return Base->getAllFiles();
  }
  std::vector<CompileCommand> getAllCompileCommands() const override {
    return plain(Base->getAllCompileCommands());
  }

private:
  std::vector<CompileCommand> plain(std::vector<CompileCommand> All) const {
    for (CompileCommand &Each : All)
      makePlain(Each, Folder);
    return All;
  }

  std::unique_ptr<CompilationDatabase> Base;
  std::string Folder;
};

} // namespace

std::unique_ptr<CompilationDatabase>
plainCommands(std::unique_ptr<CompilationDatabase> Base, StringRef Folder) {
  return std::make_unique<Plain>(std::move(Base), Folder);
}

} // namespace cursor_tidy::tool
