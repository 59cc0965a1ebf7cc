//===- Flow.h - the path of a fault as notes ------------------------------===//
#ifndef CURSOR_TIDY_FINDINGS_FLOW_H
#define CURSOR_TIDY_FINDINGS_FLOW_H

#include "findings/Subject.h"

#include <optional>
#include <vector>

namespace cursor_tidy::findings {

/// As many notes as a reader follows.
inline constexpr size_t MaxNotes = 8;

/// Who is who on a path: a step says only what happens and where.
struct Cast {
  Subject Handle;                ///< what is opened, used and closed
  std::optional<Subject> Parent; ///< what `ParentClosed` closes
  /// Where it is this handle that is used; a use elsewhere on the path is one
  /// of its parent, maybe through another handle. Invalid: all are its own.
  facts::Location Use = {};

  /// The handle that a step is about.
  const Subject &at(const solve::PathStep &Step) const;
};

/// The word for machines: `opened`, `branch`, `parent-closed`.
std::string_view kindOf(solve::StepKind Kind);

/// The sentence for people.
std::string sentenceOf(const solve::PathStep &Step, const Cast &Who);

/// The notes of a path, in its order. Of more than MaxNotes the first, the last
/// and those that tell most are kept.
std::vector<Note> notesOf(std::vector<solve::PathStep> Path, const Cast &Who);

/// True when some step of the path is at this place.
bool passes(const std::vector<solve::PathStep> &Path, facts::Location At);

} // namespace cursor_tidy::findings

#endif
