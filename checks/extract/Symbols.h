//===- Symbols.h - names of declarations ----------------------------------===//
//
// Three names for each declaration: a symbol that is the same in every unit
// (Clang's USR, told apart by unit where linkage is internal), the qualified
// name by which models know it, and the name that people read.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_SYMBOLS_H
#define CURSOR_TIDY_EXTRACT_SYMBOLS_H

#include "facts/Name.h"

#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"

#include <set>
#include <string>

namespace cursor_tidy::extract {

/// `std::unique_ptr::release`: without template arguments, inline and unnamed
/// namespaces.
std::string qualifiedName(const clang::NamedDecl &Declaration);

/// The declaration's own name without scope; `operator bool`, `~Wrapper`.
std::string ownName(const clang::NamedDecl &Declaration);

class Symbols {
public:
  /// \p Unit tells symbols of internal linkage apart.
  explicit Symbols(facts::Name Unit) : Unit(Unit) {}

  facts::Name of(const clang::NamedDecl &Declaration) const;

  /// The readable name: `Pool::acquire`, `lambda in main`.
  facts::Name text(const clang::NamedDecl &Declaration) const;

private:
  std::string make(const clang::NamedDecl &Declaration) const;

  facts::Name Unit;
  mutable llvm::DenseMap<const clang::Decl *, facts::Name> Known;
  mutable std::set<facts::Name> Taken;
  mutable llvm::DenseMap<const clang::Decl *, facts::Name> Texts;
};

} // namespace cursor_tidy::extract

#endif
