//===- Unit.h - one translation unit on its way to a handle program -------===//
//
// What the lowering of all functions shares: symbols, locations, the handle
// kinds of types, and the list of what has been mentioned (functions, classes,
// globals) and must therefore be described in the program.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_UNIT_H
#define CURSOR_TIDY_EXTRACT_UNIT_H

#include "extract/Extract.h"
#include "extract/Locations.h"
#include "extract/Symbols.h"
#include "facts/Program.h"
#include "model/Models.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/PrettyPrinter.h"
#include "llvm/ADT/SetVector.h"

#include <deque>

namespace clang {
class ASTContext;
}

namespace cursor_tidy::extract {

class Unit {
public:
  Unit(const clang::ASTContext &Context, const model::Models &Models,
       const Settings &Chosen);

  const clang::ASTContext &Context;
  const model::Models &Models;
  const Settings &Chosen;
  const extract::Locations Locations;
  const extract::Symbols Symbols;

  //--- questions about types ---
  /// Key of the handle that a type is or points to once; empty when none.
  facts::Name handleOf(clang::QualType Type) const;
  /// Key of the handle that a pointer type points to, when it is one that calls
  /// take by its address; else empty.
  facts::Name handleByAddress(clang::QualType Type) const;
  /// The class of an object type (arrays looked through), null when none.
  const clang::CXXRecordDecl *classOf(clang::QualType Type) const;
  /// The destructor that ends an object of this type, null when trivial.
  const clang::CXXDestructorDecl *destructorOf(clang::QualType Type) const;
  /// True for an object that holds a handle, a table of functions, or other
  /// such objects.
  bool holdsHandle(clang::QualType Type, unsigned Depth = 3) const;
  /// True for a class of the standard library that keeps no pointer and whose
  /// end means nothing to us (`std::string`).
  bool isInert(const clang::CXXRecordDecl &Class) const;
  /// True for a driver's class whose end does nothing that matters.
  bool endsSilently(const clang::CXXRecordDecl &Class) const;
  /// True when a variable of this type can lead to a handle.
  bool canReach(clang::QualType Type) const;
  /// True when nobody can close or keep what hides behind a parameter.
  bool isBorrow(clang::QualType Type) const;
  facts::Variable variable(std::string_view Name, clang::QualType Type,
                           clang::SourceRange At);
  /// Name of the field that stands for a base-class subobject; empty for a base
  /// that a model describes, which shares the fields of its derived classes.
  facts::Name baseField(const clang::CXXRecordDecl &Base) const;
  /// Name of a field: of a closure's, that of the variable it captures; empty
  /// for an unnamed struct, whose members count as those of what it is in, and
  /// for a part that uses its owner's handle.
  facts::Name fieldName(const clang::FieldDecl &Field) const;
  /// The fields that lead from a structure to one of the given type at its very
  /// start, as C's derived types have it; empty when it does not start so.
  std::vector<facts::Name> startOf(clang::QualType Outer,
                                   clang::QualType Inner) const;
  bool isSystem(clang::SourceLocation Where) const;
  /// True for a function that starts or ends threads or processes, or locks,
  /// in a program of which other units may call the one that calls it.
  bool actsAtDistance(const clang::FunctionDecl &Function) const;

  //--- mentions; each returns the symbol ---
  facts::Name use(const clang::FunctionDecl &Function);
  facts::Name use(const clang::CXXRecordDecl &Class);
  facts::Name use(const clang::VarDecl &Global);
  /// A function-pointer field that a model describes, or that a driver's header
  /// declares in a handle; empty for any other field.
  facts::Name use(const clang::FieldDecl &Field);
  /// The function that stands for reading a field of an object of this type,
  /// where the object is a handle whose structure is public; empty elsewhere.
  facts::Name useRead(clang::QualType Object);

  /// A function that the compiler does not declare (`delete` of a class).
  void add(facts::Function Made) { Extra.push_back(std::move(Made)); }
  /// Its class likewise.
  void add(facts::Class Made) { ExtraClasses.push_back(std::move(Made)); }

  /// Head of a function: names, flags, parameters, no body.
  facts::Function declare(const clang::FunctionDecl &Function);

  const llvm::SetVector<const clang::FunctionDecl *> &functions() const {
    return Functions;
  }
  const llvm::SetVector<const clang::CXXRecordDecl *> &classes() const {
    return Classes;
  }
  const llvm::SetVector<const clang::VarDecl *> &globals() const {
    return Globals;
  }
  const llvm::SetVector<const clang::FieldDecl *> &fields() const {
    return Fields;
  }
  std::deque<facts::Function> &extra() { return Extra; }
  const std::deque<facts::Class> &extraClasses() const { return ExtraClasses; }

  /// Hidden variables of static storage, one for each local static that code
  /// sets up: whether that is done.
  std::vector<facts::Global> Flags;

  /// Variables of static storage that are set up before main runs, in order.
  std::vector<const clang::VarDecl *> Startup;

private:
  clang::PrintingPolicy Policy;
  llvm::SetVector<const clang::FunctionDecl *> Functions;
  llvm::SetVector<const clang::CXXRecordDecl *> Classes;
  llvm::SetVector<const clang::VarDecl *> Globals;
  llvm::SetVector<const clang::FieldDecl *> Fields;
  std::deque<facts::Function> Extra;
  std::deque<facts::Class> ExtraClasses;
  mutable llvm::DenseMap<const clang::Type *, facts::Name> Handles;
  mutable llvm::DenseMap<const clang::CXXRecordDecl *, bool> Inert, Silent;
  mutable llvm::DenseMap<const clang::FunctionDecl *, bool> Acting;
  mutable llvm::DenseMap<clang::FileID, bool> System;
};

/// True for a template, or a member of one, that is no instance.
bool isDependent(const clang::FunctionDecl &Function);

/// True for what a C++ standard library declares.
bool isStandard(const clang::Decl &Declaration);

} // namespace cursor_tidy::extract

#endif
