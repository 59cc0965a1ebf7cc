//===- Fingerprint.h - which finding is the same as before ----------------===//
//
// A fingerprint names a finding across runs, machines and edits elsewhere: it
// depends on the check, the base name of the file, the function, the handle and
// the kind of fault, on no line and no folder. Findings that agree in all of
// these are told apart by their order in the file.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FINDINGS_FINGERPRINT_H
#define CURSOR_TIDY_FINDINGS_FINGERPRINT_H

#include "findings/Finding.h"

#include <string_view>

namespace cursor_tidy::findings {

/// The fingerprint of the first finding of its like. The fault is a word of the
/// check's own, such as `return` or `double-close`.
std::string fingerprintOf(const Finding &Of, std::string_view Fault);

/// Gives the second and later ones of a like fingerprints of their own. Wants
/// the findings in order of location.
void tellApart(std::vector<Finding> &Sorted);

} // namespace cursor_tidy::findings

#endif
