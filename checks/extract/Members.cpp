//===- Members.cpp - constructors and destructors -------------------------===//
//
// What the language adds to them: initialisers of bases and members before the
// body, their destructors after it, and the unwinding of a half-built object.
// Bodies that the compiler makes (copying member by member) need nothing more:
// Clang writes them down as syntax trees too.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"

#include "clang/AST/ASTContext.h"

namespace cursor_tidy::extract {

using namespace clang;

static facts::Place thisObject() {
  return deref(place(facts::Place::Base::This));
}

void Lowering::initializers(const CXXConstructorDecl &Constructor) {
  for (const CXXCtorInitializer *Init : Constructor.inits())
    initializer(*Init);
}

void Lowering::initializer(const CXXCtorInitializer &Init) {
  const Expr *From = Init.getInit();
  SourceRange At = Init.isWritten() ? Init.getSourceRange()
                                    : SourceRange(Source.getLocation());
  Place To = thisObject();
  QualType Type;
  if (Init.isBaseInitializer()) {
    Type = QualType(Init.getBaseClass(), 0);
    const CXXRecordDecl *Base = Type->getAsCXXRecordDecl();
    if (facts::Name Field = In.baseField(*Base); !Field.empty())
      To = field(To, Field);
  } else if (Init.isAnyMemberInitializer()) {
    const FieldDecl *Field = Init.getAnyMember();
    Type = Field->getType();
    if (facts::Name Name = In.fieldName(*Field); !Name.empty())
      To = field(To, Name);
  }
  fullExpression(
      [&] {
        if (!Type.isNull() && Type->isReferenceType())
          set(To, reference(From), At);
        else
          into(To, From,
               Init.isAnyMemberInitializer() ? Whole::Complete : Whole::Base);
      },
      At);
  bool IsWhole = Type.isNull();
  if (IsWhole) // delegating: from here on the whole object is built
    Type = In.Context.getCanonicalTagType(
        cast<CXXConstructorDecl>(Source).getParent());
  if (const CXXDestructorDecl *Destructor = In.destructorOf(Type);
      Destructor && !Type->isReferenceType()) {
    Cleanup Node{.What = Cleanup::Kind::Destroy, .Object = To, .Type = Type};
    Node.Runs = Destructor;
    Node.OnlyUnwinding = true;
    Node.IsSubobject = true;
    push(std::move(Node));
  }
}

/// What the program wrote for a class to be built without arguments, if so.
static const CXXConstructorDecl *writtenDefault(const CXXRecordDecl *Class) {
  if (Class && Class->hasDefinition())
    for (const CXXConstructorDecl *Each : Class->ctors())
      if (Each->isDefaultConstructor() && Each->isUserProvided())
        return Each;
  return nullptr;
}

/// Members that nobody gives a value count as zero: an object whose code reads
/// them before is of no use to anybody.
void Lowering::byDefault(const CXXRecordDecl &Class) {
  SourceRange At(Class.getLocation());
  auto Build = [&](const Place &To, QualType Type) {
    const CXXRecordDecl *Of = Type->getAsCXXRecordDecl();
    if (const CXXConstructorDecl *Written = writtenDefault(Of)) {
      make(To, *Of, At);
      emitCall({.To = {},
                .Callee = Value::function(In.use(*Written)),
                .Arguments = {},
                .This = addressOf(To)},
               Written, At);
    }
  };
  set(thisObject(), Value::number(0), At);
  for (const CXXBaseSpecifier &Base : Class.bases())
    if (facts::Name Field = In.baseField(*Base.getType()->getAsCXXRecordDecl());
        !Field.empty())
      Build(field(thisObject(), Field), Base.getType());
  for (const FieldDecl *Field : Class.fields()) {
    facts::Name Name = In.fieldName(*Field);
    if (Name.empty() || Field->getType()->isReferenceType())
      continue;
    Place To = field(thisObject(), Name);
    if (const Expr *Init = Field->getInClassInitializer())
      fullExpression([&] { into(To, Init); }, At);
    else
      Build(To, Field->getType());
  }
}

facts::Function Lowering::defaultConstructor(Unit &In,
                                             const CXXMethodDecl &Of) {
  const CXXRecordDecl &Class = *Of.getParent();
  Lowering Body(
      In, Of,
      facts::Name(std::string(In.Symbols.of(Class).text()) + " by default"));
  Body.Made.Body = facts::BodyKind::Defined;
  Body.Made.Text = In.Symbols.text(Class);
  Body.Made.At = In.Locations.of(SourceRange(Class.getLocation()));
  Body.Made.IsConstructor = Body.Made.IsImplicit = true;
  Body.start(Body.newBlock());
  Body.ScopeEnds.push_back(SourceRange(Class.getLocation()));
  Body.byDefault(Class);
  Body.complete(SourceRange(Class.getLocation()));
  return std::move(Body.Made);
}

void Lowering::pushMembers(const CXXDestructorDecl &Destructor) {
  cleanupsOfParts(*Destructor.getParent(), /*OnlyUnwinding=*/false);
}

/// Pushes the ends of all bases and members; they run in reverse.
void Lowering::cleanupsOfParts(const CXXRecordDecl &Class, bool OnlyUnwinding) {
  auto PushPart = [&](Place Object, QualType Type) {
    const CXXDestructorDecl *Destructor = In.destructorOf(Type);
    if (!Destructor || Type->isReferenceType())
      return;
    Cleanup Node{.What = Cleanup::Kind::Destroy,
                 .Object = std::move(Object),
                 .Type = Type};
    Node.Runs = Destructor;
    Node.OnlyUnwinding = OnlyUnwinding;
    Node.IsSubobject = true;
    push(std::move(Node));
  };
  if (Class.isUnion())
    return;
  for (const CXXBaseSpecifier &Base : Class.bases()) {
    const CXXRecordDecl *Of = Base.getType()->getAsCXXRecordDecl();
    facts::Name Field = In.baseField(*Of);
    PushPart(Field.empty() ? thisObject() : field(thisObject(), Field),
             Base.getType());
  }
  for (const FieldDecl *Field : Class.fields())
    if (facts::Name Name = In.fieldName(*Field); !Name.empty())
      PushPart(field(thisObject(), Name), Field->getType());
}

} // namespace cursor_tidy::extract
