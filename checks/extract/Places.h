//===- Places.h - building places and values ------------------------------===//
//
// Small pure functions over facts::Place and facts::Value, shared by the files
// that lower expressions. They keep one spelling per place: `&*p` is `p`.
// A pointer to an array's first element is the array's address: `a[0]` is
// `a.[0]` and `p[0]` is `p.*.[0]`, but `*p` is `p.*`.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_PLACES_H
#define CURSOR_TIDY_EXTRACT_PLACES_H

#include "facts/Place.h"

namespace cursor_tidy::extract {

/// A place without a path.
facts::Place place(facts::Place::Base Root, uint32_t Index = 0);
/// A variable of static storage.
facts::Place globalPlace(facts::Name Symbol);

/// `P.f`
facts::Place field(facts::Place P, facts::Name Field);
/// `P.*`
facts::Place deref(facts::Place P);
/// `P.[3]`
facts::Place element(facts::Place P, int64_t Index);
/// `P.[t7]`
facts::Place elementByTemp(facts::Place P, uint32_t Temp);
/// `P.[?]`
facts::Place someElement(facts::Place P);

/// The address of a place; of `p.*` it is the content of `p`.
facts::Value addressOf(facts::Place P);

/// Anything but zero or null.
facts::Value nonZero();

} // namespace cursor_tidy::extract

#endif
