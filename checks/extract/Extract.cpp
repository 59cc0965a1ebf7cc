//===- Extract.cpp - Clang AST in, handle program out ---------------------===//
//
//   relevant functions --lower--> bodies, and mentions of other functions
//   mentions --lower or model or declare--> until nothing new is mentioned
//   classes, globals, levels, kinds of what was mentioned
//
//===----------------------------------------------------------------------===//
#include "extract/Extract.h"

#include "extract/Classes.h"
#include "extract/Declared.h"
#include "extract/DeclaredLocks.h"
#include "extract/Lowering.h"
#include "extract/Modelled.h"
#include "extract/Namesakes.h"
#include "extract/Relevance.h"
#include "extract/Vocabulary.h"

#include "clang/AST/ASTContext.h"
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/Preprocessor.h"

#include <set>

namespace cursor_tidy::extract {

using namespace clang;

/// True when a body that the unit has shall be read. Of a library's headers
/// only thin wrappers over a driver are, and what a model says.
static bool isRead(const Unit &In, const FunctionDecl &Definition) {
  if (isDependent(Definition) || !Definition.getBody())
    return false;
  if (!In.isSystem(Definition.getLocation()))
    return true;
  // What the compiler makes does no more than the parts say.
  if (Definition.isImplicit() && !isStandard(Definition))
    return true;
  return isReadFromSource(In, Definition) ||
         (!isStandard(Definition) && touchesDriver(In, Definition));
}

/// Notes the variables of static storage that can hold a handle: what they hold
/// before main runs is known, and a destructor matters at exit.
static void findStartup(Unit &In, const DeclContext &Scope) {
  for (const Decl *D : Scope.decls()) {
    if (In.isSystem(D->getLocation()))
      continue;
    if (isa<NamespaceDecl, LinkageSpecDecl>(D))
      findStartup(In, *cast<DeclContext>(D));
    const auto *V = dyn_cast<VarDecl>(D);
    if (!V || V->getType()->isDependentType() || V->getDescribedVarTemplate() ||
        V->isThisDeclarationADefinition() == VarDecl::DeclarationOnly ||
        !In.holdsHandle(V->getType()) ||
        (V->getInit() && V->getInit()->isValueDependent()))
      continue;
    In.Startup.push_back(V);
  }
}

/// True for what a library's header defines, as far as the unit is not that
/// library's own.
static bool isLibrarys(const Unit &In, const FunctionDecl &Definition) {
  if (In.isSystem(Definition.getLocation()))
    return true;
  return driverOf(In, Definition) &&
         In.Locations.file(Definition.getLocation()) != In.Locations.mainFile();
}

/// What a library's header defines is one step to its user: what happens inside
/// happens at the call.
static void hideInside(facts::Function &Library) {
  Library.Body = facts::BodyKind::Modelled;
  for (facts::Block &Block : Library.Blocks) {
    Block.EndAt = {};
    for (facts::Event &Event : Block.Events)
      Event.At = {};
  }
}

static facts::Function describe(Unit &In, const FunctionDecl &Mentioned) {
  if (std::optional<facts::Function> Model = modelled(In, Mentioned)) {
    Model->Overrides = In.declare(Mentioned).Overrides;
    return std::move(*Model);
  }
  const FunctionDecl *Definition = Mentioned.getDefinition();
  if (Definition && isRead(In, *Definition)) {
    facts::Function Result = Lowering(In, *Definition).run();
    holdRequired(Result, *Definition);
    if (isLibrarys(In, *Definition))
      hideInside(Result);
    return Result;
  }
  return In.declare(Mentioned);
}

/// Mentions what a virtual call may run: overriders in the classes that are
/// mentioned, of methods that are. True when one is new.
static bool useOverriders(Unit &In) {
  size_t Before = In.functions().size();
  for (size_t I = 0; I < In.classes().size(); ++I) {
    const CXXRecordDecl *Class = In.classes()[I]->getDefinition();
    if (!Class || !Class->isPolymorphic() ||
        (In.isSystem(Class->getLocation()) && !modelledClass(In, *Class)))
      continue;
    for (const CXXMethodDecl *Method : Class->methods())
      for (const CXXMethodDecl *Base : Method->overridden_methods())
        if (In.functions().contains(Base->getCanonicalDecl()))
          In.use(*Method);
  }
  return In.functions().size() != Before;
}

/// Levels that macros of the build declare: `-DSQLITE_THREADSAFE=0`.
static std::vector<facts::LevelDeclaration>
levelsOf(const Unit &In, const Preprocessor &Macros) {
  std::vector<facts::LevelDeclaration> Result;
  for (const model::Driver &Driver : In.Models.drivers())
    for (const model::LevelMacro &Level : Driver.Macros) {
      if (!knowsWord(In.Context, Level.Macro))
        continue;
      const MacroInfo *Macro =
          Macros.getMacroInfo(&In.Context.Idents.get(Level.Macro));
      if (!Macro || Macro->getNumTokens() != 1)
        continue;
      int64_t Value = 0;
      if (Macros.getSpelling(Macro->getReplacementToken(0))
                  .find_first_not_of("0123456789") != std::string::npos ||
          llvm::StringRef(Macros.getSpelling(Macro->getReplacementToken(0)))
              .getAsInteger(10, Value) ||
          Value != Level.Value)
        continue;
      Result.push_back(
          {facts::Name(Driver.Name), Level.Is,
           In.Locations.of(SourceRange(Macro->getDefinitionLoc()))});
    }
  return Result;
}

facts::Program extract(ASTContext &Context, const Preprocessor &Macros,
                       const model::Models &Models, const Settings &Chosen) {
  std::optional<model::Models> Declared = withDeclared(Context, Models);
  Unit In(Context, Declared ? *Declared : Models, Chosen);
  facts::Program Result;
  Result.Units.push_back(In.Locations.mainFile());
  std::vector<const FunctionDecl *> Roots = relevantFunctions(In);
  findStartup(In, *Context.getTranslationUnitDecl());
  if (Roots.empty() && In.Startup.empty())
    return Result;
  for (const VarDecl *Global : In.Startup)
    In.use(*Global);
  for (const FunctionDecl *Root : Roots)
    In.use(*Root);
  size_t Classes = 0, Globals = 0, Fields = 0, Functions = 0;
  std::set<facts::Name> Made; ///< functions that no declaration stands for
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (; Functions < In.functions().size(); ++Functions, Changed = true)
      Result.Functions.push_back(describe(In, *In.functions()[Functions]));
    for (; Fields < In.fields().size(); ++Fields, Changed = true)
      if (auto Model = modelled(In, *In.fields()[Fields]))
        Result.Functions.push_back(std::move(*Model));
    for (; !In.extra().empty(); In.extra().pop_front()) {
      if (!Made.insert(In.extra().front().Symbol).second)
        continue;
      Result.Functions.push_back(std::move(In.extra().front()));
      Changed = true;
    }
    for (; Classes < In.classes().size(); ++Classes, Changed = true)
      Result.Classes.push_back(describe(In, *In.classes()[Classes]));
    Changed |= useOverriders(In);
    for (; Globals < In.globals().size(); ++Globals, Changed = true)
      Result.Globals.push_back(describe(In, *In.globals()[Globals]));
  }
  Result.Globals.insert(Result.Globals.end(), In.Flags.begin(), In.Flags.end());
  Result.Classes.insert(Result.Classes.end(), In.extraClasses().begin(),
                        In.extraClasses().end());
  Result.Levels = levelsOf(In, Macros);
  for (facts::LevelDeclaration &Constant : levelConstants(In))
    Result.Levels.push_back(std::move(Constant));
  Result.Kinds = kindsOf(Result, In.Models);
  return Result;
}

} // namespace cursor_tidy::extract
