//===- ModelBodiesExpand.cpp - a model's line for one declaration
//------------===//
//
// Works on text first, since `arg1...` may become any number of values, and
// then on the parsed event, where a placeholder is a function of a reserved
// symbol.
//
//===----------------------------------------------------------------------===//
#include "extract/ModelBodiesExpand.h"

#include "facts/Text.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

using namespace cursor_tidy;
using namespace cursor_tidy::extract;
using facts::Action;
using facts::Value;

namespace {

constexpr std::string_view DeleterMark = "@deleter";
constexpr std::string_view DeleteMark = "@delete";
constexpr std::string_view DestroyMark = "@destroy";
constexpr std::string_view EndMark = "@end";

/// Walks over a line and writes it anew.
class LineExpander {
public:
  LineExpander(std::string_view Line, const Shape &Shape)
      : Line(Line), Declared(Shape) {}

  std::string text();
  /// The argument that is called, when it is a pointer to a member.
  bool callsMember() const { return CallsMember; }
  /// Set when the line asks for a parameter that is not there.
  bool isBroken() const { return Broken; }

private:
  std::string word();
  void argument(std::string_view Digits);
  void object(std::string_view Digits);
  void placeholder();
  void held();
  ParamForm form(unsigned Index) const {
    return Index < Declared.Forms.size() ? Declared.Forms[Index]
                                         : ParamForm::Plain;
  }
  std::string valueOf(unsigned Index) const;
  void appendPack(unsigned First);

  std::string_view Line;
  const Shape &Declared;
  std::string Out;
  size_t At = 0;
  bool CallsMember = false;
  bool Broken = false;
};

bool isWordChar(char C) {
  return std::isalnum(static_cast<unsigned char>(C)) || C == '_';
}

} // namespace

/// What an argument is worth: through a reference its object, of a reference
/// wrapper the address in it.
std::string LineExpander::valueOf(unsigned Index) const {
  std::string Text = "p" + std::to_string(Index);
  if (Declared.Params[Index].IsReference)
    Text += ".*";
  if (form(Index) == ParamForm::ReferenceWrapper)
    Text += ".__ptr";
  return Text;
}

void LineExpander::appendPack(unsigned First) {
  if (First >= Declared.Params.size()) {
    // `(p1, arg2...)` with nothing to follow: take the comma back.
    while (!Out.empty() && (Out.back() == ' ' || Out.back() == ','))
      Out.pop_back();
    return;
  }
  for (unsigned I = First; I < Declared.Params.size(); ++I)
    Out += (I == First ? "" : ", ") + valueOf(I);
}

static unsigned numberOf(std::string_view Digits) {
  unsigned Number = 0;
  for (char C : Digits)
    Number = Number * 10 + static_cast<unsigned>(C - '0');
  return Number;
}

/// The address of the object that an argument is or stands for.
void LineExpander::object(std::string_view Digits) {
  unsigned Index = numberOf(Digits);
  if (Index >= Declared.Params.size()) {
    Broken = true;
    return;
  }
  if (form(Index) == ParamForm::ObjectValue)
    Out += (Declared.Params[Index].IsReference ? "p" : "&p") +
           std::to_string(Index);
  else
    Out += valueOf(Index) +
           (form(Index) == ParamForm::SmartPointer ? ".__ptr" : "");
}

void LineExpander::argument(std::string_view Digits) {
  unsigned Index = numberOf(Digits);
  if (Line.substr(At).starts_with("...")) {
    At += 3;
    return appendPack(Index);
  }
  if (Index >= Declared.Params.size()) {
    Broken = true;
    return;
  }
  CallsMember |= form(Index) == ParamForm::MemberPointer;
  Out += valueOf(Index);
}

/// `@name` becomes a symbol; `@"symbol"` is a global and stays.
void LineExpander::placeholder() {
  if (Line.substr(At).starts_with("@\"")) {
    Out += Line[At++];
    return;
  }
  size_t End = At + 1;
  while (End < Line.size() && isWordChar(Line[End]))
    ++End;
  bool IsCallee = Out.ends_with("call ");
  Out += IsCallee ? "\"" : "fn \"";
  Out += Line.substr(At, End - At);
  Out += '"';
  At = End;
}

