//===- Copies.h - objects that share one handle and count who does --------===//
//
// `"copies": "counted"` says of a class that its copies share the handle and
// that the last one ends it. The handle counts the others in a field of its
// own; the constructors, assignments and the destructor that this takes are
// written here, so that a model only says how the last one ends the handle.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_MODEL_COPIES_H
#define CURSOR_TIDY_MODEL_COPIES_H

#include "model/Model.h"

namespace cursor_tidy::model {

/// The constructors and assignments of a class that copy and move.
std::vector<Function> countedCopies(const std::string &Class,
                                    const std::string &Driver);

/// A destructor that does this for the last object only.
Body endsWithTheLast(Body Ends);

/// Lets each handle that a body opens behind an object start without others.
void startCounts(Body &Does);

} // namespace cursor_tidy::model

#endif
