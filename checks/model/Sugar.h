//===- Sugar.h - the declarative keys of a function become its body
//---------===//
//
// A driver's function is described by what it is (`opens`, `closes`,
// `borrows`, ...) rather than by what it does step by step. This is the one
// place that knows what each of these keys means as a body; docs/models.md
// tells it to people.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_MODEL_SUGAR_H
#define CURSOR_TIDY_MODEL_SUGAR_H

#include "model/Model.h"
#include "model/Reader.h"

namespace cursor_tidy::model {

/// The body of a function's entry. \p Driver is the name that a handle's short
/// key is completed with; empty in a library's file.
Body readBody(Reader &Read, const JsonNode &Entry, std::string_view Driver);

} // namespace cursor_tidy::model

#endif
