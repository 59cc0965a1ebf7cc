//===- Finding.h - a finding as a value -----------------------------------===//
//
// What a check returns and every host prints. All sentences come from Messages;
// a writer adds none of its own.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FINDINGS_FINDING_H
#define CURSOR_TIDY_FINDINGS_FINDING_H

#include "facts/Location.h"

#include <string>
#include <vector>

namespace cursor_tidy::findings {

/// One step of the flow, printed as a note.
struct Note {
  std::string Kind;    ///< `opened`, `branch`, `spawned`, ...: for machines
  std::string Message; ///< for people
  facts::Location At;
};

/// Text to put in place of a range (an empty range inserts).
struct Edit {
  facts::Location Range;
  std::string Text;
};

/// A change that settles the finding and cannot change behaviour otherwise.
struct Fix {
  std::string Title;
  std::vector<Edit> Edits;
};

struct Handle {
  std::string Name;       ///< as in the source; empty for a temporary
  std::string Type;       ///< `sqlite3_stmt`
  std::string Role;       ///< `environment`, `connection`, `cursor`
  std::string Driver;     ///< `sqlite3`
  int Level = -1;         ///< 0 to 3
  std::string DeclaredBy; ///< what declares the level
};

struct Finding {
  std::string Check;    ///< `cursor-unclosed`
  std::string Message;  ///< lower case, no full stop
  std::string Severity; ///< `warning`
  facts::Location At;
  std::string Function; ///< readable name of the function around it
  findings::Handle Handle;
  std::vector<Note> Flow; ///< in the order of the program, at most eight
  std::string Remedy;     ///< one line: what to do instead
  std::vector<Fix> Fixes;
  std::string Fingerprint; ///< stable when lines shift
};

} // namespace cursor_tidy::findings

#endif
