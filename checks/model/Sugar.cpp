//===- Sugar.cpp - the declarative keys of a function become its body
//-------===//
//
// One function per key. The order in a body: accesses, what dies and escapes,
// the steps spelled out (`does`, `cases`), then what is opened, closed,
// borrowed or found. An open is an access of its parents.
//
//===----------------------------------------------------------------------===//
#include "model/Sugar.h"

#include "facts/Text.h"

#include <algorithm>
#include <cctype>

using namespace cursor_tidy;
using namespace cursor_tidy::model;

using Kind = JsonNode::Kind;

namespace {

Statement line(std::string Text) {
  return {
      .What = Statement::Kind::Line, .Text = std::move(Text), .Branches = {}};
}

Statement choice(Body First, Body Second) {
  return {.What = Statement::Kind::Either,
          .Text = {},
          .Branches = {std::move(First), std::move(Second)}};
}

Statement condition(std::string Text, Body Then, Body Else) {
  return {.What = Statement::Kind::If,
          .Text = std::move(Text),
          .Branches = {std::move(Then), std::move(Else)}};
}

/// What a function leaves to say that it worked and that it failed, as values
/// of the handle program; empty when it leaves what was there.
struct ResultForm {
  std::string Worked, Failed;
};

/// What a failed open leaves at its place.
enum class OnFailure : uint8_t {
  Never,    ///< it does not fail
  Null,     ///< null
  Open,     ///< a handle that must be closed all the same
  Unchanged ///< what was there before
};

/// Reads the keys of one function's entry.
class BodyReader {
public:
  BodyReader(Reader &Read, const JsonNode &Entry, std::string_view Driver)
      : Read(Read), Entry(Entry), Driver(Driver) {}

  Body all();

private:
  std::string key(const JsonNode &Object);
  /// Reads the key `result`.
  void result();
  void appendResult(Body &To, bool Worked);
  void accesses(Body &To);
  void accessOf(Body &To, const std::string &Short, const JsonNode &At);
  void invalidates(Body &To);
  void protocol(Body &To);
  void opens(Body &To, const JsonNode &Open);
  Body openSteps(const JsonNode &Open, const std::string &Place);
  void closes(Body &To, const JsonNode &Close);
  void borrows(Body &To, const JsonNode &Borrow);
  void steps(Body &To, const JsonNode &List);
  Statement step(const JsonNode &Item);
  void checkLine(const JsonNode &Item);
  void checkText(const JsonNode &Item, const std::string &Line);
  std::string checkedCondition(const JsonNode &Item, std::string_view Key);

  Reader &Read;
  const JsonNode &Entry;
  std::string_view Driver;
  ResultForm Form;
  std::string ResultAt; ///< where the result is put
};

/// The handle behind a parameter, `this` or the result, be it the object itself
/// or what the object holds; any other place is meant as it is.
std::string held(const std::string &Place) {
  bool IsObject = Place == "this" || Place == "result" ||
                  (Place.size() > 1 && Place[0] == 'p' &&
                   std::all_of(Place.begin() + 1, Place.end(), ::isdigit));
  return IsObject ? "~" + Place : Place;
}

} // namespace

/// `"sqlite3/sqlite3_stmt"`, quotes included, from an object's key `handle`.
std::string BodyReader::key(const JsonNode &Object) {
  std::string Short = Read.requiredText(Object, "handle");
  return "\"" + std::string(Driver) + "/" + Short + "\"";
}

/// `"status"` of what is returned, or with a place, `"error p2.*"`; or both
/// values of what is returned: `{"worked": "1", "failed": "0"}`.
void BodyReader::result() {
  ResultAt = "~result";
  const JsonNode &Said = Read.member(Entry, "result");
  if (Said.What == Kind::Object) {
    Read.onlyKeys(Said, {"worked", "failed"});
    Form = {.Worked = Read.requiredText(Said, "worked"),
            .Failed = Read.requiredText(Said, "failed")};
    return;
  }
  std::string Text = Read.text(Entry, "result");
  size_t Space = Text.find(' ');
  std::string Word = Text.substr(0, Space);
  if (Word == "status")
    Form = {.Worked = "0", .Failed = "?nonzero"};
  else if (Word == "boolean")
    Form = {.Worked = "?nonzero", .Failed = "0"};
  else if (Word == "error")
    Form = {.Worked = "", .Failed = "?nonzero"};
  else if (!Text.empty() && Text != "unknown")
    Read.expect(Said,
                "\"status\", \"boolean\" or \"error\", and perhaps a place");
  if (Space != Text.npos)
    ResultAt = held(Text.substr(Space + 1));
}

