//===- ReadModel.cpp - the parts of a model file
//----------------------------===//
//
// Drivers, handles, functions, classes: which keys they have and what they
// become. The bodies of functions are Sugar.cpp's.
//
//===----------------------------------------------------------------------===//
#include "model/Copies.h"
#include "model/Reader.h"
#include "model/Sugar.h"

using namespace cursor_tidy;
using namespace cursor_tidy::model;

using Kind = JsonNode::Kind;

namespace {

/// Reads one file from its root.
class FileReader {
public:
  explicit FileReader(std::string_view File) : Read(File) {}

  ModelFile file(const JsonNode &Root);
  void library(ModelFile &Into, const JsonNode &Root);
  llvm::Error takeError() { return Read.takeError(); }

private:
  Driver driver(const JsonNode &Root);
  Handle handle(const JsonNode &Entry, const Driver &Of, const JsonNode &Root);
  void inChild(facts::HandleKind &Kind, const JsonNode &Entry);
  LevelMacro macro(const JsonNode &Entry);
  Evidence evidence(const JsonNode &Entry);
  void functions(ModelFile &Into, const JsonNode &Root);
  void classes(ModelFile &Into, const JsonNode &Root);
  Likeness likeness(const JsonNode &Entry);
  Function function(const JsonNode &Entry);
  void arity(Function &Of, const JsonNode &Entry);
  std::vector<std::string> names(const JsonNode &Entry);
  const JsonNode &list(const JsonNode &Object, std::string_view Key);

  Reader Read;
  std::string DriverName, LibraryName;
  bool CountsCopies = false; ///< some class counts who shares its handle
};

/// `lock_guard` of `std::lock_guard`.
std::string_view lastPart(std::string_view Qualified) {
  size_t At = Qualified.rfind("::");
  return At == Qualified.npos ? Qualified : Qualified.substr(At + 2);
}

/// The qualified name of a class's method; `constructor` and `destructor` are
/// words for those.
std::string methodName(const std::string &Class, const std::string &Method) {
  std::string Last(lastPart(Class));
  if (Method == "constructor")
    return Class + "::" + Last;
  if (Method == "destructor")
    return Class + "::~" + Last;
  return Class + "::" + Method;
}

} // namespace

const JsonNode &FileReader::list(const JsonNode &Object, std::string_view Key) {
  const JsonNode &Found = Read.member(Object, Key);
  if (Found.What != Kind::Null && Found.What != Kind::List)
    Read.expect(Found, "a list");
  return Found;
}

Evidence FileReader::evidence(const JsonNode &Entry) {
  return Read.word<Evidence>(Entry, "evidence",
                             {{"documented", Evidence::Documented},
                              {"source", Evidence::Source},
                              {"header", Evidence::Header},
                              {"run", Evidence::Run},
                              {"maintainer", Evidence::Maintainer},
                              {"inferred", Evidence::Inferred},
                              {"assumed", Evidence::Assumed}},
                             Evidence::Documented);
}

LevelMacro FileReader::macro(const JsonNode &Entry) {
  Read.onlyKeys(Entry, {"macro", "value", "level", "source", "evidence"});
  LevelMacro M;
  M.Macro = Read.requiredText(Entry, "macro");
  M.Value = Read.number(Entry, "value", 0);
  M.Is.Level = static_cast<int8_t>(Read.number(Entry, "level", 1));
  M.Is.By = facts::Name(M.Macro + "=" + std::to_string(M.Value));
  return M;
}

/// What comes of a use in the child of a fork, said of one handle or of all.
void FileReader::inChild(facts::HandleKind &Kind, const JsonNode &Entry) {
  const JsonNode *Said = Entry.find("inChild");
  if (!Said)
    return;
  Read.onlyKeys(*Said, {"use", "close"});
  Kind.UsedInChild = facts::Name(Read.text(*Said, "use"));
  Kind.ClosedInChild = facts::Name(Read.text(*Said, "close"));
}

