//===- System.h - headers that nobody in the project writes ---------------===//
#ifndef CURSOR_TIDY_EXTRACT_SYSTEM_H
#define CURSOR_TIDY_EXTRACT_SYSTEM_H

#include "llvm/ADT/StringRef.h"

namespace cursor_tidy::extract {

/// True for a header in a folder where libraries are installed. Clang counts
/// one that is found by `-I/usr/include/qt5`, as pkg-config says it, as the
/// project's own.
inline bool isInstalled(llvm::StringRef Path) {
  for (llvm::StringRef Folder :
       {"/usr/include/", "/usr/lib/", "/usr/local/include/"})
    if (Path.starts_with(Folder))
      return true;
  return false;
}

} // namespace cursor_tidy::extract

#endif