void BodyReader::appendResult(Body &To, bool Worked) {
  const std::string &Value = Worked ? Form.Worked : Form.Failed;
  if (!Value.empty())
    To.push_back(line(ResultAt + " = " + Value));
}

/// `"sqlite3_stmt p0"`, `"PGresult p0 readonly"`, or `"*"` for every handle
/// among the parameters.
void BodyReader::accesses(Body &To) {
  const JsonNode &All = Read.member(Entry, "accesses");
  for (const std::string &Short : Read.texts(Entry, "accesses"))
    accessOf(To, Short, All);
}

void BodyReader::accessOf(Body &To, const std::string &Short,
                          const JsonNode &At) {
  if (Short == "*")
    return To.push_back(line("accesses"));
  size_t Space = Short.find(' ');
  if (Space == Short.npos)
    return Read.wrong(At, "the text \"" + Short + "\"",
                      "a handle and a value: \"conn p0\"");
  std::string Place = Short.substr(Space + 1);
  size_t More = Place.find(' ');
  std::string Rest = More == Place.npos ? "" : Place.substr(More);
  Place = held(Place.substr(0, More));
  To.push_back(line("access \"" + std::string(Driver) + "/" +
                    Short.substr(0, Space) + "\" " + Place + Rest));
}

/// `"p0 row"` or, of the handles that p0 has made, `"p0 row children"`.
void BodyReader::invalidates(Body &To) {
  const JsonNode &All = Read.member(Entry, "invalidates");
  for (const std::string &Short : Read.texts(Entry, "invalidates")) {
    size_t Space = Short.find(' ');
    if (Space == Short.npos) {
      Read.wrong(All, "the text \"" + Short + "\"",
                 "a value and a group: \"p0 row\"");
      continue;
    }
    std::string Group = Short.substr(Space + 1);
    size_t More = Group.find(' ');
    std::string Rest = More == Group.npos ? "" : Group.substr(More);
    To.push_back(line("invalidate " + held(Short.substr(0, Space)) + " \"" +
                      Group.substr(0, More) + "\"" + Rest));
  }
}

/// `"p0 begins reply"`
void BodyReader::protocol(Body &To) {
  const JsonNode &All = Read.member(Entry, "protocol");
  for (const std::string &Short : Read.texts(Entry, "protocol")) {
    size_t First = Short.find(' '), Last = Short.rfind(' ');
    if (First == Last) {
      Read.wrong(All, "the text \"" + Short + "\"",
                 "a value, a step and a name: \"p0 begins reply\"");
      continue;
    }
    To.push_back(line("protocol " + held(Short.substr(0, First)) +
                      Short.substr(First, Last - First) + " \"" +
                      Short.substr(Last + 1) + "\""));
  }
}

/// The allocation and the Open event, in as many variants as flags of the call
/// tell levels apart.
Body BodyReader::openSteps(const JsonNode &Open, const std::string &Place) {
  Body Steps;
  if (!Read.flag(Open, "inPlace"))
    Steps.push_back(line(Place + " = allocate \"" +
                         Read.requiredText(Open, "handle") + "\""));
  std::string Line = "open " + key(Open) + " " + Place;
  const char *Between = " from ";
  for (const std::string &Parent : Read.texts(Open, "from")) {
    Line += Between + held(Parent);
    Between = ", ";
  }
  std::string Tail = Read.flag(Open, "borrowed") ? " borrowed" : "";
  Body Variants = {line(Line + Tail)};
  const JsonNode &Levels = Read.member(Open, "levels");
  for (size_t I = Levels.Items.size(); I-- > 0;) {
    const JsonNode &Level = Levels.Items[I];
    Read.onlyKeys(Level, {"if", "level", "word", "by"});
    std::string Declared;
    if (Level.find("level"))
      Declared = " level " + std::to_string(Read.number(Level, "level", -1));
    if (std::string Word = Read.text(Level, "word"); !Word.empty())
      Declared += " word \"" + Word + "\"";
    Declared += " by \"" + Read.requiredText(Level, "by") + "\"";
    Variants = {condition(checkedCondition(Level, "if"),
                          {line(Line + Declared + Tail)}, std::move(Variants))};
  }
  for (Statement &S : Variants)
    Steps.push_back(std::move(S));
  steps(Steps, Read.member(Open, "then"));
  return Steps;
}

