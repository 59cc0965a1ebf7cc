//===- Configuration.cpp - what a project's .cursor-tidy.json says --------===//
//
// The short forms (an executor, a lock, a function that does not return) become
// modelled functions here, so nobody downstream knows them.
//
//===----------------------------------------------------------------------===//
#include "model/Configuration.h"

#include "model/Reader.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace cursor_tidy;
using namespace cursor_tidy::model;

using Kind = JsonNode::Kind;

namespace {

Statement line(std::string Text) {
  return {Statement::Kind::Line, std::move(Text), {}};
}

Function function(std::string Name, Body Does) {
  Function F;
  F.Name = std::move(Name);
  F.Does = std::move(Does);
  F.Source = "the configuration";
  return F;
}

std::string lastPart(const std::string &Qualified) {
  size_t At = Qualified.rfind("::");
  return At == Qualified.npos ? Qualified : Qualified.substr(At + 2);
}

class ConfigurationReader {
public:
  ConfigurationReader(const std::string &File, Configuration &Into)
      : Read(File), Into(Into) {
    Into.File = File;
  }

  llvm::Error read(const JsonNode &Root);

private:
  void levels(const JsonNode &Root);
  void excludes(const JsonNode &Root);
  void executor(const JsonNode &Entry);
  void lock(const JsonNode &Entry);
  void each(const JsonNode &Root, std::string_view Key,
            void (ConfigurationReader::*Do)(const JsonNode &));
  void add(const std::string &Class, const JsonNode &Entry,
           std::string_view Key, const Body &Does);
  /// A path of the file, which is relative to the folder of the file.
  std::string absolute(llvm::StringRef Path) const;

  Reader Read;
  Configuration &Into;
};

} // namespace

std::string ConfigurationReader::absolute(llvm::StringRef Path) const {
  if (llvm::sys::path::is_absolute(Path))
    return Path.str();
  llvm::SmallString<256> Full(llvm::sys::path::parent_path(Into.File));
  llvm::sys::path::append(Full, Path);
  llvm::sys::path::remove_dots(Full, /*remove_dot_dot=*/true);
  return std::string(Full);
}

void ConfigurationReader::levels(const JsonNode &Root) {
  const JsonNode &Found = Read.member(Root, "levels");
  if (Found.What != Kind::Null && Found.What != Kind::Object)
    Read.expect(Found, "an object of drivers and their levels");
  for (const JsonNode &Entry : Found.Items) {
    if (Entry.What != Kind::Int || Entry.Number < 0 || Entry.Number > 3)
      Read.expect(Entry, "a level from 0 to 3");
    Into.Levels.push_back(
        {Entry.Key, static_cast<int>(Entry.Number), Entry.Line});
  }
}

void ConfigurationReader::excludes(const JsonNode &Root) {
  for (const std::string &Pattern : Read.texts(Root, "exclude")) {
    Into.Exclude.push_back(absolute(Pattern));
    if (auto Glob = llvm::GlobPattern::create(Into.Exclude.back()); !Glob) {
      llvm::consumeError(Glob.takeError());
      Read.wrong(
          Read.member(Root, "exclude"), "the pattern \"" + Pattern + "\"",
          "a path or a glob, as in \"third_party\" or \"*_generated.h\"");
    }
  }
}

void ConfigurationReader::each(
    const JsonNode &Root, std::string_view Key,
    void (ConfigurationReader::*Do)(const JsonNode &)) {
  const JsonNode &Found = Read.member(Root, Key);
  if (Found.What != Kind::Null && Found.What != Kind::List)
    Read.expect(Found, "a list");
  for (const JsonNode &Entry : Found.Items)
    (this->*Do)(Entry);
}

/// `"our::Pool::post"`, or an object that says where the callable stands and
/// whether the result waits for it.
void ConfigurationReader::executor(const JsonNode &Entry) {
  if (Entry.What == Kind::Text) {
    Into.Own.Functions.push_back(
        function(Entry.Text, {line("spawn _ arg0 (arg1...)")}));
    return;
  }
  Read.onlyKeys(Entry, {"name", "callable", "result", "many"});
  int64_t At = Read.number(Entry, "callable", 0);
  bool IsFuture = Read.word<bool>(
      Entry, "result", {{"future", true}, {"nothing", false}}, false);
  std::string Spawn = std::string("spawn ") +
                      (IsFuture ? "result.thread" : "_") + " arg" +
                      std::to_string(At) + " (arg" + std::to_string(At + 1) +
                      "...)" + (Read.flag(Entry, "many") ? " many" : "");
  Body Does{line(Spawn)};
  if (IsFuture)
    Does.insert(Does.begin(),
                {line("result.state = 0"), line("result.task = 0")});
  for (const std::string &Name : Read.texts(Entry, "name"))
    Into.Own.Functions.push_back(function(Name, Does));
  if (!Entry.find("name"))
    Read.missing(Entry, "name");
}

