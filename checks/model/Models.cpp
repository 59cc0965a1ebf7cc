//===- Models.cpp - loading and looking up
//----------------------------------===//
//
// Gathers the embedded files and the user's into one set and indexes it by
// name. A user's function goes before the project's of the same name, so that
// it wins.
//
//===----------------------------------------------------------------------===//
#include "model/Models.h"

#include "model/Embedded.h"
#include "model/Reader.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/MemoryBuffer.h"

#include <algorithm>

using namespace cursor_tidy;
using namespace cursor_tidy::model;

llvm::Error Models::add(std::string_view Text, std::string_view File) {
  llvm::Expected<ModelFile> Read = readModel(Text, File);
  if (!Read)
    return Read.takeError();
  add(std::move(*Read));
  return llvm::Error::success();
}

/// Joins a file to what is there: a driver of a known name gets further
/// handles, headers and macros; its level and title are the later file's.
void Models::add(ModelFile Read) {
  for (Driver &New : Read.Drivers) {
    auto Known =
        std::find_if(Drivers.begin(), Drivers.end(),
                     [&](const Driver &D) { return D.Name == New.Name; });
    if (Known == Drivers.end()) {
      Drivers.push_back(std::move(New));
      continue;
    }
    Known->Title = New.Title;
    Known->Level = New.Level;
    Known->DeclaredBy = New.DeclaredBy;
    Known->Source = New.Source;
    std::move(New.Headers.begin(), New.Headers.end(),
              std::back_inserter(Known->Headers));
    std::move(New.Macros.begin(), New.Macros.end(),
              std::back_inserter(Known->Macros));
    for (Handle &H : New.Handles) {
      std::erase_if(Known->Handles, [&](const Handle &Old) {
        return Old.Kind.Key == H.Kind.Key;
      });
      Known->Handles.push_back(std::move(H));
    }
  }
  Functions.insert(Functions.begin(),
                   std::make_move_iterator(Read.Functions.begin()),
                   std::make_move_iterator(Read.Functions.end()));
  Classes.insert(Classes.begin(), std::make_move_iterator(Read.Classes.begin()),
                 std::make_move_iterator(Read.Classes.end()));
  std::move(Read.Borrowers.begin(), Read.Borrowers.end(),
            std::back_inserter(Borrowers));
  for (const auto &[Library, Headers] : Read.Headers)
    HeadersOf[Library] = Headers;
  for (const std::string &Name : Read.FromSource)
    FromSource.insert(Name);
  std::move(Read.Likes.begin(), Read.Likes.end(), std::back_inserter(Likes));
}

/// `std::mutex` of a namespace is `boost::mutex` in another; false when the
/// name is of neither.
static bool moveTo(const Likeness &Like, std::string &Name) {
  std::string From = Like.From + "::";
  if (!Name.starts_with(From))
    return false;
  Name.replace(0, From.size(), Like.To + "::");
  return true;
}

/// What a library has like another one comes last, so that its own entries win.
void Models::addLikes() {
  for (const Likeness &Like : Likes) {
    for (size_t I = 0, End = Functions.size(); I < End; ++I) {
      if (Functions[I].Library != Like.Library)
        continue;
      Function Copy = Functions[I];
      if (!moveTo(Like, Copy.Name))
        continue;
      for (std::string &Type : Copy.Types)
        moveTo(Like, Type);
      Copy.Library.clear();
      Functions.push_back(std::move(Copy));
    }
    for (size_t I = 0, End = Classes.size(); I < End; ++I) {
      if (Classes[I].Library != Like.Library)
        continue;
      Class Copy = Classes[I];
      std::erase_if(Copy.Names,
                    [&](std::string &Name) { return !moveTo(Like, Name); });
      Copy.Library.clear();
      Classes.push_back(std::move(Copy));
    }
  }
}

/// Pointers go into deques that are not touched any more.
void Models::index() {
  addLikes();
  for (const Function &F : Functions)
    ByName[F.Name].push_back(&F);
  for (const Class &C : Classes)
    for (const std::string &Name : C.Names)
      ByClass.try_emplace(Name, &C);
  for (const Driver &D : Drivers) {
    if (!D.Headers.empty())
      HeadersOf[D.Name] = D.Headers;
    for (const Handle &H : D.Handles) {
      ByKey.try_emplace(H.Kind.Key, &H);
      for (const std::string &Type : H.Types)
        ByType.try_emplace(Type, &H);
    }
  }
}

llvm::Expected<Models> Models::load(const std::vector<std::string> &Files,
                                    std::vector<ModelFile> Own) {
  Models Result;
  for (const EmbeddedFile &File : embeddedFiles())
    if (llvm::Error Error = Result.add(File.Text, File.Name))
      return std::move(Error);
  for (const std::string &File : Files) {
    auto Buffer = llvm::MemoryBuffer::getFile(File);
    if (!Buffer)
      return llvm::createStringError(
          Buffer.getError(), File + ": the model file cannot be read: " +
                                 Buffer.getError().message());
    std::string_view Text((*Buffer)->getBufferStart(),
                          (*Buffer)->getBufferSize());
    if (llvm::Error Error = Result.add(Text, File))
      return std::move(Error);
  }
  for (ModelFile &Last : Own)
    Result.add(std::move(Last));
  Result.index();
  return Result;
}