void BodyReader::opens(Body &To, const JsonNode &Open) {
  Read.onlyKeys(Open, {"handle", "at", "from", "inPlace", "onFailure", "levels",
                       "borrowed", "then"});
  std::string Place = held(Read.requiredText(Open, "at"));
  auto Failure = Read.word<OnFailure>(Open, "onFailure",
                                      {{"never", OnFailure::Never},
                                       {"null", OnFailure::Null},
                                       {"open", OnFailure::Open},
                                       {"unchanged", OnFailure::Unchanged}},
                                      OnFailure::Never);
  Body Worked = openSteps(Open, Place);
  Body Failed;
  if (Failure == OnFailure::Open) {
    for (Statement &S : Worked)
      To.push_back(std::move(S));
    Worked.clear();
  }
  if (Failure == OnFailure::Null)
    Failed.push_back(line(Place + " = 0"));
  appendResult(Worked, true);
  appendResult(Failed, false);
  if (Failure == OnFailure::Never)
    for (Statement &S : Worked)
      To.push_back(std::move(S));
  else if (!Worked.empty() || !Failed.empty())
    To.push_back(choice(std::move(Worked), std::move(Failed)));
}

void BodyReader::closes(Body &To, const JsonNode &Close) {
  Read.onlyKeys(Close, {"handle", "at", "children", "refuses", "retained"});
  std::string Place = held(Read.requiredText(Close, "at"));
  std::string Line = "close " + key(Close) + " " + Place;
  if (std::string Rule = Read.text(Close, "children"); !Rule.empty())
    Line += " children " + Rule;
  if (Read.flag(Close, "retained"))
    Line += " retained";
  Body Done = {line(Line)};
  appendResult(Done, true);
  if (!Read.flag(Close, "refuses")) {
    for (Statement &S : Done)
      To.push_back(std::move(S));
    return;
  }
  Body Busy = {line("access " + key(Close) + " " + Place)};
  appendResult(Busy, false);
  To.push_back(
      condition("openchildren " + Place, std::move(Busy), std::move(Done)));
}

void BodyReader::borrows(Body &To, const JsonNode &Borrow) {
  Read.onlyKeys(Borrow, {"to", "from", "until"});
  std::string Place = Read.text(Borrow, "to");
  std::string Line = held(Place.empty() ? "result" : Place) + " = borrow " +
                     held(Read.requiredText(Borrow, "from"));
  if (std::string Group = Read.text(Borrow, "until"); !Group.empty())
    Line += " until \"" + Group + "\"";
  To.push_back(line(std::move(Line)));
}

/// The text of a line must parse; the words that extraction fills in stand for
/// some symbol or value.
void BodyReader::checkLine(const JsonNode &Item) {
  if (Item.Text == "return" || Item.Text == "throw" ||
      Item.Text == "accesses" || Item.Text == "bind" ||
      Item.Text.starts_with("bind "))
    return;
  std::string Line = Item.Text;
  if (Line.starts_with("construct ") ||
      Line.starts_with("upcast ")) { // writes to a place
    Line = Line.substr(Line.find(' ') + 1);
    if (size_t From = Line.find(" from "); From != std::string::npos)
      Line.replace(From, 6, " = ");
    else
      Line += " = ?";
  }
  if (Line.starts_with("spawn ")) // what the thread holds is no part of it
    Line = Line.substr(0, Line.rfind(" under "));
  checkText(Item, Line);
}

/// A condition is what a line may give a place.
std::string BodyReader::checkedCondition(const JsonNode &Item,
                                         std::string_view Key) {
  const JsonNode &Condition = Read.member(Item, Key);
  if (Condition.What != Kind::Text) {
    Read.expect(Item, "a condition for \"" + std::string(Key) + "\"");
    return {};
  }
  checkText(Condition, "t0 = " + Condition.Text);
  return Condition.Text;
}

