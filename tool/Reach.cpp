//===- Reach.cpp - which units can matter ---------------------------------===//
#include "Reach.h"

#include "ParseUnit.h"
#include "extract/DeclaredWords.h"
#include "extract/System.h"
#include "model/Effects.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// The last part of a qualified name.
StringRef lastPart(StringRef Qualified) {
  size_t At = Qualified.rfind("::");
  return At == StringRef::npos ? Qualified : Qualified.drop_front(At + 2);
}

/// A header that no project writes: its path tells what it is, and its text is
/// only searched for what it may declare itself.
bool isOfSystem(StringRef Path) {
  if (extract::isInstalled(Path))
    return true;
  std::string Own = resourceFolder();
  return !Own.empty() && Path.starts_with(Own);
}

/// Grows the set of units until nothing is added.
class Growth {
public:
  Growth(ArrayRef<UnitText> Units, const model::Models &Models);

  std::vector<bool> run();

private:
  void add(const Definition &Of);
  bool calls(const UnitText &In, const Definition &Of) const;
  bool growByCalls(size_t Unit);
  bool growByEffects(size_t Unit);
  void reach(size_t Unit);

  ArrayRef<UnitText> Units;
  std::vector<bool> Reached;
  DenseSet<Word> Effects;
  /// The functions that matter: by name the scopes in which they stand.
  DenseMap<Word, SmallVector<Word, 2>> Matters;
  DenseSet<Word> Mentioned; ///< by what matters
  DenseSet<const Definition *> Added;
};

Growth::Growth(ArrayRef<UnitText> Units, const model::Models &Models)
    : Units(Units), Reached(Units.size()) {
  for (const model::Function &Function : Models.functions())
    if (model::hasEffect(Function))
      Effects.insert(wordOf(lastPart(Function.Name).ltrim('~')));
}

void Growth::add(const Definition &Of) {
  if (!Added.insert(&Of).second)
    return;
  Mentioned.insert_range(Of.Words);
  SmallVector<Word, 2> &Scopes = Matters[Of.Name];
  if (!is_contained(Scopes, Of.Scope))
    Scopes.push_back(Of.Scope);
}

/// Whether a function mentions one that matters, in a unit that has heard of
/// the class or namespace of that one.
bool Growth::calls(const UnitText &In, const Definition &Of) const {
  return any_of(Of.Words, [&](Word Each) {
    auto Found = Matters.find(Each);
    return Found != Matters.end() && any_of(Found->second, [&](Word Scope) {
             return !Scope || any_of(In.Files, [&](const auto &File) {
               return File->mentions(Scope);
             });
           });
  });
}

/// All that a unit defines matters when it sees a driver.
void Growth::reach(size_t Unit) {
  Reached[Unit] = true;
  static const Word Main = wordOf("main");
  for (const auto &File : Units[Unit].Files)
    for (const Definition &Each : File->Definitions) {
      Mentioned.insert_range(Each.Words);
      if (File == Units[Unit].Files.front() && Each.IsExported &&
          Each.Name != Main)
        add(Each);
    }
}

/// An inline function of a header that calls one that matters is one, too; the
/// unit only matters when its own file calls either.
bool Growth::growByCalls(size_t Unit) {
  bool Grew = false;
  for (const auto &File : Units[Unit].Files) {
    bool IsMain = File == Units[Unit].Files.front();
    for (const Definition &Each : File->Definitions)
      if ((IsMain || Each.HasBody) && !Added.contains(&Each) &&
          calls(Units[Unit], Each)) {
        add(Each);
        Reached[Unit] = Reached[Unit] || IsMain;
        Grew = true;
      }
  }
  return Grew;
}

bool Growth::growByEffects(size_t Unit) {
  if (Units[Unit].Files.empty())
    return false;
  bool Grew = false;
  for (const Definition &Each : Units[Unit].Files.front()->Definitions)
    if (Each.IsExported && Mentioned.contains(Each.Name) &&
        !Added.contains(&Each) &&
        any_of(Each.Words, [&](Word W) { return Effects.contains(W); })) {
      Added.insert(&Each);
      Mentioned.insert_range(Each.Words);
      Reached[Unit] = Grew = true;
    }
  return Grew;
}

std::vector<bool> Growth::run() {
  for (size_t I = 0; I != Units.size(); ++I)
    if (Units[I].SeesDriver)
      reach(I);
  for (bool Grew = true; Grew;) {
    Grew = false;
    for (size_t I = 0; I != Units.size(); ++I)
      if (!Units[I].SeesDriver) {
        bool Calls = growByCalls(I), Acts = growByEffects(I);
        Grew = Grew || Calls || Acts;
      }
  }
  return Reached;
}

} // namespace

TextReader::TextReader(const model::Models &Models) : Models(Models) {
  for (const model::Driver &Driver : Models.drivers())
    for (const model::Handle &Handle : Driver.Handles)
      for (const std::string &Type : Handle.Types) {
        Handles.emplace_back();
        SmallVector<StringRef, 4> Parts;
        StringRef(Type).split(Parts, "::");
        for (StringRef Part : Parts)
          Handles.back().push_back(wordOf(Part));
      }
}

void TextReader::know(StringRef Path, std::shared_ptr<const Outline> Says) {
  std::lock_guard Lock(Guard);
  Known.try_emplace(Path, std::move(Says));
}

std::shared_ptr<const Outline> TextReader::known(StringRef Path) {
  std::lock_guard Lock(Guard);
  return Known.lookup(Path);
}

std::shared_ptr<const Outline> TextReader::outline(StringRef Path) {
  if (auto Found = known(Path))
    return Found;
  auto Text = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                    /*RequiresNullTerminator=*/false);
  auto Read = std::make_shared<const Outline>(
      Text ? outlineOf((*Text)->getBuffer()) : Outline());
  std::lock_guard Lock(Guard);
  return Known.try_emplace(Path, Read).first->second;
}

bool TextReader::installedDeclares(StringRef Path) {
  {
    std::lock_guard Lock(Guard);
    if (auto Found = Declaring.find(Path); Found != Declaring.end())
      return Found->second;
  }
  auto Text = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                    /*RequiresNullTerminator=*/false);
  bool Result =
      Text && extract::mayDeclare((*Text)->getBuffer(), /*IsInstalled=*/true);
  std::lock_guard Lock(Guard);
  Declaring[Path] = Result;
  return Result;
}

bool TextReader::seesDriver(ArrayRef<StringRef> Files, const UnitText &Text) {
  if (any_of(Files, [&](StringRef File) {
        return Models.driverOfHeader(File) != nullptr;
      }))
    return true;
  auto Mentions = [&](Word Part) {
    return any_of(Text.Files,
                  [&](const auto &File) { return File->mentions(Part); });
  };
  return any_of(Handles,
                [&](const std::vector<Word> &Type) {
                  return all_of(Type, Mentions);
                }) ||
         any_of(Text.Files, [](const auto &File) { return File->Declares; }) ||
         any_of(Files, [&](StringRef File) {
           return isOfSystem(File) && installedDeclares(File);
         });
}

UnitText TextReader::read(ArrayRef<StringRef> Files) {
  UnitText Result;
  if (Files.empty()) {
    Result.SeesDriver = true;
    return Result;
  }
  for (const StringRef &File : Files)
    if (&File == Files.data() || !isOfSystem(File))
      Result.Files.push_back(outline(File));
  Result.SeesDriver = seesDriver(Files, Result);
  return Result;
}

std::vector<bool> reachable(ArrayRef<UnitText> Units,
                            const model::Models &Models) {
  return Growth(Units, Models).run();
}

} // namespace cursor_tidy::tool
