//===- Upkeep.cpp - what a method does to the members of its object -------===//
#include "solve/Upkeep.h"

#include <algorithm>

namespace cursor_tidy::solve {

using facts::Name;
using facts::Place;
using Kind = Definition::Kind;

namespace {

/// The member of `this` through which a value or a cell is reached, or empty.
/// What a base has goes by its own name.
Name memberAround(const Values &Ids, ValueId Id) {
  Name Member;
  for (;;) {
    const Definition &Is = Ids[Id];
    switch (Is.What) {
    case Kind::Field:
      if (!Is.Symbol.text().starts_with("<"))
        Member = Is.Symbol;
      [[fallthrough]];
    case Kind::Element:
    case Kind::AnyElement:
    case Kind::Content:
      Id = Is.Left;
      continue;
    case Kind::Variable:
      return Is.Root == Place::Base::This ? Member : Name();
    default:
      return {};
    }
  }
}

/// Objects that a member holds are looked into so deep.
constexpr unsigned MaxDepth = 4;

/// Members in which a handle that was opened is left, also in objects that they
/// hold.
class OpenMembers {
public:
  OpenMembers(const State &Post, const Values &Ids) : Post(Post), Ids(Ids) {
    for (const auto &[Cell, Held] : *Post.Contents)
      HeldBy[Ids.object(Cell)].push_back(Held);
    for (const auto &[Cell, Held] : *Post.Contents)
      if (Name Member = memberAround(Ids, Cell); !Member.empty())
        visit(Member, Held, MaxDepth);
    for (const auto &[Id, Handle] : *Post.Handles)
      if (Name Member = memberAround(Ids, Id); !Member.empty())
        note(Member, Id);
  }
  std::map<Name, std::set<facts::Location>> Found;

private:
  void note(Name Member, ValueId Id) {
    auto At = Post.Handles->find(Id);
    if (At != Post.Handles->end() && At->second.Is == Condition::Open &&
        At->second.Owned && At->second.Opened)
      Found[Member].insert(At->second.Opened->back().At);
  }
  void visit(Name Member, ValueId Held, unsigned Depth) {
    note(Member, Held);
    auto Inside = HeldBy.find(Ids.object(Held));
    if (Depth && Ids[Held].What == Kind::Fresh && Inside != HeldBy.end())
      for (ValueId Each : Inside->second)
        visit(Member, Each, Depth - 1);
  }

  const State &Post;
  const Values &Ids;
  std::map<ValueId, std::vector<ValueId>> HeldBy; ///< by object
};

/// The way from `this` to the size of a container, when a cell is that and the
/// container has got one more element.
std::vector<facts::Step> fills(Values &Ids, ValueId Cell, ValueId Held) {
  const Definition &Is = Ids[Held];
  if (Ids[Cell].What != Kind::Field || Ids[Cell].Symbol.text() != "size" ||
      Is.What != Kind::Pure || Is.Op != facts::Operator::Add ||
      Is.Left != Ids.content(Cell))
    return {};
  std::vector<facts::Step> Path;
  for (ValueId Id = Cell; Ids[Id].What == Kind::Field; Id = Ids[Id].Left) {
    Path.push_back({facts::Step::Kind::Field, Ids[Id].Symbol, 0});
    const Definition &Around = Ids[Ids[Id].Left];
    if (Around.What == Kind::Content &&
        Ids[Around.Left].Root == Place::Base::This) {
      std::reverse(Path.begin(), Path.end());
      return Path;
    }
  }
  return {};
}

} // namespace

Upkeep upkeepOf(const Summary &Of, Values &Ids) {
  Upkeep Found;
  bool IsFirst = true;
  for (const Outcome &Each : Of.Outcomes) {
    if (Each.How != Way::Return)
      continue;
    const State &Post = Each.Post;
    std::set<Name> OpenHere;
    for (const auto &[Member, Places] : OpenMembers(Post, Ids).Found) {
      Found.Opens[Member].insert(Places.begin(), Places.end());
      OpenHere.insert(Member);
    }
    if (IsFirst)
      Found.AlwaysOpens = OpenHere;
    else
      std::erase_if(Found.AlwaysOpens,
                    [&](Name Member) { return !OpenHere.contains(Member); });
    IsFirst = false;
    auto Note = [&](std::set<Name> &To, ValueId Id) {
      if (Name Member = memberAround(Ids, Id); !Member.empty())
        To.insert(Member);
    };
    for (const auto &[Id, Handle] : *Post.Handles)
      if (Handle.Is == Condition::Closed || Handle.Is == Condition::Ended)
        Note(Found.Closes, Id);
    for (const LatentUse &Use : *Post.Uses)
      if (Use.Closes && !Use.Retained)
        Note(Found.Closes, Use.Handle);
    for (const auto &[Cell, Held] : *Post.Contents) {
      const Definition &Is = Ids[Held];
      if (Is.What != Kind::Content || Is.Left != Cell)
        Note(Found.Writes, Cell);
      std::vector<facts::Step> ToSize = fills(Ids, Cell, Held);
      if (!ToSize.empty() &&
          !std::count(Found.Fills.begin(), Found.Fills.end(), ToSize))
        Found.Fills.push_back(std::move(ToSize));
    }
  }
  return Found;
}

} // namespace cursor_tidy::solve
