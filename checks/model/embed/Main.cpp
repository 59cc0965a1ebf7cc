//===- Main.cpp - writes the model files into a source file ---------------===//
//
// Run by the build (Embed.cmake):
//
//   cursor-embed OUTPUT ROOT FILE...
//
// Beside the bytes of each file stand the names without which a unit has no use
// for it, so that the plugin reads only the few that matter. A file that is
// wrong fails the build.
//
//===----------------------------------------------------------------------===//
#include "model/Reader.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <map>
#include <set>

using namespace llvm;
using namespace cursor_tidy;

namespace {

struct Embedding {
  std::string Name; ///< below ROOT
  std::string Text;
  std::set<std::string> Needed;
};

/// `std` of `std::thread::join`, `fork` of `fork`.
std::string outermost(StringRef Qualified) {
  return Qualified.substr(0, Qualified.find("::")).str();
}

/// A driver's file speaks to units that name the type of a handle, a library's
/// to those that name what its functions and classes stand in. What is none of
/// these (the borrowers of all programs, an operator) is needed always.
std::set<std::string> neededBy(const model::ModelFile &File) {
  std::set<std::string> Names;
  for (const model::Driver &Driver : File.Drivers)
    for (const model::Handle &Handle : Driver.Handles)
      Names.insert(Handle.Types.begin(), Handle.Types.end());
  if (!File.Drivers.empty())
    return Names;
  for (const model::Function &Function : File.Functions)
    Names.insert(outermost(Function.Name));
  for (const model::Class &Class : File.Classes)
    for (const std::string &Name : Class.Names)
      Names.insert(outermost(Name));
  for (const std::string &Name : File.FromSource)
    Names.insert(outermost(Name));
  bool AreWords = all_of(Names, [](StringRef Name) {
    return all_of(Name, [](char C) { return isAlnum(C) || C == '_'; });
  });
  return AreWords && File.Borrowers.empty() ? Names : std::set<std::string>();
}

/// What another library has as this one does is needed by its units too.
void addLikes(std::vector<Embedding> &Files,
              const std::vector<model::ModelFile> &Read) {
  for (const model::ModelFile &File : Read)
    for (const model::Likeness &Like : File.Likes)
      for (size_t I = 0; I != Read.size(); ++I)
        if (!Files[I].Needed.empty() && !Read[I].Functions.empty() &&
            Read[I].Functions.front().Library == Like.Library)
          Files[I].Needed.insert(outermost(Like.To));
}

Expected<std::vector<Embedding>> readAll(StringRef Root,
                                         ArrayRef<const char *> Names) {
  std::vector<Embedding> Files;
  std::vector<model::ModelFile> Models;
  for (StringRef Name : Names) {
    std::string Path = (Root + "/" + Name).str();
    auto Buffer = MemoryBuffer::getFile(Path);
    if (!Buffer)
      return createStringError(Path + ": " + Buffer.getError().message());
    StringRef Text = (*Buffer)->getBuffer();
    Expected<model::ModelFile> Model = model::readModel(Text, Path);
    if (!Model)
      return Model.takeError();
    Files.push_back({Name.str(), Text.str(), neededBy(*Model)});
    Models.push_back(std::move(*Model));
  }
  addLikes(Files, Models);
  return Files;
}

void write(ArrayRef<Embedding> Files, raw_ostream &Into) {
  Into << "// Written by cursor-embed from the model files.\n"
          "#include \"model/Embedded.h\"\n\n"
          "using namespace cursor_tidy::model;\n";
  for (size_t I = 0; I != Files.size(); ++I) {
    Into << "\nstatic const unsigned char Text" << I << "[] = {";
    for (size_t At = 0; At != Files[I].Text.size(); ++At)
      Into << (At % 20 ? "" : "\n")
           << static_cast<unsigned>(
                  static_cast<unsigned char>(Files[I].Text[At]))
           << ',';
    Into << "0};\nstatic const std::string_view Needed" << I << "[] = {";
    for (const std::string &Name : Files[I].Needed)
      Into << "\n    \"" << Name << "\",";
    Into << "\n    {}};\n";
  }
  Into << "\nstatic const EmbeddedFile Files[] = {\n";
  for (size_t I = 0; I != Files.size(); ++I)
    Into << "    {\"" << Files[I].Name
         << "\", {reinterpret_cast<const char *>(Text" << I << "), "
         << Files[I].Text.size() << "}, {Needed" << I << ", "
         << Files[I].Needed.size() << "}},\n";
  Into << "};\n\nstd::span<const EmbeddedFile> "
          "cursor_tidy::model::embeddedFiles() {\n  return Files;\n}\n";
}

int fail(Error Wrong) {
  errs() << toString(std::move(Wrong)) << '\n';
  return 1;
}

} // namespace

int main(int Count, const char **Arguments) {
  ArrayRef<const char *> Given(Arguments, static_cast<size_t>(Count));
  if (Given.size() < 3)
    return fail(createStringError("cursor-embed OUTPUT ROOT FILE..."));
  auto Files = readAll(Given[2], Given.drop_front(3));
  if (!Files)
    return fail(Files.takeError());
  std::error_code Code;
  raw_fd_ostream Into(Given[1], Code);
  if (Code)
    return fail(createStringError(Twine(Given[1]) + ": " + Code.message()));
  write(*Files, Into);
  return 0;
}
