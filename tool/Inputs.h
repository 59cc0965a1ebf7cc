//===- Inputs.h - the files that a run reads ------------------------------===//
//
// Contents are hashed once a run. The record of what was read and what was
// looked for and not there is what tells a later run that nothing has changed.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_INPUTS_H
#define CURSOR_TIDY_TOOL_INPUTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <mutex>
#include <string>
#include <vector>

namespace cursor_tidy::tool {

/// A 128 bit hash as text.
std::string hashOf(llvm::StringRef Content);

/// Paths that an `Inputs` owns: of many units that read the same headers, each
/// path is there once.
using FileList = std::vector<llvm::StringRef>;

class Inputs {
public:
  /// The one copy of a path. Safe from several threads.
  llvm::StringRef pathOf(llvm::StringRef Path);

  /// Hash of a file's content; of one that cannot be read, empty. Safe from
  /// several threads.
  std::string hashOfFile(llvm::StringRef Path);

  /// The disk, with a note of every path that was asked for and is not there.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk();

  /// All files that were hashed, with their hashes, and all paths that were not
  /// there, both sorted.
  std::vector<std::pair<std::string, std::string>> files();
  std::vector<std::string> absent();

  void noteAbsent(llvm::StringRef Path);

  /// A path out of which somebody takes `a/..`, where `a` is a link: what is
  /// left of it names another file than was read.
  void noteMisnamed(llvm::StringRef Path);
  bool isMisnamed(llvm::StringRef Path);

private:
  std::mutex Guard;
  llvm::StringMap<std::string> Hashes;
  llvm::StringSet<> Missing, Misnamed, Paths;
};

} // namespace cursor_tidy::tool

#endif