Handle FileReader::handle(const JsonNode &Entry, const Driver &Of,
                          const JsonNode &Root) {
  Read.onlyKeys(Entry, {"handle", "type", "spellings", "written",
                        "publicFields", "role", "sharing", "level",
                        "declaredBy", "closer", "limit", "closeIsLocal",
                        "boundToProcess", "inChild", "source", "evidence"});
  Handle H;
  std::string Short = Read.requiredText(Entry, "handle");
  std::string Type = Read.text(Entry, "type");
  H.Types = Read.texts(Entry, "spellings");
  H.Written = Read.word<Spelling>(Entry, "written",
                                  {{"object", Spelling::Object},
                                   {"pointer", Spelling::Pointer},
                                   {"sugar", Spelling::Sugar},
                                   {"address", Spelling::Address}},
                                  Spelling::Object);
  H.HasPublicFields = Read.flag(Entry, "publicFields");
  H.Source = Read.requiredText(Entry, "source");
  H.How = evidence(Entry);
  facts::HandleKind &K = H.Kind;
  K.Key = facts::Name(Of.Name + "/" + Short);
  K.Driver = facts::Name(Of.Name);
  K.Title = facts::Name(Of.Title);
  K.Type = facts::Name(Type.empty() ? Short : Type);
  K.Is = Read.word<facts::Role>(Entry, "role",
                                {{"environment", facts::Role::Environment},
                                 {"connection", facts::Role::Connection},
                                 {"cursor", facts::Role::Cursor}},
                                facts::Role::Connection);
  K.Sharing = Read.word<facts::Word>(Entry, "sharing",
                                     {{"shared", facts::Word::Shared},
                                      {"read-shared", facts::Word::ReadShared},
                                      {"serial", facts::Word::Serial},
                                      {"pinned", facts::Word::Pinned}},
                                     facts::Word::Serial);
  K.Level = static_cast<int8_t>(Read.number(Entry, "level", Of.Level));
  K.DeclaredBy = facts::Name(Read.text(Entry, "declaredBy"));
  K.Assumed = H.How == Evidence::Assumed || H.How == Evidence::Inferred;
  K.Closer = facts::Name(Read.text(Entry, "closer"));
  K.Limit = facts::Name(Read.text(Entry, "limit"));
  K.CloseIsLocal = Read.flag(Entry, "closeIsLocal");
  if (Entry.find("inChild"))
    inChild(K, Entry);
  else if (!K.CloseIsLocal)
    inChild(K, Root);
  K.BoundToProcess = Read.flag(Entry, "boundToProcess");
  return H;
}

Driver FileReader::driver(const JsonNode &Root) {
  Driver D;
  D.Name = DriverName;
  D.Title = Read.requiredText(Root, "title");
  const JsonNode &Level = Read.member(Root, "level");
  if (!Root.find("level"))
    Read.missing(Root, "level");
  D.Level = static_cast<int8_t>(Read.number(Root, "level", 1));
  if (D.Level < 0 || D.Level > 3)
    Read.expect(Level, "a level from 0 to 3");
  D.DeclaredBy = Read.requiredText(Root, "declaredBy");
  D.Source = Read.text(Root, "source");
  D.Headers = Read.texts(Root, "headers");
  for (const JsonNode &Entry : list(Root, "macros").Items)
    D.Macros.push_back(macro(Entry));
  for (const JsonNode &Entry : list(Root, "handles").Items) {
    D.Handles.push_back(handle(Entry, D, Root));
    facts::HandleKind &K = D.Handles.back().Kind;
    if (K.DeclaredBy.empty())
      K.DeclaredBy = facts::Name(D.DeclaredBy);
  }
  return D;
}

/// `"params": 5`, or `[1, 3]` for from 1 to 3, or `[1]` for 1 and more.
void FileReader::arity(Function &Of, const JsonNode &Entry) {
  const JsonNode &Found = Read.member(Entry, "params");
  switch (Found.What) {
  case Kind::Null:
    return;
  case Kind::Int:
    Of.MinParams = Of.MaxParams = static_cast<unsigned>(Found.Number);
    return;
  case Kind::List:
    if (Found.Items.size() == 1 || Found.Items.size() == 2) {
      Of.MinParams = static_cast<unsigned>(Found.Items.front().Number);
      if (Found.Items.size() == 2)
        Of.MaxParams = static_cast<unsigned>(Found.Items.back().Number);
      return;
    }
    [[fallthrough]];
  default:
    Read.expect(Found, "a number of parameters, [least] or [least, most]");
  }
}

std::vector<std::string> FileReader::names(const JsonNode &Entry) {
  if (Entry.find("field")) {
    const JsonNode &Field = Read.member(Entry, "field");
    Read.onlyKeys(Field, {"records", "name"});
    std::vector<std::string> Names;
    for (const std::string &Record : Read.texts(Field, "records"))
      Names.push_back(Record + "::" + Read.requiredText(Field, "name"));
    return Names;
  }
  std::vector<std::string> Names = Read.texts(Entry, "name");
  if (Names.empty())
    Read.missing(Entry, "name");
  return Names;
}

Function FileReader::function(const JsonNode &Entry) {
  Read.onlyKeys(Entry, {"name",
                        "field",
                        "params",
                        "types",
                        "accesses",
                        "invalidates",
                        "keeps",
                        "does",
                        "cases",
                        "opens",
                        "closes",
                        "borrows",
                        "finds",
                        "result",
                        "resetsAfterFork",
                        "noreturn",
                        "safeFromAnyThread",
                        "protocol",
                        "source",
                        "evidence"});
  Function F;
  arity(F, Entry);
  F.Types = Read.texts(Entry, "types");
  F.Does = readBody(Read, Entry, DriverName);
  F.Driver = DriverName;
  F.Library = LibraryName;
  F.IsNoReturn = Read.flag(Entry, "noreturn");
  F.SafeFromAnyThread = Read.flag(Entry, "safeFromAnyThread");
  F.Source = Read.text(Entry, "source");
  F.How = evidence(Entry);
  return F;
}

