//===- Reach.h - which units can matter -----------------------------------===//
//
// A unit matters when it sees a driver, be it one that its sources declare.
// Beyond these, from function to function by their names: a unit of which a
// function calls into one that matters, and a unit that defines what these call
// and that starts threads, locks or ends the process there. All others need not
// be parsed.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_REACH_H
#define CURSOR_TIDY_TOOL_REACH_H

#include "Outline.h"
#include "model/Models.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"

#include <memory>
#include <mutex>
#include <string>

namespace cursor_tidy::tool {

/// What the text of a unit says.
struct UnitText {
  bool SeesDriver = false;
  /// Its main file first, then the headers of the project.
  std::vector<std::shared_ptr<const Outline>> Files;
};

/// Reads the texts of units; each file once. Safe from several threads.
class TextReader {
public:
  explicit TextReader(const model::Models &Models);

  /// The text of a unit that reads these files. Without a list of files the
  /// unit counts as one that sees a driver.
  UnitText read(llvm::ArrayRef<llvm::StringRef> Files);

  /// What the text of a file is known to say.
  void know(llvm::StringRef Path, std::shared_ptr<const Outline> Says);
  /// Null when it was not read.
  std::shared_ptr<const Outline> known(llvm::StringRef Path);

private:
  std::shared_ptr<const Outline> outline(llvm::StringRef Path);
  bool seesDriver(llvm::ArrayRef<llvm::StringRef> Files, const UnitText &Text);
  /// Whether an installed header may itself say that something is a handle.
  bool installedDeclares(llvm::StringRef Path);

  const model::Models &Models;
  std::vector<std::vector<Word>> Handles; ///< names of types, part by part
  std::mutex Guard;
  llvm::StringMap<std::shared_ptr<const Outline>> Known;
  llvm::StringMap<bool> Declaring;
};

/// For each unit, whether it matters.
std::vector<bool> reachable(llvm::ArrayRef<UnitText> Units,
                            const model::Models &Models);

} // namespace cursor_tidy::tool

#endif
