//===- Parameters.cpp - what a model must know of a declaration -----------===//
#include "extract/Parameters.h"

#include "extract/ModelBodiesExpand.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"

#include <algorithm>

namespace cursor_tidy::extract {

using namespace clang;

//--- the words by which a model tells overloads apart -----------------------//

/// The signature of a lambda, or of a function that is pointed to.
static const FunctionProtoType *signatureOf(QualType Type) {
  if (const CXXRecordDecl *Class = Type->getAsCXXRecordDecl()) {
    const CXXMethodDecl *Call = Class->isLambda() && !Class->isGenericLambda()
                                    ? Class->getLambdaCallOperator()
                                    : nullptr;
    return Call ? Call->getType()->getAs<FunctionProtoType>() : nullptr;
  }
  if (Type->isFunctionPointerType())
    Type = Type->getPointeeType();
  return Type->getAs<FunctionProtoType>();
}

/// `(std::stop_token)`: what a callable wants first, when it is of a class.
static std::string firstWanted(QualType Type) {
  const FunctionProtoType *Signature = signatureOf(Type);
  if (!Signature || Signature->getNumParams() == 0)
    return {};
  QualType First = Signature->getParamType(0).getNonReferenceType();
  const CXXRecordDecl *Class = First->getAsCXXRecordDecl();
  return Class ? "(" + qualifiedName(*Class) + ")" : std::string();
}

static std::string typeWord(QualType Type) {
  std::string Suffix = Type->isRValueReferenceType() ? " &&" : "";
  Suffix = firstWanted(Type.getNonReferenceType()) + Suffix;
  Type = Type.getNonReferenceType().getCanonicalType();
  if (Type->isNullPtrType())
    return "nullptr" + Suffix;
  if (Type->isMemberFunctionPointerType())
    return "member" + Suffix;
  if (const TagDecl *Tag = Type->isPointerType()
                               ? Type->getPointeeType()->getAsTagDecl()
                               : nullptr)
    return qualifiedName(*Tag) + " *" + Suffix;
  if (Type->isPointerType())
    return "*" + Suffix;
  if (const TagDecl *Tag = Type->getAsTagDecl())
    return qualifiedName(*Tag) + Suffix;
  if (Type->isIntegerType())
    return "int" + Suffix;
  return {};
}

std::vector<std::string> typeWords(const FunctionDecl &Function) {
  std::vector<std::string> Words;
  for (const ParmVarDecl *Param : Function.parameters())
    Words.push_back(typeWord(Param->getType()));
  return Words;
}

//--- what a parameter is to a library ---------------------------------------//

/// True for a class that stands for a reference to its template argument: it
/// converts to `T &` and is copied freely.
static bool isReferenceWrapper(const CXXRecordDecl &Class) {
  const auto *Instance = dyn_cast<ClassTemplateSpecializationDecl>(&Class);
  if (!Instance || Instance->getTemplateArgs().size() != 1 ||
      Instance->getTemplateArgs()[0].getKind() != TemplateArgument::Type ||
      !Class.hasDefinition())
    return false;
  QualType Wrapped = Instance->getTemplateArgs()[0].getAsType();
  for (const CXXMethodDecl *Method : Class.methods())
    if (const auto *Conversion = dyn_cast<CXXConversionDecl>(Method)) {
      QualType To = Conversion->getConversionType();
      if (To->isLValueReferenceType() &&
          Class.getASTContext().hasSameType(To->getPointeeType(), Wrapped))
        return true;
    }
  return false;
}

/// True for a class that is used like a pointer.
static bool pointsOn(const CXXRecordDecl &Class) {
  if (!Class.hasDefinition())
    return false;
  DeclarationNameTable &Names = Class.getASTContext().DeclarationNames;
  if (!Class.lookup(Names.getCXXOperatorName(OO_Arrow)).empty())
    return true;
  return std::any_of(
      Class.bases_begin(), Class.bases_end(), [](const CXXBaseSpecifier &Base) {
        const CXXRecordDecl *Of = Base.getType()->getAsCXXRecordDecl();
        return Of && pointsOn(*Of);
      });
}

/// True for a structure of nothing but numbers and texts, such as an error with
/// its code or what `stat` fills in.
static bool isPlainRecord(QualType Type) {
  const RecordDecl *Record = Type->getAsRecordDecl();
  const auto *Class = dyn_cast_or_null<CXXRecordDecl>(Record);
  if (!Record || !(Record = Record->getDefinition()) || Record->field_empty() ||
      (Class && !Class->getDefinition()->isCLike()))
    return false;
  return std::all_of(
      Record->field_begin(), Record->field_end(), [](const FieldDecl *Field) {
        QualType Held = Field->getType();
        while (const ArrayType *Array = Held->getAsArrayTypeUnsafe())
          Held = Array->getElementType();
        return Held->isArithmeticType() || Held->isEnumeralType() ||
               isPlainRecord(Held);
      });
}

/// True for the address of a number, of a text or of a plain structure that a
/// function may write.
static bool isOutput(QualType Type) {
  if (!Type->isPointerType() && !Type->isLValueReferenceType())
    return false;
  QualType Written = Type->getPointeeType();
  if (Written.isConstQualified() || Written->isAnyCharacterType())
    return false;
  return Written->isArithmeticType() || Written->isEnumeralType() ||
         isPlainRecord(Written) ||
         (Written->isPointerType() &&
          Written->getPointeeType()->isAnyCharacterType());
}

ParamForm formOf(QualType Type) {
  if (isOutput(Type))
    return ParamForm::Output;
  Type = Type.getNonReferenceType();
  if (Type->isMemberFunctionPointerType())
    return ParamForm::MemberPointer;
  const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
  if (!Class)
    return ParamForm::Plain;
  if (isReferenceWrapper(*Class))
    return ParamForm::ReferenceWrapper;
  return pointsOn(*Class) ? ParamForm::SmartPointer : ParamForm::ObjectValue;
}

unsigned placeholderOf(QualType Type) {
  const CXXRecordDecl *Class = Type.getNonReferenceType()->getAsCXXRecordDecl();
  const auto *Instance =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(Class);
  if (!Instance || Instance->getTemplateArgs().size() != 1 ||
      Instance->getTemplateArgs()[0].getKind() != TemplateArgument::Integral ||
      !Class->hasDefinition() || !Class->isEmpty())
    return 0;
  constexpr uint64_t Most = 32;
  return static_cast<unsigned>(
      Instance->getTemplateArgs()[0].getAsIntegral().getLimitedValue(Most));
}

bool isOut(QualType Type) {
  if (!Type->isPointerType() && !Type->isLValueReferenceType())
    return false;
  QualType Pointee = Type->getPointeeType();
  return !Pointee.isConstQualified() && !Pointee->isAnyCharacterType() &&
         (Pointee->isArithmeticType() || Pointee->isEnumeralType() ||
          isPlainRecord(Pointee) || Pointee->isPointerType());
}

/// The classes whose methods a body may name: its own, those of its parameters.
static std::vector<const CXXRecordDecl *>
classesAround(const FunctionDecl &Function) {
  std::vector<const CXXRecordDecl *> Result;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Function))
    Result.push_back(Method->getParent());
  for (const ParmVarDecl *Param : Function.parameters()) {
    QualType Type = Param->getType().getNonReferenceType();
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    if (const CXXRecordDecl *Class = Type->getAsCXXRecordDecl();
        Class && Class->hasDefinition())
      Result.push_back(Class->getDefinition());
  }
  return Result;
}

void shapeMethods(Unit &In, const FunctionDecl &Function,
                  const model::Body &Body, Shape &Result) {
  for (const model::Statement &S : Body) {
    for (const model::Body &Branch : S.Branches)
      shapeMethods(In, Function, Branch, Result);
    for (const CXXRecordDecl *Class : classesAround(Function))
      for (const CXXMethodDecl *Method : Class->methods())
        if (Method->isVirtual() && Method->getIdentifier() &&
            namesMethod(S.Text, Method->getName()))
          Result.Methods.try_emplace(Method->getNameAsString(),
                                     In.use(*Method));
  }
}

} // namespace cursor_tidy::extract
