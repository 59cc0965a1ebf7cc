//===- UnitTypes.cpp - what a type says about handles ---------------------===//
//
// Typedef sugar is looked at before the tag below it: some drivers' handles are
// told from `void *` by nothing else.
//
//===----------------------------------------------------------------------===//
#include "extract/Namesakes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"

namespace cursor_tidy::extract {

using namespace clang;

/// How deep carriesPointers looks: a smart pointer hides its pointer under six
/// classes.
static constexpr unsigned MaxDepth = 8;

/// The handle that one level of a type's spelling names, or null.
static const model::Handle *handleOfSpelling(const Unit &In, QualType Type) {
  if (const auto *Typedef = dyn_cast<TypedefType>(Type.getTypePtr()))
    return handleNamed(In, *Typedef->getDecl());
  if (const auto *Tag = dyn_cast<TagType>(Type.getTypePtr()))
    return handleNamed(In, *Tag->getDecl());
  return nullptr;
}

/// Looks at every level of sugar; Written says whether the handle's type is the
/// object or the pointer to it.
static const model::Handle *handleOfSugar(const Unit &In, QualType Type) {
  for (;;) {
    if (const model::Handle *Found = handleOfSpelling(In, Type))
      return Found;
    QualType Next = Type.getSingleStepDesugaredType(In.Context);
    if (Next == Type)
      return nullptr;
    Type = Next;
  }
}

facts::Name Unit::handleOf(QualType Type) const {
  if (Type.isNull() || Type->isDependentType())
    return {};
  auto [At, Inserted] = Handles.try_emplace(Type.getTypePtr());
  if (!Inserted)
    return At->second;
  Type = Type.getNonReferenceType();
  const model::Handle *Found = handleOfSugar(*this, Type);
  if (!Found && Type->isPointerType())
    if (const model::Handle *Pointee =
            handleOfSugar(*this, Type->getPointeeType());
        Pointee && Pointee->Written == model::Spelling::Object)
      Found = Pointee;
  if (!Found)
    return {};
  facts::Name Key = Found->Kind.Key;
  return Handles[At->first] = Key;
}

facts::Name Unit::handleByAddress(QualType Type) const {
  if (Type.isNull() || Type->isDependentType() || !Type->isPointerType())
    return {};
  const model::Handle *Found = handleOfSugar(*this, Type->getPointeeType());
  return Found && Found->Written == model::Spelling::Address ? Found->Kind.Key
                                                             : facts::Name();
}

/// True when a copy of an object can carry a pointer to something that matters:
/// a closure, a smart pointer, a struct of pointers.
static bool carriesPointers(const CXXRecordDecl &Class, unsigned Depth) {
  if (!Class.hasDefinition() || Depth == 0)
    return false;
  auto Carries = [&](QualType Type) {
    if (Type->isPointerType() || Type->isReferenceType()) {
      QualType Pointee = Type->getPointeeType();
      return Pointee->isRecordType() || Pointee->isVoidType() ||
             Pointee->isPointerType() || Pointee->isFunctionType();
    }
    const CXXRecordDecl *Inner = Type->getAsCXXRecordDecl();
    return Inner && carriesPointers(*Inner, Depth - 1);
  };
  for (const FieldDecl *Field : Class.fields())
    if (Carries(Field->getType()))
      return true;
  for (const CXXBaseSpecifier &Base : Class.bases())
    if (Carries(Base.getType()))
      return true;
  return false;
}

const CXXRecordDecl *Unit::classOf(QualType Type) const {
  if (Type.isNull())
    return nullptr;
  return Context.getBaseElementType(Type)->getAsCXXRecordDecl();
}

const CXXDestructorDecl *Unit::destructorOf(QualType Type) const {
  const CXXRecordDecl *Class = classOf(Type);
  if (!Class || !Class->hasDefinition() || Class->hasTrivialDestructor() ||
      isInert(*Class))
    return nullptr;
  const CXXDestructorDecl *Destructor = Class->getDestructor();
  if (Destructor && endsSilently(*Class))
    return nullptr;
  if (!Destructor || Destructor->isUserProvided() || Destructor->isVirtual() ||
      (isStandard(*Class) && Models.modelledClass(qualifiedName(*Class))))
    return Destructor;
  // The compiler's destructor does what its parts need, nothing of its own.
  for (const FieldDecl *Field : Class->fields())
    if (!Field->getType()->isReferenceType() && destructorOf(Field->getType()))
      return Destructor;
  for (const CXXBaseSpecifier &Base : Class->bases())
    if (destructorOf(Base.getType()))
      return Destructor;
  return nullptr;
}

/// True when a model says what happens at the end of a class's objects.
static bool hasModelledDestructor(const model::Models &Models,
                                  const CXXRecordDecl &Class) {
  return Models.function(qualifiedName(Class) + "::~" + Class.getNameAsString(),
                         0) != nullptr;
}

bool Unit::endsSilently(const CXXRecordDecl &Class) const {
  auto [At, Inserted] = Silent.try_emplace(&Class, false);
  if (!Inserted)
    return At->second;
  const model::Class *Known = modelledClass(*this, Class);
  return Silent[&Class] = Known && Known->Rest == model::Otherwise::Accesses &&
                          !hasModelledDestructor(Models, Class);
}

bool Unit::holdsHandle(QualType Type, unsigned Depth) const {
  if (Type.isNull() || Depth == 0)
    return false;
  Type = Context.getBaseElementType(Type.getNonReferenceType());
  if (!handleOf(Type).empty() || destructorOf(Type))
    return true;
  if (Type->isPointerType())
    return Type->getPointeeType()->isFunctionType();
  const RecordDecl *Record = Type->getAsRecordDecl();
  if (!Record || !Record->getDefinition())
    return false;
  for (const FieldDecl *Field : Record->getDefinition()->fields())
    if (holdsHandle(Field->getType(), Depth - 1))
      return true;
  return false;
}

bool Unit::canReach(QualType Type) const {
  if (Type.isNull() || Type->isDependentType())
    return false;
  Type = Context.getBaseElementType(Type.getNonReferenceType());
  if (const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
      Class && isInert(*Class))
    return false;
  if (Type->isRecordType() || Type->isBlockPointerType() ||
      !handleOf(Type).empty())
    return true;
  if (!Type->isPointerType())
    return false;
  QualType Pointee = Type->getPointeeType();
  return Pointee->isVoidType() ||
         !(Pointee->isArithmeticType() || Pointee->isFunctionType());
}

bool Unit::isInert(const CXXRecordDecl &Class) const {
  auto [At, Inserted] = Inert.try_emplace(&Class, false);
  if (!Inserted)
    return At->second;
  bool Result = isStandard(Class) && Class.hasDefinition() &&
                !carriesPointers(Class, MaxDepth) &&
                !hasModelledDestructor(Models, Class);
  if (const model::Class *Known = modelledClass(*this, Class);
      Result && Known && Known->Rest != model::Otherwise::Nothing)
    Result = false;
  return Inert[&Class] = Result;
}

bool Unit::isBorrow(QualType Type) const {
  const CXXRecordDecl *Class = nullptr;
  if (Type->isPointerType() || Type->isReferenceType()) {
    QualType Pointee = Type->getPointeeType();
    if (Pointee->isFunctionType())
      return true;
    if (!Pointee.isConstQualified())
      return Pointee->isAnyCharacterType();
    Class = Pointee->getAsCXXRecordDecl();
    if (Pointee->isPointerType() && !Type->isReferenceType())
      return false;
  } else {
    // A block, or a handle that is no pointer.
    if (Type->isBlockPointerType() ||
        (!handleOf(Type).empty() && !Type->isRecordType()))
      return false;
    Class = Type->getAsCXXRecordDecl();
  }
  return !Class || !handleOf(Type).empty() ||
         !carriesPointers(*Class, MaxDepth);
}

facts::Name Unit::baseField(const CXXRecordDecl &Base) const {
  if (modelledClass(*this, Base))
    return {};
  return facts::Name("<" + Base.getNameAsString() + ">");
}

std::vector<facts::Name> Unit::startOf(QualType Outer, QualType Inner) const {
  std::vector<facts::Name> Steps;
  Inner = Inner.getCanonicalType().getUnqualifiedType();
  for (unsigned Depth = 0; Depth < MaxDepth; ++Depth) {
    const RecordDecl *Record = Outer->getAsRecordDecl();
    Record = Record ? Record->getDefinition() : nullptr;
    const auto *Class = dyn_cast_or_null<CXXRecordDecl>(Record);
    if (!Record || Record->isUnion() || Record->field_empty() ||
        isSystem(Record->getLocation()) ||
        (Class && (!Class->isStandardLayout() || Class->getNumBases() > 0)))
      return {};
    const FieldDecl &First = **Record->field_begin();
    if (facts::Name Step = fieldName(First); !Step.empty())
      Steps.push_back(Step);
    Outer = First.getType().getCanonicalType().getUnqualifiedType();
    if (Outer == Inner)
      return Steps;
  }
  return {};
}

facts::Name Unit::fieldName(const FieldDecl &Field) const {
  const auto *Closure = dyn_cast<CXXRecordDecl>(Field.getParent());
  if (!Closure || !Closure->isLambda()) {
    const CXXRecordDecl *Of = Field.getType()->getAsCXXRecordDecl();
    const model::Class *Known = Of && isSystem(Field.getLocation())
                                    ? modelledClass(*this, *Of)
                                    : nullptr;
    if (Known && !Known->PartOf.empty())
      return {};
    return facts::Name(Field.getName());
  }
  unsigned Index = 0;
  for (const LambdaCapture &Capture : Closure->captures())
    if (Index++ == Field.getFieldIndex()) {
      if (Capture.capturesThis())
        return facts::Name("this");
      if (Capture.capturesVariable())
        return facts::Name(Capture.getCapturedVar()->getName());
    }
  return {};
}

facts::Variable Unit::variable(std::string_view Name, QualType Type,
                               SourceRange At) {
  facts::Variable Result;
  Result.Text = facts::Name(Name);
  Result.Type = facts::Name(Type.getAsString(Policy));
  Result.IsReference =
      Type->isReferenceType() && !Type->getPointeeType()->isFunctionType();
  Result.IsPointer = Type->isPointerType() || Type->isBlockPointerType();
  Result.IsBorrow = isBorrow(Type);
  Result.Handle = handleOf(Type);
  Result.At = Locations.of(At);
  if (!Type->isReferenceType())
    if (const CXXRecordDecl *Class = classOf(Type))
      Result.Class = use(*Class);
  return Result;
}

} // namespace cursor_tidy::extract
