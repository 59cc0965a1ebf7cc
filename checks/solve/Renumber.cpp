//===- Renumber.cpp - a summary in the values of another table ------------===//
//
// A state is taken apart by name: a member that is added to it and forgotten
// here does not compile.
//
//===----------------------------------------------------------------------===//
#include "solve/Renumber.h"

namespace cursor_tidy::solve {

namespace {

class Renumbering {
public:
  explicit Renumbering(const ValueChange &To) : To(To) {}

  void in(Summary &Of) const {
    auto &[Outcomes, Wanted, IsCut, IsPartial] = Of;
    for (Outcome &Each : Outcomes)
      in(Each.Post);
    in(Wanted);
  }

private:
  void in(ValueId &Id) const { Id = To(Id); }
  void in(std::vector<ValueId> &Ids) const {
    for (ValueId &Id : Ids)
      in(Id);
  }
  void in(ValueSet &Ids) const {
    ValueSet Old = std::move(Ids);
    Ids.clear();
    for (ValueId Id : Old)
      Ids.insert(To(Id));
  }
  /// Keys change, and what they stand for by the function given.
  template <class T, class Change>
  void in(std::map<ValueId, T> &Entries, Change Inside) const {
    std::map<ValueId, T> Old = std::move(Entries);
    Entries.clear();
    for (auto &[Id, Value] : Old) {
      Inside(Value);
      Entries.emplace(To(Id), std::move(Value));
    }
  }
  template <class T> void in(std::map<ValueId, T> &Entries) const {
    in(Entries, [](T &) {});
  }
  /// Nothing is copied for what is empty.
  template <class T, class Change>
  void within(Shareable<T> &Shared, Change Inside) const {
    if (!Shared->empty())
      Inside(Shared.write());
  }

  void in(HandleState &Handle) const {
    in(Handle.Parents);
    in(Handle.ClosedParent);
  }
  void in(ObjectState &Object) const {
    in(Object.CopiedFrom);
    if (Object.Borrow)
      in(Object.Borrow->Owner);
  }

  void in(State &S) const {
    auto &[Contents, Ranges, Handles, Objects, Uses, Invalidated, LetGo,
           ReadThrough, Freed, Doubtful, Configured, Served, Slots, Racing,
           AtExit, AtFork, Turn, Visits, Turns, Awaited, Branches, Threads,
           InProcess, Forks, HasForked, Shields, Throwing, Unwound, PendingEnd,
           LeavesAt, Doubted, IsDead] = S;
    auto Plain = [this](auto &Of) { in(Of); };
    auto Values = [this](std::map<ValueId, ValueId> &Of) {
      in(Of, [this](ValueId &Id) { in(Id); });
    };
    within(Contents, Values);
    within(Ranges, Plain);
    within(Handles, [this](auto &Of) {
      in(Of, [this](HandleState &Handle) { in(Handle); });
    });
    within(Objects, [this](auto &Of) {
      in(Of, [this](ObjectState &Object) { in(Object); });
    });
    within(Uses, [this](auto &Of) {
      for (LatentUse &Use : Of)
        in(Use.Handle);
    });
    within(Invalidated, [this](auto &Of) {
      for (Invalidation &Each : Of)
        in(Each.Owner);
    });
    within(LetGo, Plain);
    within(ReadThrough, Plain);
    within(Freed, [this](auto &Of) {
      for (auto &[Object, How] : Of)
        in(Object);
    });
    within(Doubtful, [this](auto &Of) {
      for (DoubtfulLeak &Leak : Of)
        in(Leak.Cells);
    });
    within(Served, Plain);
    within(Slots, [this](auto &Of) {
      in(Of, [this](Slot &Is) {
        for (auto &[Taker, Does] : Is.Takers)
          Does.renumber(To);
      });
    });
    within(Racing, Plain);
    within(AtExit, Plain);
    within(AtFork, Plain);
    within(Turn, Values);
    Threads.renumber(To);
    in(Doubted);
  }

  const ValueChange &To;
};

Summary renumbered(Summary Of, const ValueChange &To) {
  Renumbering(To).in(Of);
  return Of;
}

} // namespace

Portable takeOut(Summary Of, const Values &From) {
  std::vector<ValueId> Number(From.size(), 0);
  auto Use = [&](ValueId Id) {
    Number[Id] = 1;
    return Id;
  };
  Of = renumbered(std::move(Of), Use);
  Number[0] = 0;
  for (size_t Id = Number.size(); Id-- > 1;)
    if (Number[Id])
      for (ValueId Part : {From[Id].Left, From[Id].Right})
        Number[Part] = Part != 0;
  Portable Result;
  Result.Definitions.emplace_back();
  for (ValueId Id = 1; Id != Number.size(); ++Id)
    if (Number[Id]) {
      Number[Id] = ValueId(Result.Definitions.size());
      Definition Is = From[Id];
      Is.Left = Number[Is.Left];
      Is.Right = Number[Is.Right];
      Result.Definitions.push_back(Is);
    }
  Result.Of = renumbered(std::move(Of), [&](ValueId Id) { return Number[Id]; });
  return Result;
}

Summary bringIn(const Portable &Of, Values &Into) {
  std::vector<ValueId> Number(Of.Definitions.size(), 0);
  for (ValueId Id = 1; Id != Number.size(); ++Id) {
    Definition Is = Of.Definitions[Id];
    Is.Left = Number[Is.Left];
    Is.Right = Number[Is.Right];
    Number[Id] = Into.intern(Is);
  }
  return renumbered(Of.Of, [&](ValueId Id) { return Number[Id]; });
}

std::string spell(ValueId Id, const Values &In) {
  if (Id == 0)
    return "-";
  const Definition &Is = In[Id];
  std::string Text =
      std::to_string(int(Is.What)) + ' ' + std::to_string(int(Is.Root)) + ' ' +
      std::to_string(int(Is.Op)) + ' ' + std::to_string(Is.Number) + ' ' +
      std::to_string(Is.Symbol.text().size()) + ' ';
  Text += Is.Symbol.text();
  return '(' + Text + spell(Is.Left, In) + spell(Is.Right, In) + ')';
}

ValueId carryOver(ValueId Id, const Values &From, Values &Into) {
  if (Id == 0)
    return 0;
  Definition Is = From[Id];
  Is.Left = carryOver(Is.Left, From, Into);
  Is.Right = carryOver(Is.Right, From, Into);
  return Into.intern(Is);
}

} // namespace cursor_tidy::solve
