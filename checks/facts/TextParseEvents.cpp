//===- TextParseEvents.cpp - verbs of the text format ---------------------===//
#include "facts/TextParser.h"

#include "facts/TextWords.h"

namespace cursor_tidy::facts::text {

//--- Actions ----------------------------------------------------------------//

Action Parser::action() {
  if (takeWord("make")) {
    Place Object = place();
    return Make{std::move(Object), stringIf()};
  }
  if (takeWord("free"))
    return Free{value()};
  if (takeWord("end"))
    return End{place()};
  if (takeWord("call"))
    return call({});
  if (takeWord("open"))
    return open();
  if (takeWord("close"))
    return close();
  if (takeWord("access")) {
    Name Kind = stringIf();
    Value Handle = value();
    bool ReadOnly = takeWord("readonly");
    return Access{Kind, std::move(Handle), ReadOnly, takeWord("local")};
  }
  if (takeWord("invalidate")) {
    Value Owner = value();
    Name Group = stringIf();
    return Invalidate{std::move(Owner), Group, takeWord("children")};
  }
  if (takeWord("endchildren")) {
    Value Parent = value();
    ChildRule Rule = word(ChildRuleWords, "what happens to the children");
    return EndChildren{std::move(Parent), Rule, stringIf()};
  }
  if (takeWord("protocol")) {
    Value Handle = value();
    Protocol::Phase Is = word(PhaseWords, "which step of the protocol it is");
    return Protocol{std::move(Handle), Is, stringIf()};
  }
  if (takeWord("escape"))
    return Escape{value()};
  if (takeWord("configure")) {
    if (!atString()) {
      Value Handle = value();
      return ConfigureHandle{std::move(Handle),
                             declaredIf().value_or(Declared{})};
    }
    Name Driver = string("the driver's name in quotes");
    return Configure{Driver, declaredIf().value_or(Declared{})};
  }
  if (takeWord("spawn"))
    return spawn();
  if (takeWord("join"))
    return Join{value()};
  if (takeWord("detach"))
    return Detach{value()};
  if (takeWord("cancel"))
    return Cancel{value()};
  if (takeWord("shield"))
    return Shield{};
  if (takeWord("unshield"))
    return Shield{.Ends = true};
  if (takeWord("lock")) {
    bool Shared = takeWord("shared");
    return Lock{value(), Shared};
  }
  if (takeWord("unlock"))
    return Unlock{value()};
  if (takeWord("signal"))
    return Signal{value()};
  if (takeWord("await"))
    return Await{value()};
  if (takeWord("leave"))
    return Leave{word(EndWords, "how control leaves")};
  if (takeWord("atexit"))
    return AtExit{value()};
  if (takeWord("atfork"))
    return AtFork{value()};
  if (takeWord("resetchild"))
    return ResetAfterFork{value()};
  if (takeWord("spot")) {
    Spot S;
    S.Before = string("the text before a statement");
    S.After = string("the text behind a statement");
    S.Into = locationIf();
    if (atString()) {
      S.End = Name(take().Text);
      S.EndAt = locationIf();
    }
    return S;
  }
  if (atWord("fork"))
    return *producer({});
  if (atPlace())
    return assignment();
  fail("an event");
  return Set{};
}

Action Parser::assignment() {
  Place To = place();
  expectSign("=");
  if (std::optional<Action> Produced = producer(To))
    return *std::move(Produced);
  return computation(std::move(To));
}

/// What stands behind `=` and begins with a word of its own.
std::optional<Action> Parser::producer(const Place &To) {
  if (takeWord("call"))
    return call(To);
  if (takeWord("allocate"))
    return Allocate{To, stringIf()};
  if (takeWord("iterate")) {
    Place Container = place();
    if (!takeWord("cursor"))
      fail("'cursor' and the loop's place");
    return Iterate{To, std::move(Container), place()};
  }
  if (takeWord("borrow")) {
    Borrow B{To, value(), {}};
    if (takeWord("until"))
      B.Until = string("a group in quotes");
    return B;
  }
  if (takeWord("parent")) {
    Value Handle = value();
    return Parent{To, std::move(Handle), stringIf()};
  }
  if (takeWord("fork")) {
    bool Kind = atWord("fork") || atWord("vfork") || atWord("daemon");
    return Fork{To, Kind ? word(ForkWords, "a kind of fork") : ForkKind::Fork};
  }
  return std::nullopt;
}

Action Parser::computation(Place To) {
  for (const auto &[Op, Word] : PrefixWords)
    if (takeWord(Word))
      return Compute{std::move(To), Op, value(), {}};
  Value Left = value();
  for (const auto &[Op, Word] : InfixWords)
    if (takeSign(Word) || takeWord(Word))
      return Compute{std::move(To), Op, std::move(Left), value()};
  return Set{std::move(To), std::move(Left)};
}

Action Parser::call(Place To) {
  Call C;
  C.To = std::move(To);
  C.Callee = atString() ? Value::function(Name(take().Text)) : value();
  C.Arguments = arguments();
  while (!failed()) {
    if (takeWord("this"))
      C.This = value();
    else if (takeWord("unwind"))
      C.Unwind = block();
    else if (takeWord("virtual"))
      C.Virtual = true;
    else
      break;
  }
  return C;
}

Action Parser::open() {
  Open O;
  O.Kind = string("the key of a kind of handle, in quotes");
  O.Handle = value();
  if (takeWord("from"))
    do
      O.Parents.push_back(value());
    while (takeSign(","));
  O.By = declaredIf();
  O.Borrowed = takeWord("borrowed");
  return O;
}

Action Parser::close() {
  Close C;
  C.Kind = stringIf();
  C.Handle = value();
  if (takeWord("children"))
    C.Children = word(ChildRuleWords, "what happens to the children");
  C.Retained = takeWord("retained");
  return C;
}

Action Parser::spawn() {
  Spawn S;
  S.To = place();
  S.Entry = atString() ? Value::function(Name(take().Text)) : value();
  S.Arguments = arguments();
  while (!failed()) {
    if (takeWord("this"))
      S.This = value();
    else if (takeWord("many"))
      S.Many = true;
    else if (takeWord("blocking"))
      S.Blocking = true;
    else
      break;
  }
  return S;
}

//--- Terminators ------------------------------------------------------------//

bool Parser::atTerminator() const {
  for (std::string_view Word :
       {"jump", "branch", "switch", "choose", "return", "throw", "unreachable"})
    if (atWord(Word))
      return true;
  return false;
}

Terminator Parser::terminator() {
  if (takeWord("jump"))
    return Jump{block()};
  if (takeWord("branch"))
    return branch();
  if (takeWord("switch"))
    return switchTerminator();
  if (takeWord("choose")) {
    Choose C;
    while (!failed() && (atWord("b") || numbered('b')))
      C.To.push_back(block());
    return C;
  }
  if (takeWord("return"))
    return Return{};
  if (takeWord("throw"))
    return Throw{atWord("b") || numbered('b') ? block() : NoBlock};
  if (takeWord("unreachable"))
    return Unreachable{};
  fail("where control goes");
  return Unreachable{};
}

Terminator Parser::branch() {
  Branch B;
  B.Condition = value();
  B.Then = block();
  B.Else = block();
  B.Text = stringIf();
  return B;
}

Terminator Parser::switchTerminator() {
  Switch S;
  S.On = value();
  expectSign("{");
  while (!failed() && !atSign("}")) {
    Switch::Case Case;
    Case.Low = integer();
    Case.High = takeSign("..") ? integer() : Case.Low;
    expectSign(":");
    Case.To = block();
    S.Cases.push_back(Case);
    if (!takeSign(","))
      break;
  }
  expectSign("}");
  S.Default = block();
  S.Text = stringIf();
  return S;
}

} // namespace cursor_tidy::facts::text
