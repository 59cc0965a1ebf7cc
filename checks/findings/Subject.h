//===- Subject.h - how a message speaks of a handle -----------------------===//
//
// The parts that sentences of all checks share: the handle's name and type, its
// level in words, and who declared that level.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FINDINGS_SUBJECT_H
#define CURSOR_TIDY_FINDINGS_SUBJECT_H

#include "findings/Finding.h"
#include "solve/Solution.h"

#include <string>
#include <string_view>

namespace cursor_tidy::findings {

/// What threads may do at a level: `threads may share connections, not
/// cursors`.
std::string_view levelInWords(int Level);

/// A handle together with what is known of its kind.
struct Subject {
  solve::HandleRef Ref;
  facts::HandleKind Kind;

  /// `'stmt'`, or `this cursor` when it has no name.
  /// The driver as people call it.
  std::string_view driver() const;
  std::string name() const;
  /// `'stmt' (SQLite sqlite3_stmt)`, or `a cursor (SQLite sqlite3_stmt)`.
  std::string introduced() const;
  /// `environment`, `connection` or `cursor`.
  std::string_view role() const;
  /// ` (level 2: threads may share connections, not cursors; declared by URL)`,
  /// with the blank, to stand at the end of a warning.
  std::string levelClause() const;
  /// `close it with 'sqlite3_finalize'`, or `close it` when nobody says how.
  std::string closeIt() const;
  /// The handle as the finding carries it.
  Handle handle() const;

private:
  int level() const { return Ref.Level >= 0 ? Ref.Level : Kind.Level; }
  std::string declaredBy() const;
};

Subject subjectOf(const solve::HandleRef &Ref, const solve::Solution &Known);

/// A text of the program in quotes: `'rc != SQLITE_OK'`.
std::string quote(facts::Name Text);

} // namespace cursor_tidy::findings

#endif
