//===- ScanLog.h - the scans of the last run ------------------------------===//
//
// A scan depends on the contents of the files that a unit reads, and on what
// was looked for and not there. While both are as they were, it says the same,
// so of a large program only the units that a change reaches are scanned.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_SCANLOG_H
#define CURSOR_TIDY_TOOL_SCANLOG_H

#include "Cache.h"
#include "Inputs.h"
#include "Reach.h"
#include "Units.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/ThreadPool.h"

namespace cursor_tidy::tool {

/// What is known of a unit before it is parsed.
struct Scan {
  FileList Files; ///< that it reads, its main file first; empty: unknown
  UnitText Text;
  std::string FactsKey; ///< under which its facts are kept, or empty
};

class ScanLog {
public:
  /// The log under a key; an empty one when there is none, or when a path has
  /// appeared that any scan had looked for.
  void load(Cache &From, llvm::StringRef Key, Inputs &Inputs,
            llvm::ThreadPoolInterface &Pool);

  /// The last scan of a unit, if it still holds.
  const Scan *find(const Unit &Of) const;
  /// Scans in the log, those that do not hold any more included.
  size_t size() const { return Size; }

  /// Tells a reader of texts what unchanged files say.
  void teach(TextReader &Text) const;

private:
  bool read(llvm::StringRef Bytes, Inputs &Inputs,
            llvm::ThreadPoolInterface &Pool);

  size_t Size = 0;
  llvm::StringMap<Scan> Scans; ///< that still hold, by unit
  std::vector<std::pair<llvm::StringRef, std::shared_ptr<const Outline>>>
      Outlines; ///< of unchanged files
};

/// Keeps the scans of a run for the next one.
void keepScans(Cache &In, llvm::StringRef Key, llvm::ArrayRef<Unit> Units,
               llvm::ArrayRef<Scan> Scans, Inputs &Inputs, TextReader &Text);

} // namespace cursor_tidy::tool

#endif
