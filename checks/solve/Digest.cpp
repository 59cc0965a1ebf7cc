//===- Digest.cpp - what those ask of a function who look at many
//------------===//
#include "solve/Digest.h"

#include "solve/ClientRun.h"

#include <algorithm>

namespace cursor_tidy::solve {

static bool leavesOpen(const State &Post) {
  return std::any_of(Post.Handles->begin(), Post.Handles->end(),
                     [](const auto &Entry) {
                       return Entry.second.Is == Condition::Open &&
                              Entry.second.Owned && Entry.second.Opened;
                     });
}

Digest digestOf(const facts::Function &F, const Summary &Of, Values &Ids) {
  Digest Found{.IsCut = Of.IsCut};
  for (const Outcome &Each : Of.Outcomes)
    Found.LeavesOpen |= leavesOpen(Each.Post);
  if (F.Body != facts::BodyKind::Defined)
    return Found;
  Found.Does = behaviourOf(Of, Ids);
  Found.Cares = careOf(F, Of, Ids);
  if (!F.Class.empty())
    Found.Keeps = upkeepOf(Of, Ids);
  return Found;
}

} // namespace cursor_tidy::solve
