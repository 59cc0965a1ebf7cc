//===- SampleProgramTest.cpp - a program with every word of the vocabulary ===//
//
// Text and bytes are both tested against this program. The two tests below keep
// it complete when the vocabulary grows.
//
//===----------------------------------------------------------------------===//
#include "SampleProgram.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace cursor_tidy::facts {
namespace {

Name operator""_n(const char *Text, size_t Size) {
  return Name(std::string_view(Text, Size));
}

Place place(Place::Base Root, uint32_t Index = 0, std::vector<Step> Path = {}) {
  Place P;
  P.Root = Root;
  P.Index = Index;
  P.Path = std::move(Path);
  return P;
}

Place global(Name Symbol) {
  Place P = place(Place::Base::Global);
  P.Symbol = Symbol;
  return P;
}

Step field(Name N) { return {Step::Kind::Field, N, 0}; }
Step deref() { return {Step::Kind::Deref, {}, 0}; }
Step element(int64_t I) { return {Step::Kind::Element, {}, I}; }
Step variableElement(int64_t I) { return {Step::Kind::VariableElement, {}, I}; }

Value kindOf(Value::Kind What) {
  Value V;
  V.What = What;
  return V;
}

Location location(Name File, uint32_t Line) {
  return {File, Line, 7, 6, 100 + Line, Line + 1, 3, 140 + Line};
}

Value param(uint32_t I) { return Value::load(place(Place::Base::Param, I)); }
Place local(uint32_t I) { return place(Place::Base::Local, I); }
Place temp(uint32_t I) { return place(Place::Base::Temp, I); }

std::vector<Action> values() {
  Place Deep = place(Place::Base::Param, 1,
                     {deref(), field("conn"_n), field("<Base class>"_n),
                      element(-3), variableElement(7), variableElement(-1)});
  return {
      Set{local(0), Value::unknown()},
      Set{local(1), kindOf(Value::Kind::NonZero)},
      Set{temp(0), kindOf(Value::Kind::Positive)},
      Set{place(Place::Base::Result), kindOf(Value::Kind::Negative)},
      Set{place(Place::Base::None),
          Value::number(std::numeric_limits<int64_t>::min())},
      Set{Deep, Value::number(std::numeric_limits<int64_t>::max())},
      Set{place(Place::Base::This, 0, {deref(), field("f_"_n)}),
          Value::load(Deep)},
      Set{global("c:@\"odd\\ \n\r name"_n), Value::address(Deep)},
      Set{local(0), Value::function("c:@F@callback"_n)},
      Set{local(0), Value::text("main"_n)},
      Compute{temp(1), Operator::Equal, param(0), Value::number(5)},
      Compute{temp(1), Operator::NotEqual, param(0), Value::number(-5)},
      Compute{temp(1), Operator::Less, param(0), Value::number(5)},
      Compute{temp(1), Operator::LessEqual, param(0), Value::number(5)},
      Compute{temp(1), Operator::Not, param(0), {}},
      Compute{temp(1), Operator::And, param(0), Value::address(local(0))},
      Compute{temp(1), Operator::Or, param(0), Value::number(4)},
      Compute{temp(1), Operator::Add, param(0), Value::number(1)},
      Compute{temp(1), Operator::Subtract, param(0), Value::number(-1)},
      Compute{temp(1), Operator::HasBits, param(0), Value::number(32768)},
      Compute{temp(1), Operator::StartsWith, param(0), Value::text("BEGIN"_n)},
      Compute{temp(1), Operator::HasOpenChildren, param(0), {}},
      Compute{temp(1), Operator::OpenChild, param(0), Value::text("a/b"_n)},
  };
}

std::vector<Action> handles() {
  Name Stmt = "sqlite3/sqlite3_stmt"_n;
  Declared By{1, "serial"_n, "SQLITE_OPEN_NOMUTEX"_n};
  return {
      Make{local(0), "c:@S@Wrapper"_n},
      Allocate{local(0), {}},
      Allocate{local(0), "c:@S@Wrapper"_n},
      Free{param(0)},
      End{local(0)},
      Iterate{temp(1), local(0), temp(2)},
      Call{{}, Value::function("c:@F@f"_n), {}, std::nullopt, NoBlock, false},
      Call{temp(1),
           param(1),
           {param(0), Value::number(5)},
           Value::address(local(1)),
           2,
           true},
      Open{Stmt, param(0), {}, std::nullopt, false},
      Open{Stmt, param(0), {param(1), Value::load(local(0))}, By, true},
      Open{Stmt, param(0), {}, Declared{}, false},
      Close{{}, param(0), ChildRule::Defers},
      Close{Stmt, param(0), ChildRule::Detaches},
      Close{Stmt, param(0), ChildRule::Ends},
      Close{Stmt, param(0), ChildRule::KeptAlive},
      Close{Stmt, param(0), ChildRule::Dangles},
      Close{Stmt, param(0), ChildRule::Detaches, true},
      Access{{}, param(0), false, false},
      Access{Stmt, param(0), true, false},
      Access{Stmt, param(0), true, true},
      Borrow{temp(1), param(0), {}},
      Borrow{temp(1), param(0), "row"_n},
      Invalidate{param(0), {}, false},
      Invalidate{param(0), "row"_n, true},
      EndChildren{param(0), ChildRule::Ends, {}},
      EndChildren{param(0), ChildRule::Dangles, Stmt},
      Protocol{param(0), Protocol::Phase::Begins, Name("reply")},
      Protocol{param(0), Protocol::Phase::Ends, {}},
      Parent{temp(1), param(0), "sqlite3/sqlite3"_n},
      Escape{param(1)},
      Configure{"sqlite3"_n, By},
      ConfigureHandle{param(0), By},
  };
}

std::vector<Action> threads() {
  return {
      Spawn{local(0),
            Value::function("c:@F@run"_n),
            {},
            std::nullopt,
            false,
            false},
      Spawn{{}, Value::address(local(1)), {param(0)}, param(1), true, true},
      Join{param(0)},
      Detach{param(0)},
      Lock{param(0), false},
      Lock{param(0), true},
      Unlock{param(0)},
      Signal{param(0)},
      Await{param(0)},
      Fork{temp(1), ForkKind::Fork},
      Fork{{}, ForkKind::Vfork},
      Fork{temp(1), ForkKind::Daemon},
      Leave{EndKind::Exit},
      Leave{EndKind::QuickExit},
      Leave{EndKind::Immediate},
      Leave{EndKind::Abort},
      Leave{EndKind::Exec},
      Leave{EndKind::LongJump},
      Leave{EndKind::Thread},
      Leave{EndKind::Cancelled},
      Cancel{param(0)},
      Shield{},
      Shield{.Ends = true},
      AtExit{Value::function("c:@F@bye"_n)},
      AtFork{Value::function("c:@F@bye"_n)},
      ResetAfterFork{param(0)},
      Spot{location("/src/header.h"_n, 7), " {\n  "_n, "\n"_n,
           location("/src/header.h"_n, 8), "}"_n},
      Spot{location("/src/header.h"_n, 7), {}, " "_n, {}, {}},
  };
}

Variable variable(Name Text, Name File) {
  Variable V;
  V.Text = Text;
  V.Type = "const sqlite3 *const"_n;
  V.Class = "c:@S@Wrapper"_n;
  V.IsReference = V.IsPointer = V.IsBorrow = V.IsThreadLocal = true;
  V.Handle = "sqlite3/sqlite3"_n;
  V.At = location(File, 3);
  return V;
}

std::vector<Block> blocks(Name File, Name Header) {
  std::vector<Block> All;
  uint32_t Line = 10;
  for (std::vector<Action> Actions : {values(), handles(), threads()}) {
    Block &B = All.emplace_back();
    for (Action &A : Actions)
      B.Events.push_back(
          {std::move(A), ++Line % 3 ? location(File, Line) : Location{}});
  }
  Switch S{param(0), {{-4, -4, 1}, {1, 4, 2}}, 0, "state"_n};
  for (Terminator T : std::vector<Terminator>{
           Branch{param(0), 1, 2, {}}, Branch{Value::unknown(), 1, 2, "a\"b"_n},
           S, Switch{param(0), {}, 1, {}}, Choose{{0, 1, 2}}, Choose{},
           Return{}, Throw{}, Throw{3}, Unreachable{}, Jump{}}) {
    ++Line;
    All.push_back({{}, T, location(Line % 2 ? File : Header, Line)});
  }
  All.front().End = Jump{1};
  return All;
}

Function function(Name File) {
  Function F;
  F.Symbol = "c:@S@Pool@F@acquire#"_n;
  F.Text = "Pool::acquire"_n;
  F.Body = BodyKind::Defined;
  F.IsNoReturn = F.IsVirtual = F.IsConstructor = F.IsDestructor = true;
  F.IsStatic = F.IsImplicit = F.MayThrow = true;
  F.IsVisible = false;
  F.Class = "c:@S@Pool"_n;
  F.Overrides = {"c:@S@Base@F@acquire#"_n, "c:@S@Other@F@acquire#"_n};
  F.Params = {variable("db"_n, File), Variable{}};
  F.ResultHandle = "sqlite3/sqlite3"_n;
  F.Locals = {variable("<closure>"_n, "/src/header.h"_n), Variable{}};
  F.Temps = 8;
  F.Closings = {{local(0), "sqlite3/sqlite3"_n, "close(\"x\");"_n}};
  F.Blocks = blocks(File, "/src/header.h"_n);
  F.At = location(File, 9);
  return F;
}

} // namespace

