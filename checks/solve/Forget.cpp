//===- Forget.cpp - what a state need not remember
//-------------------------===//
#include "solve/Forget.h"

#include <algorithm>

namespace cursor_tidy::solve {
namespace {

using Kind = Definition::Kind;

/// Stands for every index that nobody knows any more.
constexpr int64_t ForgottenSite = int64_t(1) << 60;
/// Cells and objects that an outcome tells of at most.
constexpr size_t MaxTold = 300;

class Collector {
public:
  Collector(State &S, Values &Ids) : S(S), Ids(Ids) {}

  void run() {
    markRoots();
    markContents();
    forgetRanges();
    forgetObjects();
    forgetContents();
  }

private:
  bool isLive(ValueId Id) {
    const std::vector<ValueId> &Made = Ids.madeIn(Id);
    return std::all_of(Made.begin(), Made.end(),
                       [&](ValueId Each) { return Live.contains(Each); });
  }
  bool mark(ValueId Id) {
    bool IsNew = false;
    for (ValueId Made : Ids.madeIn(Id))
      IsNew |= Live.insert(Made).second;
    return IsNew;
  }

  /// What is looked at without a cell that holds it.
  void markRoots() {
    for (const auto &[Id, Handle] : *S.Handles) {
      mark(Id);
      mark(Handle.ClosedParent);
      for (ValueId Parent : Handle.Parents)
        mark(Parent);
    }
    for (const auto &[Id, Object] : *S.Objects) {
      if (Object.Allocated || Object.Thread || Object.Borrow)
        mark(Id);
      mark(Object.CopiedFrom);
      if (Object.Borrow)
        mark(Object.Borrow->Owner);
    }
    for (const LatentUse &Use : *S.Uses)
      mark(Use.Handle);
    for (const Invalidation &Each : *S.Invalidated)
      mark(Each.Owner);
    for (const auto &[Object, How] : *S.Freed)
      mark(Object);
    for (const auto &[Container, Index] : *S.Turn)
      mark(Container), mark(Index);
    for (const auto &[Container, Workers] : *S.Served)
      mark(Container);
    for (const auto &[Id, Of] : *S.Slots)
      mark(Id);
    for (ValueId Handler : *S.AtExit)
      mark(Handler);
    for (ValueId Handler : *S.AtFork)
      mark(Handler);
    for (ValueId Container : S.Doubted)
      mark(Container);
  }

  void markContents() {
    for (bool Changed = true; Changed;) {
      Changed = false;
      for (const auto &[Cell, Held] : *S.Contents)
        if (isLive(Cell))
          Changed |= mark(Held);
    }
  }

  void forgetRanges() {
    std::vector<ValueId> Dead;
    for (const auto &[Id, Is] : *S.Ranges)
      if (!isLive(Id))
        Dead.push_back(Id);
    for (ValueId Id : Dead)
      S.Ranges.write().erase(Id);
  }

  /// The same place, with an index that stands for all that are forgotten; none
  /// when there is no such place.
  ValueId folded(ValueId Id) {
    for (ValueId Part = Id; Part; Part = Ids[Part].Left) {
      const Definition Is = Ids[Part];
      if (Is.What == Kind::Fresh || Is.What == Kind::Pure)
        break;
      if (Is.What == Kind::AnyElement && !isLive(Is.Right))
        Id = Ids.rebase(
            Id, Part,
            Ids.anyElement(Is.Left, Ids.fresh(ForgottenSite, Is.Left)));
    }
    return isFolded(Id) ? Id : 0;
  }
  bool isFolded(ValueId Id) {
    const std::vector<ValueId> &Made = Ids.madeIn(Id);
    return std::all_of(Made.begin(), Made.end(), [&](ValueId Each) {
      return Live.contains(Each) || Ids[Each].Number == ForgottenSite;
    });
  }

  void forgetObjects() {
    std::vector<ValueId> Dead;
    for (const auto &[Id, Object] : *S.Objects)
      if (!isLive(Id) && !isFolded(Id))
        Dead.push_back(Id);
    for (ValueId Id : Dead) {
      auto &Objects = S.Objects.write();
      ValueId Kept = Objects[Id].Escaped ? folded(Id) : 0;
      Objects.erase(Id);
      if (Kept)
        Objects[Kept].Escaped = true;
    }
  }

  void forgetContents() {
    std::vector<ValueId> Dead;
    for (const auto &[Cell, Held] : *S.Contents)
      if (!isLive(Cell) && !isFolded(Cell) && !isLive(Held))
        Dead.push_back(Cell);
    for (ValueId Cell : Dead) {
      auto &Contents = S.Contents.write();
      Contents.erase(Cell);
      if (ValueId Kept = folded(Cell))
        Contents[Kept] = Ids.fresh(ForgottenSite, Kept);
    }
  }

  State &S;
  Values &Ids;
  std::set<ValueId> Live;
};

/// What a caller hands over itself, of what can be reached from there: `*p` for
/// `p->next->rc`.
ValueId suppliedWith(ValueId Id, const Values &Ids) {
  while (Ids[Id].What != Kind::Variable &&
         Ids[Ids[Id].Left].What != Kind::Variable)
    Id = Ids[Id].Left;
  return Id;
}

} // namespace

void forgetNameless(State &S, Values &Ids) { Collector(S, Ids).run(); }

void boundOutcome(State &S, Values &Ids) {
  if (S.Contents->size() + S.Objects->size() <= MaxTold)
    return;
  auto &Contents = S.Contents.write();
  auto &Objects = S.Objects.write();
  std::set<ValueId> Kept;
  for (auto At = Contents.begin(); At != Contents.end();) {
    if (!Ids.isOutside(Ids.content(At->first))) {
      ++At;
      continue;
    }
    S.LetGo.write().insert(suppliedWith(At->first, Ids));
    ValueId Held = At->second;
    if (S.Handles->contains(Held) || Objects.contains(Held))
      Kept.insert(Held);
    At = Contents.erase(At);
  }
  std::erase_if(Objects, [&](const auto &Entry) {
    const ObjectState &Object = Entry.second;
    bool IsPlain = !Object.Allocated && !Object.Thread && !Object.Borrow;
    if (!IsPlain || !Ids.isOutside(Entry.first) || Kept.contains(Entry.first))
      return false;
    if (Object.Escaped)
      S.LetGo.write().insert(suppliedWith(Entry.first, Ids));
    return true;
  });
  for (ValueId Held : Kept)
    Objects[Held].Escaped = true;
}

} // namespace cursor_tidy::solve
