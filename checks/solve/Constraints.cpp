//===- Constraints.cpp - what a path knows of scalars
//-----------------------===//
#include "solve/Constraints.h"

#include <algorithm>
#include <cctype>

namespace cursor_tidy::solve {

using facts::Operator;
using Kind = Definition::Kind;

namespace {

constexpr int64_t Least = std::numeric_limits<int64_t>::min();
constexpr int64_t Most = std::numeric_limits<int64_t>::max();

/// Moves excluded numbers at the rim into the bounds.
void tighten(Range &R) {
  while (R.Low <= R.High && R.Low != Most && R.Not.erase(R.Low))
    ++R.Low;
  while (R.Low <= R.High && R.High != Least && R.Not.erase(R.High))
    --R.High;
  std::erase_if(R.Not, [&](int64_t N) { return N < R.Low || N > R.High; });
}

Range intersect(Range L, const Range &R) {
  L.Low = std::max(L.Low, R.Low);
  L.High = std::min(L.High, R.High);
  L.Not.insert(R.Not.begin(), R.Not.end());
  tighten(L);
  return L;
}

Range shift(const Range &R, int64_t By) {
  Range Out;
  if (R.Low != Least && __builtin_add_overflow(R.Low, By, &Out.Low))
    return {};
  if (R.High != Most && __builtin_add_overflow(R.High, By, &Out.High))
    return {};
  for (int64_t N : R.Not)
    if (int64_t M = 0; !__builtin_add_overflow(N, By, &M))
      Out.Not.insert(M);
  return Out;
}

/// What is left of a number when something of that range is taken from it.
Range takenFrom(int64_t From, const Range &R) {
  Range Out;
  if (R.High != Most && __builtin_sub_overflow(From, R.High, &Out.Low))
    return {};
  if (R.Low != Least && __builtin_sub_overflow(From, R.Low, &Out.High))
    return {};
  for (int64_t N : R.Not)
    if (int64_t M = 0; !__builtin_sub_overflow(From, N, &M))
      Out.Not.insert(M);
  return Out;
}

bool isComparison(Operator Op) {
  return Op == Operator::Equal || Op == Operator::NotEqual ||
         Op == Operator::Less || Op == Operator::LessEqual ||
         Op == Operator::Not || Op == Operator::HasBits ||
         Op == Operator::StartsWith || Op == Operator::HasOpenChildren;
}

/// What an operation adds to its left side, when that is a number.
std::optional<int64_t> added(const Values &Values, Operator Op, ValueId Right) {
  if (Values[Right].What != Kind::Constant || Values[Right].Number == Least)
    return std::nullopt;
  if (Op == Operator::Add)
    return Values[Right].Number;
  return Op == Operator::Subtract ? std::optional(-Values[Right].Number)
                                  : std::nullopt;
}

/// `a + 3` is 3 above `a`; any other value is 0 above itself.
std::pair<ValueId, int64_t> aboveBase(const Values &Values, ValueId Id) {
  const Definition &Is = Values[Id];
  if (Is.What == Kind::Pure)
    if (std::optional<int64_t> By = added(Values, Is.Op, Is.Right))
      return {Is.Left, *By};
  return {Id, 0};
}

std::optional<bool> sameValue(const Values &Values, const State &S, ValueId L,
                              ValueId R) {
  if (L == R)
    return true;
  const Definition &A = Values[L], &B = Values[R];
  auto IsFixed = [](const Definition &Is) {
    return Is.What == Kind::Variable || Is.What == Kind::Function ||
           Is.What == Kind::Text;
  };
  if (IsFixed(A) && IsFixed(B))
    return false;
  auto [LeftBase, Left] = aboveBase(Values, L);
  auto [RightBase, Right] = aboveBase(Values, R);
  if (LeftBase == RightBase)
    return Left == Right;
  Range X = rangeOf(Values, S, L), Y = rangeOf(Values, S, R);
  if (X.Low > Y.High || Y.Low > X.High)
    return false;
  if (X.Low == X.High && Y.Low == Y.High)
    return X.Low == Y.Low;
  if ((X.Low == X.High && Y.Not.contains(X.Low)) ||
      (Y.Low == Y.High && X.Not.contains(Y.Low)))
    return false;
  return std::nullopt;
}

/// True when a list of closed handles, made by listClosed, names one.
bool isListed(const Values &Values, ValueId List, ValueId Handle) {
  const Definition &Is = Values[List];
  if (Is.What != Kind::Pure || Is.Op != Operator::Or)
    return List == Handle;
  return isListed(Values, Is.Left, Handle) ||
         isListed(Values, Is.Right, Handle);
}

std::optional<bool> openChildren(const Values &Values, const State &S,
                                 ValueId Parent, ValueId Closed) {
  for (const auto &[Id, Handle] : *S.Handles) {
    // What somebody else holds, somebody else may have closed.
    auto Child = S.Objects->find(Id);
    bool HasEscaped = Child != S.Objects->end() && Child->second.Escaped;
    if (Handle.Is == Condition::Open && !HasEscaped &&
        !isListed(Values, Closed, Id) &&
        std::count(Handle.Parents.begin(), Handle.Parents.end(), Parent))
      return true;
  }
  // Code that is not seen, and callers, may have opened more.
  auto Object = S.Objects->find(Parent);
  bool MayHaveMore = Values.isOutside(Parent);
  if (MayHaveMore && !(Object != S.Objects->end() && Object->second.Escaped))
    return std::nullopt;
  return false;
}

/// What the operands say of a comparison.
std::optional<bool> decide(const Values &Values, const State &S,
                           const Definition &Is) {
  Range L = rangeOf(Values, S, Is.Left);
  switch (Is.Op) {
  case Operator::Equal:
    return sameValue(Values, S, Is.Left, Is.Right);
  case Operator::NotEqual:
    if (auto Same = sameValue(Values, S, Is.Left, Is.Right))
      return !*Same;
    return std::nullopt;
  case Operator::Less:
  case Operator::LessEqual: {
    Range R = rangeOf(Values, S, Is.Right);
    bool OrEqual = Is.Op == Operator::LessEqual;
    if (OrEqual ? L.High <= R.Low : L.High < R.Low)
      return true;
    if (OrEqual ? L.Low > R.High : L.Low >= R.High)
      return false;
    return std::nullopt;
  }
  case Operator::Not:
    if (!L.contains(0))
      return false;
    if (L.Low == 0 && L.High == 0)
      return true;
    return std::nullopt;
  case Operator::HasOpenChildren:
    return openChildren(Values, S, Is.Left, Is.Right);
  default:
    return std::nullopt;
  }
}

void narrowBelow(const Values &Values, State &S, ValueId Low, ValueId High,
                 int64_t Gap) {
  Range L = rangeOf(Values, S, Low), H = rangeOf(Values, S, High);
  if (H.High != Most)
    narrow(Values, S, Low, {.Low = Least, .High = H.High - Gap, .Not = {}});
  if (L.Low != Least)
    narrow(Values, S, High, {.Low = L.Low + Gap, .High = Most, .Not = {}});
}

void assumeEqual(const Values &Values, State &S, ValueId L, ValueId R,
                 bool IsTrue) {
  for (auto [Of, Other] : {std::pair(L, R), std::pair(R, L)}) {
    Range With = rangeOf(Values, S, Other);
    if (IsTrue)
      narrow(Values, S, Of, With);
    else if (With.Low == With.High)
      narrow(Values, S, Of, allBut(With.Low));
  }
}

void assumeOperands(const Values &Values, State &S, const Definition &Is,
                    bool IsTrue) {
  switch (Is.Op) {
  case Operator::Equal:
    return assumeEqual(Values, S, Is.Left, Is.Right, IsTrue);
  case Operator::NotEqual:
    return assumeEqual(Values, S, Is.Left, Is.Right, !IsTrue);
  case Operator::Less:
    return IsTrue ? narrowBelow(Values, S, Is.Left, Is.Right, 1)
                  : narrowBelow(Values, S, Is.Right, Is.Left, 0);
  case Operator::LessEqual:
    return IsTrue ? narrowBelow(Values, S, Is.Left, Is.Right, 0)
                  : narrowBelow(Values, S, Is.Right, Is.Left, 1);
  case Operator::Not:
    return assume(Values, S, Is.Left, !IsTrue);
  case Operator::And:
    if (IsTrue) {
      assume(Values, S, Is.Left, true);
      assume(Values, S, Is.Right, true);
    }
    return;
  case Operator::Or:
    if (!IsTrue) {
      assume(Values, S, Is.Left, false);
      assume(Values, S, Is.Right, false);
    }
    return;
  default:
    return;
  }
}

std::optional<int64_t> fold(Operator Op, int64_t L, int64_t R) {
  int64_t Out = 0;
  switch (Op) {
  case Operator::Equal:
    return L == R;
  case Operator::NotEqual:
    return L != R;
  case Operator::Less:
    return L < R;
  case Operator::LessEqual:
    return L <= R;
  case Operator::Not:
    return L == 0;
  case Operator::And:
    return L & R;
  case Operator::Or:
    return L | R;
  case Operator::Add:
    return __builtin_add_overflow(L, R, &Out) ? std::nullopt
                                              : std::optional(Out);
  case Operator::Subtract:
    return __builtin_sub_overflow(L, R, &Out) ? std::nullopt
                                              : std::optional(Out);
  case Operator::HasBits:
    return (L & R) == R;
  case Operator::StartsWith:
  case Operator::HasOpenChildren:
  case Operator::OpenChild:
    return 0;
  }
  return std::nullopt;
}

} // namespace

bool isOneOfThreads(const Values &Values, ValueId Id) {
  const Definition &Is = Values[Id];
  if ((Is.What != Kind::Content && Is.What != Kind::Fresh) || !Is.Left)
    return false;
  const Definition &Cell = Values[Is.Left];
  return Cell.What == Kind::Field && Cell.Symbol.text() == "thread" &&
         (Is.What == Kind::Fresh || Values.elementAround(Is.Left));
}

Range only(int64_t N) { return {.Low = N, .High = N, .Not = {}}; }
Range allBut(int64_t N) {
  Range R;
  R.Not.insert(N);
  return R;
}
Range positive() { return {.Low = 1, .High = Most, .Not = {}}; }
Range negative() { return {.Low = Least, .High = -1, .Not = {}}; }

ValueId settle(Values &Values, const State &S, ValueId Id) {
  Range R = rangeOf(Values, S, Id);
  return R.Low == R.High && !Values.isConstant(Id) ? Values.constant(R.Low)
                                                   : Id;
}

ValueId read(Values &Values, const State &S, ValueId Cell) {
  if (auto At = S.Contents->find(Cell); At != S.Contents->end())
    return settle(Values, S, At->second);
  for (ValueId Object = Cell;; Object = Values[Object].Left) {
    auto At = S.Objects->find(Object);
    if (At != S.Objects->end() && At->second.Zeroed)
      return Values.constant(0);
    if (At != S.Objects->end() && At->second.CopiedFrom)
      return settle(
          Values, S,
          Values.content(Values.rebase(Cell, Object, At->second.CopiedFrom)));
    if (At != S.Objects->end() && At->second.Remade)
      return settle(Values, S, Values.fresh(At->second.Remade, Cell));
    if (Values.object(Object) == Object)
      break;
  }
  return settle(Values, S, Values.content(Cell));
}

Range rangeOf(const Values &Values, const State &S, ValueId Id) {
  const Definition &Is = Values[Id];
  if (Is.What == Kind::Constant)
    return only(Is.Number);
  if (Values.isAddress(Id))
    return allBut(0);
  Range R;
  if (auto At = S.Ranges->find(Id); At != S.Ranges->end())
    R = At->second;
  if (Is.What != Kind::Pure)
    return R;
  if (isComparison(Is.Op)) {
    R = intersect(R, {.Low = 0, .High = 1, .Not = {}});
    if (R.Low != R.High)
      if (auto Known = decide(Values, S, Is))
        R = intersect(R, only(*Known));
  } else if (Is.Op == Operator::Add || Is.Op == Operator::Subtract) {
    const Definition &By = Values[Is.Right];
    if (By.What == Kind::Constant && By.Number != Least)
      R = intersect(R, shift(rangeOf(Values, S, Is.Left),
                             Is.Op == Operator::Add ? By.Number : -By.Number));
    else if (Values.isConstant(Is.Left) && Is.Op == Operator::Subtract)
      R = intersect(
          R, takenFrom(Values[Is.Left].Number, rangeOf(Values, S, Is.Right)));
  }
  return R;
}

std::optional<bool> truth(const Values &Values, const State &S, ValueId Id) {
  Range R = rangeOf(Values, S, Id);
  if (!R.contains(0))
    return true;
  if (R.Low == 0 && R.High == 0)
    return false;
  return std::nullopt;
}

void narrow(const Values &Values, State &S, ValueId Id, const Range &To) {
  if (S.IsDead)
    return;
  Range Now = rangeOf(Values, S, Id);
  Range Then = intersect(Now, To);
  if (Then.isEmpty()) {
    S.IsDead = true;
    return;
  }
  if (Then == Now || Values.isConstant(Id))
    return;
  const Definition Is = Values[Id];
  S.Ranges.write()[Id] = Then;
  if (Then == only(0))
    if (ValueId Container = Values.unknownElementOf(Id))
      S.Doubted.push_back(Container);
  if (Is.What != Kind::Pure)
    return;
  if (isComparison(Is.Op) && Then.Low == Then.High)
    assumeOperands(Values, S, Is, Then.Low != 0);
  else if (Is.Op == Operator::Or && Then == only(0))
    assumeOperands(Values, S, Is, false);
  else if (Is.Op == Operator::And && !Then.contains(0))
    assumeOperands(Values, S, Is, true);
  else if ((Is.Op == Operator::Add || Is.Op == Operator::Subtract) &&
           Values.isConstant(Is.Right) && Values[Is.Right].Number != Least) {
    int64_t By = Values[Is.Right].Number;
    narrow(Values, S, Is.Left, shift(Then, Is.Op == Operator::Add ? -By : By));
  } else if (Is.Op == Operator::Subtract && Values.isConstant(Is.Left)) {
    narrow(Values, S, Is.Right, takenFrom(Values[Is.Left].Number, Then));
  }
}

void assume(const Values &Values, State &S, ValueId Id, bool IsTrue) {
  narrow(Values, S, Id, IsTrue ? allBut(0) : only(0));
}

/// Handles of callers that this path has closed by now, added to a list. A
/// caller may only then know whether they were the last children of a parent.
static ValueId listClosed(Values &Values, const State &S, ValueId List) {
  auto IsFound = [&](ValueId Id) {
    const Definition &Is = Values[Id];
    return Is.What == Kind::Pure && Is.Op == Operator::OpenChild;
  };
  for (const auto &[Id, Handle] : *S.Handles)
    if ((Handle.Is == Condition::Closed || Handle.Is == Condition::Ended) &&
        (Values.isOutside(Id) || IsFound(Id)) && !isListed(Values, List, Id))
      List = Values.pure(Operator::Or, Id, List);
  return List;
}

/// The kind of handle that is looked for: a list of closed ones ends in it.
static facts::Name kindOf(const Values &Values, ValueId List) {
  while (Values[List].What == Kind::Pure)
    List = Values[List].Right;
  return Values[List].Symbol;
}

/// An open child, 0 when there is none, or a value of its own when only others
/// can know.
static ValueId openChild(Values &Values, const State &S, ValueId Parent,
                         ValueId List) {
  auto HasEscaped = [&](ValueId Id) {
    auto At = S.Objects->find(Id);
    return At != S.Objects->end() && At->second.Escaped;
  };
  facts::Name Wanted = kindOf(Values, List);
  bool IsKnown = !Values.isOutside(Parent) && !HasEscaped(Parent);
  for (const auto &[Id, Handle] : *S.Handles) {
    if ((Handle.Is != Condition::Open && Handle.Is != Condition::Known) ||
        Handle.Kind != Wanted || isListed(Values, List, Id) ||
        !std::count(Handle.Parents.begin(), Handle.Parents.end(), Parent))
      continue;
    if (Handle.Is == Condition::Open && !HasEscaped(Id))
      return Id;
    IsKnown = false;
  }
  return IsKnown ? Values.constant(0)
                 : Values.pure(Operator::OpenChild, Parent, List);
}

/// `(x + 1) - 3` is `x - 2`: a number that is counted up and down stays as near
/// to where it came from, however often it is.
static std::optional<ValueId> addUp(Values &Values, Operator Op, ValueId Left,
                                    ValueId Right) {
  const auto [Base, First] = aboveBase(Values, Left);
  std::optional<int64_t> Then =
      Base == Left ? std::nullopt : added(Values, Op, Right);
  std::optional<int64_t> Sum =
      Then ? fold(Operator::Add, First, *Then) : std::nullopt;
  if (!Sum || *Sum == Least)
    return std::nullopt;
  if (*Sum == 0)
    return Base;
  return Values.pure(*Sum > 0 ? Operator::Add : Operator::Subtract, Base,
                     Values.constant(*Sum > 0 ? *Sum : -*Sum));
}

/// Blanks before a text and the case of its letters do not count.
static bool startsWith(std::string_view Text, std::string_view Start) {
  Text.remove_prefix(std::min(Text.find_first_not_of(' '), Text.size()));
  return Text.size() >= Start.size() &&
         std::equal(Start.begin(), Start.end(), Text.begin(),
                    [](unsigned char L, unsigned char R) {
                      return std::tolower(L) == std::tolower(R);
                    });
}

ValueId compute(Values &Values, const State &S, Operator Op, ValueId Left,
                ValueId Right) {
  bool IsUnary = Op == Operator::Not || Op == Operator::HasOpenChildren;
  if (Op == Operator::Not)
    Right = 0;
  if (Op == Operator::HasOpenChildren || Op == Operator::OpenChild)
    Right = listClosed(Values, S, Right);
  if (Op == Operator::OpenChild && !Values.isConstant(Left))
    return settle(Values, S, openChild(Values, S, Left, Right));
  if (Values.isConstant(Left) && (IsUnary || Values.isConstant(Right)))
    if (auto Known =
            fold(Op, Values[Left].Number, IsUnary ? 0 : Values[Right].Number))
      return Values.constant(*Known);
  if ((Op == Operator::Equal || Op == Operator::NotEqual ||
       Op == Operator::And || Op == Operator::Or || Op == Operator::Add) &&
      Values.isConstant(Left))
    std::swap(Left, Right);
  if ((Op == Operator::Add || Op == Operator::Subtract || Op == Operator::Or) &&
      Values[Right].What == Kind::Constant && Values[Right].Number == 0)
    return Left;
  if (std::optional<ValueId> Sum = addUp(Values, Op, Left, Right))
    return settle(Values, S, *Sum);
  if (Op == Operator::NotEqual && isOneOfThreads(Values, Left) &&
      Values.isConstant(Right) && Values[Right].Number == 0)
    return Values.constant(1);
  if (Op == Operator::StartsWith && Values[Left].What == Kind::Text)
    return Values.constant(
        startsWith(Values[Left].Symbol.text(), Values[Right].Symbol.text()));
  // Only a caller can still tell which bits a value has, or which text it is.
  if ((Op == Operator::HasBits || Op == Operator::StartsWith) &&
      !Values.isOutside(Left))
    return Values.constant(0);
  return settle(Values, S, Values.pure(Op, Left, Right));
}

} // namespace cursor_tidy::solve
