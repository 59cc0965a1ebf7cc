//===- KeptUnit.h - a unit that is edited and parsed again and again ------===//
//
// What stands before the first declaration of the main file, nearly always its
// #includes, is parsed once and kept in memory in Clang's precompiled form, as
// long as neither it nor a header of it changes. Bodies in system headers are
// left out of it as they always are.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_KEPTUNIT_H
#define CURSOR_TIDY_TOOL_KEPTUNIT_H

#include "ParseUnit.h"

#include "clang/Frontend/PrecompiledPreamble.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace cursor_tidy::tool {

class KeptUnit {
public:
  KeptUnit(Unit Of, const model::Models &Models)
      : Of(std::move(Of)), Models(Models) {}

  const Unit &unit() const { return Of; }

  /// The handle program of the unit with this text in its main file.
  std::variant<facts::Program, Failure> parse(llvm::StringRef Text);

private:
  void parseInto(facts::Program &Program, Failure &Failed,
                 llvm::StringRef Text);
  void keepHead(const clang::CompilerInvocation &Invocation,
                const llvm::MemoryBuffer &Text,
                llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk);

  const Unit Of;
  const model::Models &Models;
  std::optional<clang::PrecompiledPreamble> Head;
  bool HeadSeesDriver = false;
  Failure HeadFailed; ///< empty, or what is wrong with it
};

} // namespace cursor_tidy::tool

#endif
