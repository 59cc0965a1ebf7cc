//===- Simulate.cpp - the walk over a function's blocks
//----------------------===//
#include "solve/Simulate.h"

#include "solve/Constraints.h"
#include "solve/Forget.h"

#include <algorithm>
#include <utility>

namespace cursor_tidy::solve {

/// The event in the sites of values that others have written meanwhile.
static constexpr int64_t WrittenByOthers = int64_t(0xfffd) << 20;

using namespace facts;

namespace {

/// Events that one simulation runs at most, over all states: so many for each
/// event of the function, so that the cost grows with the code and no faster.
constexpr uint64_t LeastSteps = 30000, StepsPerEvent = 300, MaxSteps = 150000;
/// How much longer than the bound on waiting states the list of states that a
/// block has seen may grow.
constexpr size_t SeenFactor = 8;
constexpr size_t MaxEndless = 4;

uint64_t budgetFor(const facts::Function &Function) {
  uint64_t Events = 0;
  for (const facts::Block &B : Function.Blocks)
    Events += B.Events.size() + 1;
  return std::min(MaxSteps, LeastSteps + StepsPerEvent * Events);
}

/// Where the first of a block's events stands.
Location startOf(const facts::Block &Block) {
  for (const facts::Event &E : Block.Events)
    if (E.At.isValid())
      return E.At;
  return Block.EndAt;
}

} // namespace

Simulation::Simulation(Engine &Shared, const facts::Function &Function)
    : Shared(Shared), Function(Function), Blocks(Function),
      Waiting(Function.Blocks.size()), Seen(Function.Blocks.size()),
      AskedFor(Function.Blocks.size()), StepsLeft(budgetFor(Function)),
      Budget(StepsLeft) {}

void Simulation::supply(const Binding &Is, const Values &Terms) {
  Binding Mine = Is;
  Mine.Value = carryOver(Is.Value, Terms, Ids);
  Known.push_back(std::move(Mine));
}

Portable Simulation::run(Digest &Into) {
  Summary Made = follow();
  Into = digestOf(Function, Made, Ids);
  return takeOut(std::move(Made), Ids);
}

Summary Simulation::follow() {
  if (Function.Blocks.empty())
    return std::move(Result);
  State First;
  startWith(First);
  if (isMain())
    startGlobals(First);
  Waiting[0].push_back(std::move(First));
  for (bool Changed = true; Changed && StepsLeft;) {
    Changed = false;
    for (BlockId B : Blocks.Order) {
      if (Waiting[B].empty())
        continue;
      limit(Waiting[B], B);
      States Now = std::move(Waiting[B]);
      Waiting[B].clear();
      for (State &S : Now)
        simulate(B, std::move(S));
      // Blocks before this one may have become ready again: a loop's turn.
      Changed = true;
      break;
    }
  }
  if (!StepsLeft) {
    Shared.report(TooLarge{Function.Symbol, {Function.Text, Function.At}});
    return Summary{
        .Outcomes = {}, .Wanted = {}, .IsCut = true, .IsPartial = true};
  }
  leaveEndless();
  for (Telling &Each : Untold)
    Shared.report(std::move(Each));
  offerFixes();
  settleDoubtful();
  settleChildren();
  joinAlike();
  Result.IsPartial = !IsWhole;
  return std::move(Result);
}

void Simulation::startWith(State &S) {
  for (const Binding &Is : Known) {
    if (Is.What == Binding::Kind::Class)
      S.Objects.write()[Is.Value].Class = Is.Symbol;
    else if (Ids[Is.Value].What == Definition::Kind::Content)
      S.Contents.write()[Ids[Is.Value].Left] = supplied(Is);
  }
}

/// The function or the number that a caller has said a value to be.
ValueId Simulation::supplied(const Binding &Is) {
  return Is.What == Binding::Kind::Number ? Ids.constant(Is.Number)
                                          : Ids.function(Is.Symbol);
}

/// What has a value of its own before main is written at the start of main.
void Simulation::startGlobals(State &S) {
  for (Name Symbol : Shared.zeroed())
    S.Objects.write()[Ids.variable(Place::Base::Global, 0, Symbol)].Zeroed =
        true;
}

void Simulation::enter(BlockId To, State S, BlockId From) {
  if (S.IsDead || To >= Waiting.size())
    return;
  // A loop is followed exactly for a few turns; one more stands for all that
  // may come after them, and then it can only be left.
  if (From < Waiting.size() && Blocks.Bodies[From].contains(To)) {
    const unsigned Turns = S.Turns[From];
    // The head has been run already: what others write is for the next turn.
    if (Turns > Shared.Settings.MaxTurns + 1 &&
        !(Blocks.IsLoopHead[From] && letOthersWrite(From, S))) {
      keepEndless(From, std::move(S));
      return;
    }
    if (Turns == Shared.Settings.MaxTurns + 1)
      widen(From, To, S);
    if (S.IsDead)
      return;
  }
  if (Blocks.IsLoopHead[To]) {
    unsigned &Turns = S.Turns[To];
    Turns = Blocks.isBackEdge(From, To) ? Turns + 1 : 0;
    if (Turns == Shared.Settings.MaxTurns + 2)
      forgetWritten(To, S, /*InHead=*/true);
    forgetNameless(S, Ids);
  }
  // What a dead temporary held no longer tells two states apart.
  std::vector<ValueId> Dead;
  for (const auto &[Cell, Held] : *S.Contents) {
    const Definition &Is = Ids[Cell];
    if (Is.What == Definition::Kind::Variable && Is.Root == Place::Base::Temp &&
        !Blocks.LiveIn[To].contains(uint32_t(Is.Number)))
      Dead.push_back(Cell);
  }
  for (ValueId Cell : Dead)
    S.Contents.write().erase(Cell);
  for (State &Other : Waiting[To])
    if (sameState(Other, S)) {
      addReadThrough(Other, S);
      return;
    }
  Waiting[To].push_back(std::move(S));
}

/// Notes which cells of callers a condition asks for: `stop` in `!ctx->stop`.
void Simulation::noteCondition(ValueId Condition) {
  std::vector<ValueId> Work{Condition};
  for (size_t I = 0; I < Work.size() && I < 16; ++I) {
    const Definition &Is = Ids[Work[I]];
    if (Is.What == Definition::Kind::Pure) {
      Work.push_back(Is.Left);
      if (Is.Right)
        Work.push_back(Is.Right);
    } else if (Is.What == Definition::Kind::Content && Ids.isOutside(Work[I])) {
      AskedFor[Block].insert(Work[I]);
    }
  }
}

/// A loop that goes on only by what its callers supplied waits for somebody
/// else to write it: another thread, a signal handler. True when there is such
/// a cell, which then holds something unknown.
bool Simulation::letOthersWrite(BlockId Head, State &S) {
  // Once is enough: a cell that is new in every turn waits for nobody.
  if (!S.Awaited.insert(Head).second)
    return false;
  bool HasWritten = false;
  for (BlockId Inside : Blocks.Bodies[Head])
    for (ValueId Asked : AskedFor[Inside]) {
      ValueId Cell = Ids[Asked].Left;
      if (S.Contents->contains(Cell) || S.Handles->contains(Asked) ||
          (Ids[Cell].What == Definition::Kind::Variable &&
           Ids[Cell].Root != Place::Base::Global))
        continue;
      S.Contents.write()[Cell] =
          Ids.fresh((int64_t(Head) << 36) | WrittenByOthers, Cell);
      HasWritten = true;
    }
  return HasWritten;
}

bool Simulation::isWrittenByOthers(ValueId Held) const {
  for (Definition Is = Ids[Held]; Is.What == Definition::Kind::Fresh;
       Is = Ids[Is.Left])
    if ((Is.Number & (int64_t(0xffff) << 20)) == WrittenByOthers)
      return true;
  return false;
}

/// Functions that go round a loop for ever do so where they have no other way
/// out, or where the loop has none.
void Simulation::leaveEndless() {
  const bool IsOnlyWay = std::all_of(Result.Outcomes.begin(),
                                     Result.Outcomes.end(), isCancellation);
  for (auto &[Head, S] : Endless) {
    std::set<BlockId> Then = Blocks.following(Head);
    const bool IsForever =
        !Blocks.MayReturn[Head] &&
        std::none_of(Then.begin(), Then.end(),
                     [&](BlockId B) { return LeftIn.contains(B); });
    if (!IsForever && !IsOnlyWay)
      continue;
    Block = Head;
    Here = startOf(Function.Blocks[Head]);
    PathStep Loop;
    if (IsForever) {
      Loop = {.Kind = StepKind::Looped, .At = Here};
      findLost(S, WayOut::Forever, Loop, Moment::AtReturn);
    }
    leaveFunction(std::move(S), Way::Endless, EndKind::Thread, Loop);
  }
}

/// A state that a loop would turn on for ever.
void Simulation::keepEndless(BlockId Head, State S) {
  noteParent(S, false);
  if (!Blocks.IsLoopHead[Head])
    return;
  // What a loop around this one waits for lets this one begin anew.
  for (BlockId Waits : Blocks.loopsAround(Head))
    if (letOthersWrite(Waits, S)) {
      S.Turns[Waits] = Shared.Settings.MaxTurns + 1;
      Waiting[Head].push_back(std::move(S));
      return;
    }
  if (Endless.size() < MaxEndless) {
    Endless.push_back({Head, std::move(S)});
    return;
  }
  // The turns that do most come last: a server starts a thread in each.
  auto DoesLess = [](const auto &L, const auto &R) {
    return L.second.Threads.accesses().size() <
           R.second.Threads.accesses().size();
  };
  auto Least = std::ranges::min_element(Endless, DoesLess);
  std::pair New(Head, std::move(S));
  if (DoesLess(*Least, New))
    *Least = std::move(New);
}

void Simulation::simulate(BlockId At, State S) {
  for (const State &Other : Seen[At])
    if (sameState(Other, S)) {
      keepEndless(At, std::move(S));
      return;
    }
  if (Seen[At].size() >= Shared.Settings.MaxStatesPerBlock * SeenFactor) {
    ++Shared.statesDropped();
    IsWhole = false;
    return;
  }
  Seen[At].push_back(S);
  // An endless loop has gone on for long enough: what holds here holds for
  // ever.
  if (Blocks.IsLoopHead[At] && !Blocks.MayReturn[At] &&
      S.Turns[At] > Shared.Settings.MaxTurns + 1) {
    keepEndless(At, std::move(S));
    return;
  }
  ++S.Visits[At];
  const facts::Block &Now = Function.Blocks[At];
  States Current;
  Current.push_back(std::move(S));
  for (uint32_t I = 0; I < Now.Events.size(); ++I) {
    States Next;
    for (State &Each : Current) {
      if (!StepsLeft)
        return;
      spend(Each);
      Block = At;
      EventIndex = I;
      for (State &After : step(std::move(Each), Now.Events[I]))
        if (!After.IsDead)
          Next.push_back(std::move(After));
    }
    limit(Next, At);
    Current = std::move(Next);
  }
  for (State &Each : Current) {
    Block = At;
    EventIndex = uint32_t(Now.Events.size());
    FreshIndex = CallIndex = 0;
    Event = nullptr;
    finish(Now, std::move(Each));
  }
}

/// An event costs as much as the state that it has to carry along, and more
/// once that is so large that merging and comparing take all the time.
void Simulation::spend(const State &S) {
  uint64_t Size = S.Contents->size() + S.Ranges->size() + S.Objects->size();
  uint64_t Cost = 1 + Size / 16 + (Size / 64) * (Size / 64);
  StepsLeft -= std::min(StepsLeft, Cost);
}

void Simulation::take(State S, BlockId To, PathStep Step, bool IsDecided) {
  if (S.IsDead)
    return;
  if (!IsDecided && Step.At.isValid())
    S.Branches = std::make_shared<const Trail>(
        Trail{.Step = std::move(Step),
              .Before = S.Branches,
              .Length = (S.Branches ? S.Branches->Length : 0) + 1});
  letGoDoubted(S);
  S.LeavesAt = nullptr;
  enter(To, std::move(S), Block);
}

/// A loop over elements that nobody can tell apart, and that tests each, may be
/// the one that closes them.
void Simulation::letGoDoubted(State &S) {
  for (ValueId Container : std::exchange(S.Doubted, {}))
    escape(S, Container);
}

void Simulation::finish(const facts::Block &Now, State S) {
  Here = Now.EndAt;
  if (const auto *J = std::get_if<Jump>(&Now.End)) {
    enter(J->To, std::move(S), Block);
  } else if (const auto *B = std::get_if<Branch>(&Now.End)) {
    settlePending(S, WayOut::ScopeEnd, std::nullopt);
    ValueId Condition = evaluate(S, B->Condition).Value;
    noteCondition(Condition);
    bool IsDecided = truth(Ids, S, Condition).has_value();
    for (bool IsTrue : {true, false}) {
      State Next = S;
      assume(Ids, Next, Condition, IsTrue);
      take(std::move(Next), IsTrue ? B->Then : B->Else,
           {.Kind = StepKind::BranchTaken,
            .Text = B->Text,
            .Flag = IsTrue,
            .At = Here},
           IsDecided);
    }
  } else if (const auto *W = std::get_if<Switch>(&Now.End)) {
    settlePending(S, WayOut::ScopeEnd, std::nullopt);
    ValueId On = evaluate(S, W->On).Value;
    PathStep Step{.Kind = StepKind::CaseTaken, .Text = W->Text, .At = Here};
    Range Others;
    for (const Switch::Case &Case : W->Cases) {
      State Next = S;
      narrow(Ids, Next, On, {.Low = Case.Low, .High = Case.High, .Not = {}});
      if (Ids.isConstant(On) && !Next.Visits.contains(Case.To))
        countNoTurn(Next);
      take(std::move(Next), Case.To, Step, Ids.isConstant(On));
      for (int64_t N = Case.Low; N <= Case.High && N - Case.Low < 64; ++N)
        Others.Not.insert(N);
    }
    narrow(Ids, S, On, Others);
    take(std::move(S), W->Default, Step, Ids.isConstant(On));
  } else if (const auto *C = std::get_if<Choose>(&Now.End)) {
    for (BlockId To : C->To)
      enter(To, S, Block);
  } else if (std::get_if<Return>(&Now.End)) {
    settlePending(S, WayOut::Return,
                  PathStep{.Kind = StepKind::Returned, .At = Here});
    // Nobody is seen who could be told of it at the use.
    if (!Shared.hasCaller(Function.Symbol))
      useBorrowed(S, read(Ids, S, Ids.variable(Place::Base::Result, 0, {})));
    States Ended;
    if (isMain() && S.Forks > 0)
      Ended = runAtExit(std::move(S), AtExit::All);
    else
      Ended.push_back(std::move(S));
    for (State &Each : Ended)
      leaveFunction(std::move(Each), Way::Return, EndKind::Exit,
                    {.Kind = StepKind::Returned, .At = Here});
  } else if (const auto *T = std::get_if<Throw>(&Now.End)) {
    throwHere(std::move(S), {}, T->To);
  }
}

void Simulation::throwHere(State S, Name By, BlockId Unwind) {
  if (!S.Throwing)
    S.Throwing = PathStep{.Kind = StepKind::Thrown, .Text = By, .At = Here};
  if (Unwind != NoBlock) {
    enter(Unwind, std::move(S), Block);
    return;
  }
  PathStep Cause = *S.Throwing;
  leaveFunction(std::move(S), Way::Throw, EndKind::Exit, Cause);
}

void Simulation::leaveHere(State S, EndKind Kind, Name By,
                           const LeftOpen &Leaves, AtExit Runs) {
  PathStep Exit{.Kind = StepKind::Left, .Text = By, .At = Here};
  // A child drops what it inherits; a daemon's parent hands it on.
  bool IsHandedOn = S.HasForked || S.Forks > 0;
  switch (Kind) {
  case EndKind::Exit:
    if (S.Forks > 0) {
      for (State &Each : runAtExit(std::move(S), Runs))
        leaveFunction(std::move(Each), Way::Leave, Kind, Exit);
      return;
    }
    break;
  case EndKind::QuickExit:
  case EndKind::Immediate:
    if (!IsHandedOn)
      findLost(S, WayOut::ProcessLeft, Exit, Moment::AtLeave);
    break;
  case EndKind::LongJump:
    findLost(S, WayOut::ProcessLeft, Exit, Moment::AtLeave);
    break;
  case EndKind::Thread:
    findLost(S, WayOut::ThreadEnded, Exit, Moment::AtReturn);
    break;
  case EndKind::Cancelled:
    if (S.Shields > 0)
      return;
    Exit.Kind = StepKind::Cancelled;
    findLost(S, WayOut::Cancelled, Exit, Moment::AtReturn);
    break;
  case EndKind::Abort:
  case EndKind::Exec:
    break;
  }
  leaveFunction(std::move(S), Way::Leave, Kind, Exit, Leaves);
}

} // namespace cursor_tidy::solve