void ConfigurationReader::add(const std::string &Class, const JsonNode &Entry,
                              std::string_view Key, const Body &Does) {
  for (const std::string &Name : Read.texts(Entry, Key))
    Into.Own.Functions.push_back(
        function(Class.empty() ? Name : Class + "::" + Name, Does));
}

/// A class with methods, a guard, or two functions that take the lock.
void ConfigurationReader::lock(const JsonNode &Entry) {
  Read.onlyKeys(Entry, {"class", "guard", "lock", "unlock", "lockShared",
                        "unlockShared", "tryLock"});
  for (const std::string &Guard : Read.texts(Entry, "guard")) {
    Into.Own.Functions.push_back(
        function(Guard + "::" + lastPart(Guard),
                 {line("this.*.m = p0"), line("lock p0")}));
    Into.Own.Functions.back().MinParams = 1;
    Into.Own.Functions.push_back(
        function(Guard + "::~" + lastPart(Guard), {line("unlock this.*.m")}));
    Into.Own.Classes.push_back({{Guard}, Otherwise::Nothing});
  }
  std::string Class = Read.text(Entry, "class");
  if (!Class.empty())
    Into.Own.Classes.push_back({{Class}, Otherwise::Nothing});
  std::string Subject = Class.empty() ? "p0" : "this";
  add(Class, Entry, "lock", {line("lock " + Subject)});
  add(Class, Entry, "lockShared", {line("lock shared " + Subject)});
  for (std::string_view Key : {"unlock", "unlockShared"})
    add(Class, Entry, Key, {line("unlock " + Subject)});
  Statement Tried{
      Statement::Kind::Either,
      "",
      {{line("lock " + Subject), line("result = 1")}, {line("result = 0")}}};
  add(Class, Entry, "tryLock", {Tried});
  if (Entry.What == Kind::Object && !Entry.find("guard") && !Entry.find("lock"))
    Read.missing(Entry, "lock");
}

llvm::Error ConfigurationReader::read(const JsonNode &Root) {
  Read.onlyKeys(Root, {"$schema", "levels", "models", "exclude",
                       "throwingCalls", "executors", "locks", "noreturn",
                       "functions", "classes", "borrowers"});
  levels(Root);
  for (const std::string &Path : Read.texts(Root, "models"))
    Into.Models.push_back(absolute(Path));
  excludes(Root);
  Into.ThrowingCalls = Read.flag(Root, "throwingCalls");
  each(Root, "executors", &ConfigurationReader::executor);
  each(Root, "locks", &ConfigurationReader::lock);
  for (const std::string &Name : Read.texts(Root, "noreturn")) {
    Into.Own.Functions.push_back(function(Name, {line("leave exit")}));
    Into.Own.Functions.back().IsNoReturn = true;
  }
  if (llvm::Error Wrong = Read.takeError())
    return Wrong;
  llvm::Expected<ModelFile> Spelled = readLibrary(Root, Into.File);
  if (!Spelled)
    return Spelled.takeError();
  auto Move = [](auto &From, auto &To) {
    To.insert(To.end(), std::make_move_iterator(From.begin()),
              std::make_move_iterator(From.end()));
  };
  Move(Spelled->Functions, Into.Own.Functions);
  Move(Spelled->Classes, Into.Own.Classes);
  Move(Spelled->Borrowers, Into.Own.Borrowers);
  Move(Spelled->FromSource, Into.Own.FromSource);
  return llvm::Error::success();
}

llvm::Expected<Configuration> model::readConfiguration(llvm::StringRef Path) {
  auto Text = llvm::MemoryBuffer::getFile(Path);
  if (!Text)
    return llvm::createStringError(
        Text.getError(), Path + ": the configuration cannot be read: " +
                             Text.getError().message());
  llvm::SmallString<256> Real;
  std::string File =
      llvm::sys::fs::real_path(Path, Real) ? Path.str() : std::string(Real);
  llvm::Expected<JsonNode> Root = readJson((*Text)->getBuffer(), File);
  if (!Root)
    return Root.takeError();
  Configuration Result;
  if (llvm::Error Wrong = ConfigurationReader(File, Result).read(*Root))
    return std::move(Wrong);
  return Result;
}

std::string model::findConfiguration(llvm::StringRef SourceFile) {
  llvm::SmallString<256> Full(SourceFile);
  // It fails where there is no current folder; then the path stays as given.
  (void)llvm::sys::fs::make_absolute(Full);
  llvm::sys::path::remove_dots(Full, /*remove_dot_dot=*/true);
  for (llvm::StringRef At = llvm::sys::path::parent_path(Full); !At.empty();
       At = llvm::sys::path::parent_path(At)) {
    llvm::SmallString<256> Path(At);
    llvm::sys::path::append(Path, ConfigurationName);
    if (llvm::sys::fs::is_regular_file(Path))
      return std::string(Path);
  }
  return "";
}