Program sampleProgram() {
  Name File = "/src/a file.cpp"_n, Header = "/src/header.h"_n;
  Program P;
  P.Units = {File, "/src/b.cpp"_n};
  P.Kinds = {{"sqlite3/sqlite3_stmt"_n, "sqlite3"_n, "SQLite"_n,
              "sqlite3_stmt"_n, Role::Cursor, Word::ReadShared, 2,
              "https://example.org"_n, true, "sqlite3_finalize"_n, "too many"_n,
              "mixes two processes"_n, "ends its session"_n, true, true},
             {"db"_n,
              {},
              {},
              {},
              Role::Environment,
              Word::Pinned,
              0,
              {},
              false,
              {},
              {},
              {},
              {},
              false,
              false}};
  P.Levels = {{"sqlite3"_n,
               {0, "shared"_n, "SQLITE_THREADSAFE"_n},
               location(Header, 4)}};
  Class C{"c:@S@Pool"_n,
          "Pool"_n,
          {"c:@S@Base"_n, "c:@S@Other"_n},
          {{variable("conn_"_n, Header)}, {}},
          {"c:@S@Pool@F@acquire#"_n},
          "c:@S@Pool@F@~Pool#"_n,
          "c:@S@Pool@F@operator()#"_n,
          true,
          location(Header, 2)};
  P.Classes = {C, {}};
  P.Globals = {{"c:@shared"_n, variable("shared"_n, Header), "c:@D"_n},
               {"c:@plain"_n, {}, {}, true}};
  Function Declared{};
  Declared.Symbol = Declared.Text = "c:@F@seen"_n;
  Function Modelled{};
  Modelled.Symbol = "c:@F@sqlite3_close"_n;
  Modelled.Body = BodyKind::Modelled;
  Modelled.Blocks = {
      {{{Close{{}, param(0), ChildRule::Defers}, {}}}, Return{}, {}}};
  P.Functions = {function(File), Declared, Modelled};
  return P;
}

namespace {

/// The alternatives of a variant that occur in the sample's first function.
std::set<size_t> actionsOf(const Program &P) {
  std::set<size_t> Seen;
  for (const Block &B : P.Functions.front().Blocks)
    for (const Event &E : B.Events)
      Seen.insert(E.What.index());
  return Seen;
}

TEST(SampleProgram, HasEveryAction) {
  EXPECT_EQ(actionsOf(sampleProgram()).size(), std::variant_size_v<Action>);
}

TEST(SampleProgram, HasEveryTerminator) {
  Program Sample = sampleProgram();
  std::set<size_t> Seen;
  for (const Block &B : Sample.Functions.front().Blocks)
    Seen.insert(B.End.index());
  EXPECT_EQ(Seen.size(), std::variant_size_v<Terminator>);
}

} // namespace
} // namespace cursor_tidy::facts