void BodyReader::checkText(const JsonNode &Item, const std::string &Line) {
  std::string Text;
  for (size_t I = 0; I < Line.size();) {
    std::string_view Rest = std::string_view(Line).substr(I);
    if (Rest.starts_with("\"")) { // as it stands
      size_t Length = std::min(Rest.find('"', 1), Rest.size() - 1) + 1;
      Text += Rest.substr(0, Length);
      I += Length;
    } else if (Rest.starts_with("arg") || Rest.starts_with("obj")) {
      Text += "p", I += 3;
    } else if (Rest.starts_with("...")) {
      I += 3;
    } else if (Rest.starts_with("~")) {
      ++I;
    } else if (Rest.starts_with("@") && !Rest.starts_with("@\"")) {
      Text += Text.ends_with("call ") ? "\"@\"" : "fn \"@\"";
      for (++I; I < Line.size() && isalpha(Line[I]);)
        ++I;
    } else {
      Text += Line[I++];
    }
  }
  llvm::Expected<facts::Action> Parsed = facts::parseAction(Text);
  if (!Parsed)
    Read.wrong(Item, Item.describe(),
               "a line of the handle program (" +
                   llvm::toString(Parsed.takeError()) + ")");
}

Statement BodyReader::step(const JsonNode &Item) {
  if (Item.What == Kind::Text) {
    checkLine(Item);
    return line(Item.Text);
  }
  Statement S;
  if (const JsonNode *Alternatives = Item.find("either")) {
    Read.onlyKeys(Item, {"either"});
    S.What = Statement::Kind::Either;
    for (const JsonNode &Alternative : Alternatives->Items)
      steps(S.Branches.emplace_back(), Alternative);
  } else if (Item.find("while")) {
    Read.onlyKeys(Item, {"while", "do"});
    S.What = Statement::Kind::While;
    S.Text = checkedCondition(Item, "while");
    steps(S.Branches.emplace_back(), Read.member(Item, "do"));
  } else if (Item.find("if")) {
    Read.onlyKeys(Item, {"if", "then", "else"});
    S.What = Statement::Kind::If;
    S.Text = checkedCondition(Item, "if");
    steps(S.Branches.emplace_back(), Read.member(Item, "then"));
    steps(S.Branches.emplace_back(), Read.member(Item, "else"));
  } else {
    Read.expect(Item, "a line, or an object with \"if\", \"either\" or "
                      "\"while\"");
  }
  return S;
}

void BodyReader::steps(Body &To, const JsonNode &List) {
  if (List.What == Kind::Text)
    return To.push_back(step(List));
  if (List.What != Kind::List && List.What != Kind::Null)
    return Read.expect(List, "a list of steps");
  for (const JsonNode &Item : List.Items)
    To.push_back(step(Item));
}

Body BodyReader::all() {
  Body Does;
  result();
  accesses(Does);
  invalidates(Does);
  protocol(Does);
  for (const std::string &Kept : Read.texts(Entry, "keeps"))
    Does.push_back(line("escape " + Kept));
  steps(Does, Read.member(Entry, "does"));
  if (const JsonNode *Cases = Entry.find("cases")) {
    Statement &Choice = Does.emplace_back();
    Choice.What = Statement::Kind::Either;
    if (Cases->What != Kind::List)
      Read.expect(*Cases, "a list of lists of steps");
    for (const JsonNode &Case : Cases->Items)
      steps(Choice.Branches.emplace_back(), Case);
  }
  if (const JsonNode *Open = Entry.find("opens"))
    opens(Does, *Open);
  if (const JsonNode *Close = Entry.find("closes"))
    closes(Does, *Close);
  if (const JsonNode *Borrow = Entry.find("borrows"))
    borrows(Does, *Borrow);
  if (const JsonNode *Parent = Entry.find("finds")) {
    Read.onlyKeys(*Parent, {"handle", "parentOf", "to"});
    std::string To = Read.text(*Parent, "to");
    Does.push_back(line(held(To.empty() ? "result" : To) + " = parent " +
                        held(Read.requiredText(*Parent, "parentOf")) + " " +
                        key(*Parent)));
  }
  if (std::string Reset = Read.text(Entry, "resetsAfterFork"); !Reset.empty())
    Does.push_back(line("resetchild " + Reset));
  return Does;
}

Body model::readBody(Reader &Read, const JsonNode &Entry,
                     std::string_view Driver) {
  return BodyReader(Read, Entry, Driver).all();
}
