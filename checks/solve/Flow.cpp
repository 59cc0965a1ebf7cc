//===- Flow.cpp - order, loops and live temporaries of a function
//------------===//
#include "solve/Flow.h"

#include <algorithm>
#include <functional>
#include <map>

namespace cursor_tidy::solve {

using namespace facts;

namespace {

using Uses = std::vector<std::pair<const Place *, PlaceUse>>;

/// Collects the places of one action.
struct PlaceCollector {
  Uses Found;

  void reads(const Value &V) {
    if (V.What == Value::Kind::Load || V.What == Value::Kind::Address)
      Found.push_back({&V.Where, PlaceUse::Reads});
  }
  void reads(const std::optional<Value> &V) {
    if (V)
      reads(*V);
  }
  void reads(const std::vector<Value> &All) {
    for (const Value &V : All)
      reads(V);
  }
  void writes(const Place &P) {
    if (!P.isNone())
      Found.push_back(
          {&P, P.Path.empty() ? PlaceUse::Writes : PlaceUse::Reads});
  }
  void touches(const Place &P) { Found.push_back({&P, PlaceUse::Reads}); }

  void operator()(const Set &E) { reads(E.From), writes(E.To); }
  void operator()(const Compute &E) {
    reads(E.Left), reads(E.Right), writes(E.To);
  }
  void operator()(const Make &E) { writes(E.Object); }
  void operator()(const Allocate &E) { writes(E.To); }
  void operator()(const Free &E) { reads(E.Object); }
  void operator()(const End &) {}
  void operator()(const Iterate &E) {
    touches(E.Container), touches(E.Cursor), writes(E.Cursor), writes(E.To);
  }
  void operator()(const Call &E) {
    reads(E.Callee), reads(E.Arguments), reads(E.This), writes(E.To);
  }
  void operator()(const Open &E) { reads(E.Handle), reads(E.Parents); }
  void operator()(const Close &E) { reads(E.Handle); }
  void operator()(const Access &E) { reads(E.Handle); }
  void operator()(const Borrow &E) { reads(E.Owner), writes(E.To); }
  void operator()(const Invalidate &E) { reads(E.Owner); }
  void operator()(const EndChildren &E) { reads(E.Parent); }
  void operator()(const Protocol &E) { reads(E.Handle); }
  void operator()(const Parent &E) { reads(E.Handle), writes(E.To); }
  void operator()(const Escape &E) { reads(E.What); }
  void operator()(const Configure &) {}
  void operator()(const ConfigureHandle &E) { reads(E.Handle); }
  void operator()(const Spawn &E) {
    reads(E.Entry), reads(E.Arguments), reads(E.This), writes(E.To);
  }
  void operator()(const Join &E) { reads(E.Thread); }
  void operator()(const Detach &E) { reads(E.Thread); }
  void operator()(const Cancel &E) { reads(E.Thread); }
  void operator()(const Shield &) {}
  void operator()(const Lock &E) { reads(E.Mutex); }
  void operator()(const Unlock &E) { reads(E.Mutex); }
  void operator()(const Signal &E) { reads(E.Object); }
  void operator()(const Await &E) { reads(E.Object); }
  void operator()(const Fork &E) { writes(E.To); }
  void operator()(const Leave &) {}
  void operator()(const AtExit &E) { reads(E.Function); }
  void operator()(const AtFork &E) { reads(E.Function); }
  void operator()(const ResetAfterFork &E) { reads(E.Handle); }
  void operator()(const Spot &) {}
};

/// Temporaries that a place mentions, in its base or as an index.
void addTemporaries(const Place &P, std::set<uint32_t> &To) {
  if (P.Root == Place::Base::Temp)
    To.insert(P.Index);
  for (const Step &S : P.Path)
    if (S.What == Step::Kind::VariableElement && S.Index >= 0)
      To.insert(uint32_t(S.Index));
}

/// Moves a set of live temporaries from after an action to before it.
void stepBack(const Action &Action, std::set<uint32_t> &Live) {
  Uses All = placesOf(Action);
  for (auto [Where, Use] : All)
    if (Use == PlaceUse::Writes && Where->Root == Place::Base::Temp)
      Live.erase(Where->Index);
  for (auto [Where, Use] : All)
    if (Use == PlaceUse::Reads)
      addTemporaries(*Where, Live);
}

/// True for `v = v + 1`.
bool countsUp(const Action &Action) {
  const auto *C = std::get_if<Compute>(&Action);
  return C && C->Op == Operator::Add && C->Left.What == Value::Kind::Load &&
         C->Left.Where == C->To && C->Right.What == Value::Kind::Int &&
         C->Right.Number > 0;
}

void noteWritten(std::vector<Flow::Written> &All, const Flow::Written &Now) {
  for (Flow::Written &Known : All)
    if (Known.Where == Now.Where) {
      Known.OnlyGrows &= Now.OnlyGrows;
      Known.InHead |= Now.InHead;
      return;
    }
  All.push_back(Now);
}

std::set<uint32_t> readAtEnd(const Terminator &End) {
  std::set<uint32_t> Live;
  if (const auto *B = std::get_if<Branch>(&End))
    addTemporaries(B->Condition.Where, Live);
  if (const auto *S = std::get_if<Switch>(&End))
    addTemporaries(S->On.Where, Live);
  return Live;
}

std::vector<BlockId> unwindTargets(const Block &Block) {
  std::vector<BlockId> To;
  for (const Event &E : Block.Events)
    if (const auto *C = std::get_if<Call>(&E.What))
      if (C->Unwind != NoBlock)
        To.push_back(C->Unwind);
  return To;
}

} // namespace

Uses placesOf(const Action &Action) {
  PlaceCollector Collector;
  std::visit(Collector, Action);
  return Collector.Found;
}

std::vector<BlockId> Flow::successors(const Block &Block) {
  std::vector<BlockId> To;
  if (const auto *J = std::get_if<Jump>(&Block.End))
    To = {J->To};
  else if (const auto *B = std::get_if<Branch>(&Block.End))
    To = {B->Then, B->Else};
  else if (const auto *C = std::get_if<Choose>(&Block.End))
    To = C->To;
  else if (const auto *T = std::get_if<Throw>(&Block.End)) {
    if (T->To != NoBlock)
      To = {T->To};
  } else if (const auto *S = std::get_if<Switch>(&Block.End)) {
    for (const Switch::Case &Case : S->Cases)
      To.push_back(Case.To);
    To.push_back(S->Default);
  }
  for (BlockId Target : unwindTargets(Block))
    To.push_back(Target);
  std::erase(To, NoBlock);
  return To;
}

std::vector<BlockId> Flow::loopsAround(BlockId Block) const {
  std::vector<BlockId> Heads;
  for (BlockId Head = 0; Head < Bodies.size(); ++Head)
    if (IsLoopHead[Head] && Bodies[Head].contains(Block))
      Heads.push_back(Head);
  std::ranges::sort(Heads, {}, [&](BlockId Head) {
    return std::pair(Bodies[Head].size(), Head);
  });
  return Heads;
}

std::set<BlockId> Flow::following(BlockId Block) const {
  std::set<BlockId> Found;
  std::vector<BlockId> Work{Block};
  while (!Work.empty()) {
    BlockId B = Work.back();
    Work.pop_back();
    if (Found.insert(B).second)
      Work.insert(Work.end(), Next[B].begin(), Next[B].end());
  }
  return Found;
}

Flow::Flow(const Function &Function) {
  size_t Count = Function.Blocks.size();
  Rank.assign(Count, ~0u);
  IsLoopHead.assign(Count, false);
  IsInLoop.assign(Count, false);
  LeavesLoop.assign(Count, false);
  WrittenInLoop.resize(Count);
  Bodies.resize(Count);
  LiveIn.resize(Count);
  LiveAfter.resize(Count);
  Next.resize(Count);
  std::vector<std::vector<BlockId>> Before(Count);
  for (BlockId B = 0; B < Count; ++B)
    for (BlockId To : successors(Function.Blocks[B]))
      if (To < Count) {
        Next[B].push_back(To);
        Before[To].push_back(B);
      }

  // Reverse post order, without recursion; an edge to a block that is still on
  // the stack closes a loop.
  std::vector<uint8_t> Mark(Count, 0);
  std::vector<std::pair<BlockId, BlockId>> BackEdges;
  std::vector<std::pair<BlockId, size_t>> Stack;
  if (Count) {
    Stack.push_back({0, 0});
    Mark[0] = 1;
  }
  while (!Stack.empty()) {
    auto &[B, I] = Stack.back();
    if (I == Next[B].size()) {
      Mark[B] = 2;
      Order.push_back(B);
      Stack.pop_back();
      continue;
    }
    // Last successor first, so that the first one comes first in the order.
    BlockId To = Next[B][Next[B].size() - ++I];
    if (Mark[To] == 1)
      BackEdges.push_back({B, To});
    if (Mark[To])
      continue;
    Mark[To] = 1;
    Stack.push_back({To, 0});
  }
  std::reverse(Order.begin(), Order.end());
  for (uint32_t I = 0; I < Order.size(); ++I)
    Rank[Order[I]] = I;

  for (auto [From, Head] : BackEdges) {
    IsLoopHead[Head] = true;
    std::set<BlockId> Body{Head};
    std::vector<BlockId> Work{From};
    while (!Work.empty()) {
      BlockId B = Work.back();
      Work.pop_back();
      if (!Body.insert(B).second)
        continue;
      Work.insert(Work.end(), Before[B].begin(), Before[B].end());
    }
    for (BlockId B : Body) {
      IsInLoop[B] = true;
      for (const Event &E : Function.Blocks[B].Events)
        for (auto [Where, Use] : placesOf(E.What))
          if (Use == PlaceUse::Writes && Where->Root != Place::Base::Result)
            noteWritten(WrittenInLoop[Head], {.Where = *Where,
                                              .OnlyGrows = countsUp(E.What),
                                              .InHead = B == Head});
    }
    Bodies[Head].merge(Body);
  }
  for (const std::set<BlockId> &Body : Bodies)
    for (BlockId B : Body)
      if (auto *Asks = std::get_if<Branch>(&Function.Blocks[B].End))
        LeavesLoop[B] = LeavesLoop[B] || !Body.contains(Asks->Then) ||
                        !Body.contains(Asks->Else);

  MayReturn.assign(Count, false);
  std::vector<BlockId> Work;
  for (BlockId B = 0; B < Count; ++B)
    if (std::holds_alternative<Return>(Function.Blocks[B].End))
      Work.push_back(B);
  while (!Work.empty()) {
    BlockId B = Work.back();
    Work.pop_back();
    if (MayReturn[B])
      continue;
    MayReturn[B] = true;
    Work.insert(Work.end(), Before[B].begin(), Before[B].end());
  }

  for (bool Changed = true; Changed;) {
    Changed = false;
    for (auto B = Order.rbegin(); B != Order.rend(); ++B) {
      const Block &Block = Function.Blocks[*B];
      std::set<uint32_t> Live = readAtEnd(Block.End);
      for (BlockId To : Next[*B])
        Live.insert(LiveIn[To].begin(), LiveIn[To].end());
      LiveAfter[*B].resize(Block.Events.size());
      for (size_t I = Block.Events.size(); I-- > 0;) {
        LiveAfter[*B][I] = Live;
        stepBack(Block.Events[I].What, Live);
      }
      if (Live != LiveIn[*B]) {
        LiveIn[*B] = std::move(Live);
        Changed = true;
      }
    }
  }
}

} // namespace cursor_tidy::solve
