//===- Database.cpp - finds and reads the compile database
//-------------------===//
//
// Clang's reader accepts YAML and says little about what it cannot read, so the
// file is checked as JSON first and Clang reads only what is well formed.
//
//===----------------------------------------------------------------------===//
#include "Database.h"

#include "PlainCommands.h"

#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <nlohmann/json.hpp>

using namespace llvm;
using namespace clang::tooling;

namespace cursor_tidy::tool {
namespace {

constexpr StringRef JsonName = "compile_commands.json";
constexpr StringRef FlagsName = "compile_flags.txt";

/// The database in a folder, or empty.
std::string databaseIn(StringRef Folder) {
  for (StringRef Name : {JsonName, FlagsName}) {
    SmallString<256> Path(Folder);
    sys::path::append(Path, Name);
    if (sys::fs::is_regular_file(Path))
      return std::string(Path);
  }
  return "";
}

/// What is wrong with an entry, or nothing.
StringRef faultOf(const nlohmann::json &Entry) {
  if (!Entry.is_object())
    return "is not an object";
  for (const char *Key : {"directory", "file"})
    if (!Entry.contains(Key) || !Entry[Key].is_string())
      return *Key == 'd' ? "has no text 'directory'" : "has no text 'file'";
  if (Entry.contains("arguments")) {
    const auto &Arguments = Entry["arguments"];
    if (!Arguments.is_array() || Arguments.empty() ||
        !all_of(Arguments, [](const auto &Word) { return Word.is_string(); }))
      return "has 'arguments' that are no list of texts";
  } else if (!Entry.contains("command") || !Entry["command"].is_string()) {
    return "has neither 'command' nor 'arguments'";
  }
  return "";
}

/// Checks that a database is what the JSON format of Clang's manual asks for.
Error checkJson(StringRef Path, StringRef Text) {
  if (Text.trim().empty())
    return createStringError(Path + " is empty");
  nlohmann::json Read;
  try {
    Read = nlohmann::json::parse(Text.begin(), Text.end());
  } catch (const nlohmann::json::parse_error &Wrong) {
    StringRef Before = Text.take_front(Wrong.byte ? Wrong.byte - 1 : 0);
    size_t Line = Before.count('\n') + 1;
    size_t Column = Before.size() - (Before.rfind('\n') + 1) + 1;
    return createStringError(Path + ":" + Twine(Line) + ":" + Twine(Column) +
                             ": not valid JSON; write the database again");
  }
  if (!Read.is_array())
    return createStringError(Path + " is no compile database: not a list of "
                                    "compile commands");
  for (size_t I = 0; I != Read.size(); ++I)
    if (StringRef Fault = faultOf(Read[I]); !Fault.empty())
      return createStringError(Path + ": entry " + Twine(I + 1) + " " + Fault);
  return Error::success();
}

Expected<Database> readJson(StringRef Path) {
  auto Text = MemoryBuffer::getFile(Path);
  if (!Text)
    return createStringError("cannot read " + Path + ": " +
                             Text.getError().message());
  if (Error Wrong = checkJson(Path, (*Text)->getBuffer()))
    return std::move(Wrong);

  std::string Message;
  auto Load = [&] {
    return JSONCompilationDatabase::loadFromFile(
        Path, Message, JSONCommandLineSyntax::AutoDetect);
  };
  StringRef Folder = sys::path::parent_path(Path);
  auto Expand = [Folder](std::unique_ptr<CompilationDatabase> Base) {
    return inferTargetAndDriverMode(expandResponseFiles(
        plainCommands(std::move(Base), Folder), vfs::getRealFileSystem()));
  };
  Database Read{Path.str(), nullptr, nullptr};
  auto Listed = Load(), Again = Load();
  if (!Listed || !Again)
    return createStringError(Path + ": " + Message);
  Read.Listed = Expand(std::move(Listed));
  Read.Complete = Expand(inferMissingCompileCommands(std::move(Again)));
  return Read;
}

Expected<Database> readFlags(StringRef Path) {
  std::string Message;
  auto Load = [&] {
    return FixedCompilationDatabase::loadFromFile(Path, Message);
  };
  Database Read{Path.str(), Load(), Load()};
  if (!Read.Listed || !Read.Complete)
    return createStringError("cannot read " + Path + ": " + Message);
  return Read;
}

} // namespace

Expected<std::string> findDatabase(StringRef Given) {
  if (!Given.empty()) {
    if (sys::fs::is_regular_file(Given))
      return Given.str();
    if (!sys::fs::is_directory(Given))
      return createStringError("-p " + Given + ": no such folder");
    if (std::string Path = databaseIn(Given); !Path.empty())
      return Path;
    return createStringError("-p " + Given + ": no " + JsonName +
                             " in it; let CMake write one with "
                             "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON");
  }
  SmallString<256> Folder;
  if (sys::fs::current_path(Folder))
    return "";
  for (StringRef At = Folder; !At.empty(); At = sys::path::parent_path(At)) {
    if (std::string Path = databaseIn(At); !Path.empty())
      return Path;
    SmallString<256> Build(At);
    sys::path::append(Build, "build");
    if (std::string Path = databaseIn(Build); !Path.empty())
      return Path;
  }
  return "";
}

Expected<Database> readDatabase(StringRef Path) {
  SmallString<256> Absolute(Path);
  // It fails where there is no current folder; then the path is read as given.
  (void)sys::fs::make_absolute(Absolute);
  return sys::path::filename(Path) == FlagsName ? readFlags(Absolute)
                                                : readJson(Absolute);
}

} // namespace cursor_tidy::tool