void FileReader::functions(ModelFile &Into, const JsonNode &Root) {
  for (const JsonNode &Entry : list(Root, "functions").Items) {
    Function Prototype = function(Entry);
    for (std::string &Name : names(Entry)) {
      Into.Functions.push_back(Prototype);
      Into.Functions.back().Name = std::move(Name);
    }
  }
}

void FileReader::classes(ModelFile &Into, const JsonNode &Root) {
  for (const JsonNode &Entry : list(Root, "classes").Items) {
    Read.onlyKeys(Entry, {"name", "holds", "partOf", "copies", "rest",
                          "methods", "source", "evidence"});
    Class C;
    C.Names = names(Entry);
    C.Driver = DriverName;
    C.Rest = Read.word<Otherwise>(Entry, "rest",
                                  {{"nothing", Otherwise::Nothing},
                                   {"escapes", Otherwise::Escapes},
                                   {"accesses", Otherwise::Accesses},
                                   {"source", Otherwise::Source}},
                                  DriverName.empty() ? Otherwise::Nothing
                                                     : Otherwise::Accesses);
    C.Holds = Read.word<std::string>(
        Entry, "holds", {{"handle", "<handle>"}, {"status", "<status>"}}, "");
    C.PartOf = Read.text(Entry, "partOf");
    bool Counted = Read.word<bool>(Entry, "copies", {{"counted", true}}, false);
    if (Counted)
      for (const std::string &Of : C.Names)
        for (Function &Copy : countedCopies(Of, DriverName))
          Into.Functions.push_back(std::move(Copy));
    CountsCopies |= Counted;
    C.Library = LibraryName;
    for (const JsonNode &Method : list(Entry, "methods").Items) {
      Function Prototype = function(Method);
      if (Prototype.Source.empty())
        Prototype.Source = Read.text(Entry, "source");
      for (const std::string &Name : names(Method))
        for (const std::string &Of : C.Names) {
          Function &Made = Into.Functions.emplace_back(Prototype);
          Made.Name = methodName(Of, Name);
          if (Counted && Name == "destructor")
            Made.Does = endsWithTheLast(std::move(Made.Does));
        }
    }
    Into.Classes.push_back(std::move(C));
  }
}

Likeness FileReader::likeness(const JsonNode &Entry) {
  Read.onlyKeys(Entry, {"library", "from", "to"});
  return {.Library = Read.requiredText(Entry, "library"),
          .From = Read.requiredText(Entry, "from"),
          .To = Read.requiredText(Entry, "to")};
}

ModelFile FileReader::file(const JsonNode &Root) {
  Read.onlyKeys(Root, {"$schema", "driver", "library", "title", "level",
                       "declaredBy", "headers", "macros", "handles",
                       "functions", "classes", "borrowers", "like",
                       "readFromSource", "inChild", "source", "evidence"});
  ModelFile Result;
  if (Root.find("driver")) {
    DriverName = Read.text(Root, "driver");
    Result.Drivers.push_back(driver(Root));
  } else if (!Root.find("library")) {
    Read.missing(Root, "driver");
  }
  library(Result, Root);
  return Result;
}

void FileReader::library(ModelFile &Into, const JsonNode &Root) {
  LibraryName = Read.text(Root, "library");
  if (!LibraryName.empty() && Root.find("headers"))
    Into.Headers.emplace_back(LibraryName, Read.texts(Root, "headers"));
  functions(Into, Root);
  classes(Into, Root);
  if (CountsCopies)
    for (Function &F : Into.Functions)
      startCounts(F.Does);
  for (const JsonNode &Entry : list(Root, "like").Items)
    Into.Likes.push_back(likeness(Entry));
  Into.Borrowers = Read.texts(Root, "borrowers");
  Into.FromSource = Read.texts(Root, "readFromSource");
}

llvm::Expected<ModelFile> model::readModel(std::string_view Text,
                                           std::string_view File) {
  llvm::Expected<JsonNode> Root = readJson(Text, File);
  if (!Root)
    return Root.takeError();
  FileReader Reader(File);
  ModelFile Result = Reader.file(*Root);
  if (llvm::Error Error = Reader.takeError())
    return std::move(Error);
  return Result;
}

llvm::Expected<ModelFile> model::readLibrary(const JsonNode &Root,
                                             std::string_view File) {
  FileReader Reader(File);
  ModelFile Result;
  Reader.library(Result, Root);
  if (llvm::Error Error = Reader.takeError())
    return std::move(Error);
  return Result;
}
