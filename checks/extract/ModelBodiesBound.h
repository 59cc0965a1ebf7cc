//===- ModelBodiesBound.h - a bound call as a closure
//--------------------------------===//
//
// What `std::bind(f, a, _1)` gives is an object that is called like a lambda.
// So it gets a closure class of its own, whose call operator calls the target
// with what is bound and with what it is given. Nothing downstream needs to
// know of binding. Not followed: a bound call that is itself an argument of
// another one.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_MODELBODIESBOUND_H
#define CURSOR_TIDY_EXTRACT_MODELBODIESBOUND_H

#include "extract/ModelBodies.h"

namespace cursor_tidy::extract {

/// The class of what one binding function returns, by its symbol.
facts::Name boundClass(facts::Name Binder);

/// The lines by which a binding function makes such an object at a place.
std::vector<std::string> boundLines(const Shape &Binder,
                                    const std::string &Where);

/// Its class.
facts::Class boundClassOf(const Shape &Binder);

/// The call operator of that class.
facts::Function boundCall(const Shape &Binder);

} // namespace cursor_tidy::extract

#endif