/// Whether a unit knows each part of one of these names.
static bool isNeeded(const EmbeddedFile &File,
                     llvm::function_ref<bool(llvm::StringRef)> Knows) {
  return File.Needed.empty() ||
         llvm::any_of(File.Needed, [&](llvm::StringRef Name) {
           llvm::SmallVector<llvm::StringRef, 4> Parts;
           Name.split(Parts, "::");
           return llvm::all_of(Parts, Knows);
         });
}

Models Models::loadFor(llvm::function_ref<bool(llvm::StringRef)> Knows) {
  Models Result;
  for (const EmbeddedFile &File : embeddedFiles())
    if (isNeeded(File, Knows))
      llvm::cantFail(Result.add(File.Text, File.Name));
  Result.index();
  return Result;
}

llvm::Expected<Models>
Models::with(const std::vector<std::string> &Texts) const {
  Models Result;
  Result.Drivers = Drivers;
  Result.Functions = Functions;
  Result.Classes = Classes;
  Result.Borrowers = Borrowers;
  Result.FromSource = FromSource;
  Result.HeadersOf = HeadersOf;
  for (const std::string &Text : Texts)
    if (llvm::Error Error = Result.add(Text, "declarations"))
      return std::move(Error);
  Result.index();
  return Result;
}

llvm::Expected<Models> Models::read(std::string_view Text,
                                    std::string_view File) {
  Models Result;
  if (llvm::Error Error = Result.add(Text, File))
    return std::move(Error);
  Result.index();
  return Result;
}

/// A model's word fits a declaration's when it is empty or the same; a word
/// without ` &&` fits either form, and `(T)` any callable that takes a T first.
static bool fits(std::string_view Model, std::string_view Declared) {
  if (Model.empty() || Model == Declared)
    return true;
  constexpr std::string_view Rvalue = " &&";
  bool IsRvalue = Declared.ends_with(Rvalue);
  if (IsRvalue)
    Declared.remove_suffix(Rvalue.size());
  if (Declared.ends_with(")")) {
    size_t Takes = Declared.rfind('(');
    if (Model.starts_with("("))
      return Model == Declared.substr(Takes);
    Declared = Declared.substr(0, Takes);
    if (IsRvalue && Model.ends_with(Rvalue))
      Model.remove_suffix(Rvalue.size());
  }
  return Model == Declared || (Model == "*" && Declared.ends_with(" *"));
}

static bool fits(const Function &F, std::span<const std::string> Types) {
  for (size_t I = 0; I < F.Types.size(); ++I)
    if (!fits(F.Types[I], I < Types.size() ? std::string_view(Types[I])
                                           : std::string_view()))
      return false;
  return true;
}

const Function *Models::function(std::string_view QualifiedName,
                                 unsigned Parameters,
                                 std::span<const std::string> Types) const {
  auto Found = ByName.find(QualifiedName);
  if (Found == ByName.end())
    return nullptr;
  for (const Function *F : Found->second)
    if (F->MinParams <= Parameters && Parameters <= F->MaxParams &&
        fits(*F, Types))
      return F;
  return nullptr;
}

const Function *Models::field(std::string_view Record,
                              std::string_view Field) const {
  std::string Name(Record);
  Name += "::";
  Name += Field;
  auto Found = ByName.find(Name);
  return Found == ByName.end() ? nullptr : Found->second.front();
}

const Handle *Models::handle(std::string_view TypeName) const {
  return ByType.lookup(TypeName);
}

const Handle *Models::handleOf(facts::Name Key) const {
  auto Found = ByKey.find(Key);
  return Found == ByKey.end() ? nullptr : Found->second;
}

static bool endsOf(const std::vector<std::string> &Ends,
                   std::string_view Path) {
  return std::any_of(Ends.begin(), Ends.end(), [&](const std::string &End) {
    return Path.ends_with(End) || Path == std::string_view(End).substr(1);
  });
}

const Driver *Models::driverOfHeader(std::string_view Path) const {
  for (const Driver &D : Drivers)
    if (endsOf(D.Headers, Path))
      return &D;
  return nullptr;
}

bool Models::isHeaderOf(std::string_view Library, std::string_view Path) const {
  auto Found = HeadersOf.find(Library);
  return Found == HeadersOf.end() || endsOf(Found->second, Path);
}

bool Models::isBorrowerHeader(std::string_view Path) const {
  return endsOf(Borrowers, Path);
}

const Class *Models::modelledClass(std::string_view QualifiedName) const {
  return ByClass.lookup(QualifiedName);
}