/// `~p0`: the handle behind an object.
void LineExpander::held() {
  size_t End = ++At;
  while (End < Line.size() && isWordChar(Line[End]))
    ++End;
  std::string Word(Line.substr(At, End - At));
  At = End;
  std::string Object = Word + ".*";
  facts::Name Field;
  bool IsValue = false;
  if (Word == "this") {
    Field = Declared.ThisHeld;
  } else if (Word == "result") {
    Field = Declared.ResultHeld;
    IsValue = !Declared.ReturnsAddress;
  } else {
    size_t Index = std::strtoul(Word.c_str() + 1, nullptr, 10);
    if (Index >= Declared.Params.size()) {
      Broken = true;
      return;
    }
    const facts::Variable &Param = Declared.Params[Index];
    Field = Index < Declared.Held.size() ? Declared.Held[Index] : facts::Name();
    IsValue = !Param.IsPointer && !Param.IsReference;
    if (Field.empty() && IsValue && !Param.Class.empty())
      Word = "&" + Word;
  }
  Out += Field.empty() ? Word
                       : (IsValue ? Word : Object) + ".\"" +
                             std::string(Field.text()) + "\"";
}

std::string LineExpander::text() {
  while (At < Line.size()) {
    char C = Line[At];
    if (C == '"') {
      size_t End = Line.find('"', At + 1);
      End = End == Line.npos ? Line.size() : End + 1;
      Out += Line.substr(At, End - At);
      At = End;
    } else if (C == '@') {
      placeholder();
    } else if (C == '~') {
      held();
    } else if (isWordChar(C)) {
      size_t End = At;
      while (End < Line.size() && isWordChar(Line[End]))
        ++End;
      std::string_view Word = Line.substr(At, End - At);
      At = End;
      bool IsNumbered = Word.size() > 3 && !Out.ends_with(".") &&
                        std::all_of(Word.begin() + 3, Word.end(), ::isdigit);
      if (IsNumbered && Word.starts_with("arg"))
        argument(Word.substr(3));
      else if (IsNumbered && Word.starts_with("obj"))
        object(Word.substr(3));
      else
        Out += Word;
    } else {
      Out += C;
      ++At;
    }
  }
  return std::move(Out);
}

static bool isMark(const Value &V, std::string_view Mark) {
  return V.What == Value::Kind::Function && V.Symbol.text() == Mark;
}

/// `this.*.deleter`, where a deleter that is a value lives.
static facts::Place storedDeleter() {
  facts::Place P;
  P.Root = facts::Place::Base::This;
  P.Path.push_back({.What = facts::Step::Kind::Deref, .Field = {}});
  P.Path.push_back(
      {.What = facts::Step::Kind::Field, .Field = facts::Name("deleter")});
  return P;
}

/// A value that is a placeholder becomes what it stands for.
static Value resolved(Value V, const Shape &Shape) {
  if (isMark(V, DeleterMark))
    return Shape.Deleter ? Value::function(*Shape.Deleter)
                         : Value::load(storedDeleter());
  if (isMark(V, DeleteMark))
    return Shape.Delete.empty() ? Value::unknown()
                                : Value::function(Shape.Delete);
  if (isMark(V, DestroyMark))
    return Value::function(Shape.Destroy);
  if (isMark(V, EndMark))
    return Value::function(Shape.End);
  if (V.What == Value::Kind::Function && V.Symbol.text().starts_with("@"))
    if (auto Method =
            Shape.Methods.find(std::string(V.Symbol.text().substr(1)));
        Method != Shape.Methods.end())
      return Value::function(Method->second);
  return V;
}

/// Only a functor's own operator() wants the deleter as its object.
static void resolveCall(facts::Call &Call, const Shape &Shape) {
  if (isMark(Call.Callee, DeleterMark) &&
      (!Shape.Deleter || Shape.IsDefaultDelete))
    Call.This.reset();
  Call.Callee = resolved(Call.Callee, Shape);
  for (Value &Argument : Call.Arguments)
    Argument = resolved(Argument, Shape);
}

