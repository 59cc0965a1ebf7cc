//===- Collect.h - from faults to findings --------------------------------===//
//
// What the four checks have in common: leave out the exempt, keep the first of
// each defect, tell the rest, in a fixed order.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_COLLECT_H
#define CURSOR_TIDY_COLLECT_H

#include "findings/Fingerprint.h"
#include "findings/Messages.h"
#include "solve/Solution.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <vector>

namespace cursor_tidy {

/// By place, then check, then message: the order of all output.
inline void sortFindings(std::vector<findings::Finding> &Findings) {
  auto Key = [](const findings::Finding &F) {
    return std::tie(F.At, F.Check, F.Message, F.Function, F.Fingerprint);
  };
  std::sort(Findings.begin(), Findings.end(),
            [&](const findings::Finding &L, const findings::Finding &R) {
              return Key(L) < Key(R);
            });
}

/// What tells one handle from another in a defect's key.
inline auto identityOf(const solve::HandleRef &Handle) {
  return std::tuple(Handle.Opened, Handle.Variable, Handle.Kind);
}

/// The findings of all faults that are not exempt, one for each defect, which
/// is what DefectOf gives the same key to. Faults come in order of place, so
/// the first of a defect is the one told.
template <typename Fault, typename Exempt, typename Defect>
std::vector<findings::Finding> collect(const std::vector<Fault> &Faults,
                                       const solve::Solution &Known,
                                       Exempt IsExempt, Defect DefectOf) {
  std::set<decltype(DefectOf(Faults.front()))> Told;
  std::vector<findings::Finding> Findings;
  for (const Fault &F : Faults)
    if (!IsExempt(F) && Told.insert(DefectOf(F)).second)
      Findings.push_back(findings::explain(F, Known));
  sortFindings(Findings);
  findings::tellApart(Findings);
  return Findings;
}

} // namespace cursor_tidy

#endif
