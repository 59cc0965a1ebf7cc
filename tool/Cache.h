//===- Cache.h - what earlier runs found out ------------------------------===//
//
// A folder of files named by their key, which is a hash of all that a value
// depends on; so a value is never stale, and several runs may share a folder.
// A file appears whole, by a rename; a damaged one is as good as none.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_CACHE_H
#define CURSOR_TIDY_TOOL_CACHE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>

namespace cursor_tidy::tool {

class Cache {
public:
  /// Opens a folder and makes it when it is not there. The error says why it
  /// cannot be written to.
  static llvm::Expected<std::unique_ptr<Cache>> open(llvm::StringRef Folder,
                                                     uint64_t MostBytes);

  /// The folder where users expect caches: `~/.cache/cursor-tidy`. Empty when
  /// there is no home.
  static std::string usualFolder();

  /// The value of a key, when there is one. Safe from several threads.
  std::optional<std::string> get(llvm::StringRef Key);
  /// Keeps a value. When the disk refuses, nothing is kept.
  void put(llvm::StringRef Key, llvm::StringRef Value);

  /// Removes what was not used for the longest time, when there is too much.
  void trim();

  /// Folder, number of values and bytes, for people.
  std::string statistics() const;

private:
  Cache(llvm::StringRef Folder, uint64_t MostBytes)
      : Folder(Folder), MostBytes(MostBytes) {}
  std::string pathOf(llvm::StringRef Key) const;

  const std::string Folder;
  const uint64_t MostBytes;
  std::atomic<bool> HasGrown = false;
};

} // namespace cursor_tidy::tool

#endif