/// The object of a pointer to a member: of an argument that is an object its
/// address, else the pointer.
static Value objectOf(Value Argument, const Shape &Shape) {
  if (Argument.What != Value::Kind::Load ||
      Argument.Where.Root != facts::Place::Base::Param)
    return Argument;
  uint32_t Index = Argument.Where.Index;
  ParamForm Form =
      Index < Shape.Forms.size() ? Shape.Forms[Index] : ParamForm::Plain;
  if (Form == ParamForm::ObjectValue)
    return Value::address(Argument.Where);
  if (Form == ParamForm::SmartPointer)
    Argument.Where.Path.push_back(
        {.What = facts::Step::Kind::Field, .Field = facts::Name("__ptr")});
  return Argument;
}

template <typename CallLike>
static void takeObject(CallLike &Call, const Shape &Shape) {
  if (Call.Arguments.empty())
    return;
  Call.This = objectOf(Call.Arguments.front(), Shape);
  Call.Arguments.erase(Call.Arguments.begin());
}

bool extract::namesMethod(std::string_view Line, std::string_view Method) {
  std::string Mark = "@" + std::string(Method);
  for (size_t At = Line.find(Mark); At != Line.npos;
       At = Line.find(Mark, At + 1)) {
    size_t End = At + Mark.size();
    // Symbols stand in quotes, and have such signs of their own.
    if (std::count(Line.begin(), Line.begin() + At, '"') % 2 == 0 &&
        (End == Line.size() || !isWordChar(Line[End])))
      return true;
  }
  return false;
}

/// Finds the highest `tN` outside of quotes.
uint32_t extract::temporariesIn(std::string_view Text) {
  uint32_t Count = 0;
  bool Quoted = false;
  for (size_t I = 0; I < Text.size(); ++I) {
    Quoted ^= Text[I] == '"';
    bool Starts = !Quoted && Text[I] == 't' &&
                  (I == 0 || (!isWordChar(Text[I - 1]) && Text[I - 1] != '.'));
    uint32_t Number = 0;
    size_t End = I + 1;
    for (; Starts && End < Text.size() && std::isdigit(Text[End]); ++End)
      Number = Number * 10 + static_cast<uint32_t>(Text[End] - '0');
    if (Starts && End > I + 1 && (End == Text.size() || !isWordChar(Text[End])))
      Count = std::max(Count, Number + 1);
  }
  return Count;
}

llvm::Expected<std::optional<Action>> extract::expandLine(std::string_view Line,
                                                          const Shape &Shape) {
  auto Wants = [&](std::string_view Mark) {
    return namesMethod(Line, Mark.substr(1));
  };
  if ((Shape.Destroy.empty() && Wants(DestroyMark)) ||
      (Shape.End.empty() && Wants(EndMark)))
    return std::nullopt;
  LineExpander Expander(Line, Shape);
  std::string Text = Expander.text();
  if (Expander.isBroken())
    return llvm::createStringError(
        llvm::inconvertibleErrorCode(),
        "the model of '" + std::string(Shape.Text.text()) +
            "' names a parameter that it does not have: " + std::string(Line));
  llvm::Expected<Action> Parsed = facts::parseAction(Text);
  if (!Parsed)
    return llvm::createStringError(
        llvm::inconvertibleErrorCode(),
        "the model of '" + std::string(Shape.Text.text()) + "': " + Text +
            ": " + llvm::toString(Parsed.takeError()));
  if (auto *Call = std::get_if<facts::Call>(&*Parsed)) {
    resolveCall(*Call, Shape);
    if (Expander.callsMember() && !Call->This)
      takeObject(*Call, Shape);
  } else if (auto *Spawn = std::get_if<facts::Spawn>(&*Parsed)) {
    Spawn->Entry = resolved(Spawn->Entry, Shape);
    if (Expander.callsMember() && !Spawn->This)
      takeObject(*Spawn, Shape);
  } else if (auto *Set = std::get_if<facts::Set>(&*Parsed)) {
    Set->From = resolved(Set->From, Shape);
  }
  return std::move(*Parsed);
}
