//===- Report.h - all that a run has to say
//-----------------------------------===//
#ifndef CURSOR_TIDY_TOOL_REPORT_H
#define CURSOR_TIDY_TOOL_REPORT_H

#include "ParseUnit.h"
#include "findings/Finding.h"
#include "solve/Solution.h"

#include "llvm/Support/VirtualFileSystem.h"

namespace cursor_tidy::tool {

/// What the writers write.
struct Report {
  std::vector<Unit> Units;
  std::vector<Failure> Failures;
  std::vector<findings::Finding> Findings;
  solve::Counters Count;
  std::vector<solve::Cut> CutShort; ///< functions of which nothing is said
  unsigned Suppressed = 0;          ///< findings that a NOLINT comment took out
  size_t FromCache = 0; ///< units of which an earlier run kept the facts
  /// Where the sources are read again; null: on the disk.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Disk = nullptr;
};

/// How a path is shown to people: as given on the command line; otherwise
/// relative to the current folder when it is below it.
class PathSpelling {
public:
  explicit PathSpelling(llvm::ArrayRef<Unit> Units);
  std::string operator()(llvm::StringRef Path) const;

private:
  std::vector<std::pair<std::string, std::string>>
      Given;           ///< canonical, as given
  std::string Current; ///< canonical current folder, with a slash behind it
};

/// Writes text to a file, or to standard output for `-`. A file is written
/// whole or not at all. The error names the file and the reason.
llvm::Error writeOutput(llvm::StringRef Path, llvm::StringRef Text);

/// One line for each unit that was not analysed.
void writeFailures(llvm::ArrayRef<Failure> Failures, llvm::raw_ostream &To);

/// One line for each function that was too large, with its place.
void writeCutShort(const Report &Report, llvm::raw_ostream &To);

/// The last line: how much was found and analysed.
void writeSummary(const Report &Report, llvm::raw_ostream &To);

} // namespace cursor_tidy::tool

#endif
