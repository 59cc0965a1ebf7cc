//===- Hashing.h - equal content, equal hash ------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_HASHING_H
#define CURSOR_TIDY_SOLVE_HASHING_H

#include "facts/ByteCoding.h"
#include "solve/Record.h"
#include "solve/Renumber.h"

namespace cursor_tidy::solve {

Hash hashOf(const facts::bytes::Writer &Written);

/// Of a summary, all that callers may notice of it.
Hash hashOf(const Portable &Summary);

/// Of all of a function, or of what its callers know without its body: neither
/// blocks nor the place of its name.
Hash hashOfBody(const facts::Function &Of);
Hash hashOfHead(const facts::Function &Of);

/// Of anything else of the program that has a list of fields.
template <typename... T> Hash hashOfAll(const T &...Each) {
  facts::bytes::Writer Out(facts::bytes::Writer::Names::Hashed);
  (Out.put(Each), ...);
  return hashOf(Out);
}

} // namespace cursor_tidy::solve

#endif
