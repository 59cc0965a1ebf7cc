//===- ModelBodies.cpp - model function -> function of the handle program
//----===//
//
// Lays a model's statements out as blocks. Lines are expanded and parsed in
// ModelBodiesExpand.cpp.
//
//===----------------------------------------------------------------------===//
#include "extract/ModelBodies.h"

#include "extract/ModelBodiesBound.h"
#include "extract/ModelBodiesExpand.h"
#include "extract/ModelBodiesSerial.h"
#include "facts/Text.h"

#include <algorithm>
#include <cctype>

using namespace cursor_tidy;
using namespace cursor_tidy::extract;
using facts::Action;
using facts::BlockId;
using facts::Value;
using model::Statement;

namespace {

facts::Place param(unsigned Index) {
  facts::Place P;
  P.Root = facts::Place::Base::Param;
  P.Index = Index;
  return P;
}

facts::Place pointee(facts::Place P) {
  P.Path.push_back({.What = facts::Step::Kind::Deref, .Field = {}});
  return P;
}

facts::Place thisObject() {
  facts::Place P;
  P.Root = facts::Place::Base::This;
  return pointee(P);
}

/// The head of a modelled function.
facts::Function declare(const Shape &Shape) {
  facts::Function F;
  F.Symbol = Shape.Symbol;
  F.Text = Shape.Text;
  F.Body = facts::BodyKind::Modelled;
  F.IsConstructor = Shape.IsConstructor;
  F.IsDestructor = Shape.IsDestructor;
  F.IsVirtual = Shape.IsVirtual;
  F.IsStatic = !Shape.Class.empty() && !Shape.IsMethod;
  F.Class = Shape.Class;
  F.Params = Shape.Params;
  F.ResultHandle = Shape.ResultHandle;
  return F;
}

bool isOf(facts::Name Handle, std::string_view Driver) {
  std::string_view Key = Handle.text();
  return Key.size() > Driver.size() && Key.starts_with(Driver) &&
         Key[Driver.size()] == '/';
}

facts::Place behind(facts::Place Object, facts::Name Held) {
  Object.Path.push_back({.What = facts::Step::Kind::Field, .Field = Held});
  return Object;
}

/// True for a method that uses its object: not one that makes or ends it.
bool usesObject(const Shape &Shape) {
  return Shape.IsMethod && !Shape.IsConstructor && !Shape.IsDestructor &&
         !Shape.IsCopy && !Shape.IsMove;
}

/// The accesses through the handles of a driver among the parameters, `this`
/// included.
std::vector<Action> accessesOf(std::string_view Driver, const Shape &Shape) {
  std::vector<Action> Accesses;
  if (usesObject(Shape) && isOf(Shape.ThisHandle, Driver)) {
    facts::Place This;
    This.Root = facts::Place::Base::This;
    Accesses.push_back(facts::Access{
        .Kind = Shape.ThisHandle,
        .Handle = Value::load(Shape.ThisHeld.empty()
                                  ? This
                                  : behind(thisObject(), Shape.ThisHeld)),
        .ReadOnly = Shape.IsConst});
  }
  for (unsigned I = 0; I < Shape.ByAddress.size(); ++I)
    if (isOf(Shape.ByAddress[I], Driver)) {
      facts::Place Behind = param(I);
      Behind.Path.push_back({.What = facts::Step::Kind::Deref, .Field = {}});
      Accesses.push_back(facts::Access{.Kind = Shape.ByAddress[I],
                                       .Handle = Value::load(Behind)});
    }
  for (unsigned I = 0; I < Shape.Params.size(); ++I) {
    const facts::Variable &P = Shape.Params[I];
    if (!isOf(P.Handle, Driver))
      continue;
    bool IsAddress = P.IsPointer || P.IsReference;
    bool IsObject = !IsAddress && !P.Class.empty();
    Value Handle = IsObject ? Value::address(param(I)) : Value::load(param(I));
    if (I < Shape.Held.size() && !Shape.Held[I].empty())
      Handle = Value::load(
          behind(IsAddress ? pointee(param(I)) : param(I), Shape.Held[I]));
    Accesses.push_back(facts::Access{.Kind = P.Handle,
                                     .Handle = std::move(Handle),
                                     .ReadOnly = IsAddress && P.IsBorrow});
  }
  return Accesses;
}

/// Writes statements into the blocks of one function.
class BlockWriter {
public:
  BlockWriter(const model::Function &Model, const Shape &Shape)
      : Model(Model), Declared(Shape), Result(declare(Shape)) {}

  llvm::Expected<facts::Function> function();

private:
  BlockId add() {
    Result.Blocks.emplace_back();
    return static_cast<BlockId>(Result.Blocks.size() - 1);
  }
  void end(facts::Terminator How) {
    Result.Blocks[Here].End = std::move(How);
    Open = false;
  }
  void start(BlockId Block) {
    Here = Block;
    Open = true;
  }
  void emit(Action What) {
    Result.Blocks[Here].Events.push_back({.What = std::move(What), .At = {}});
  }
  /// Goes on at a block that other blocks may lead to as well.
  void join(BlockId To) {
    if (Open)
      end(facts::Jump{To});
  }

  void write(const model::Body &Body);
  void write(const Statement &S);
  void line(const std::string &Text);
  void construct(const std::string &Where);
  void constructFrom(const std::string &Where, const std::string &From);
  void upcast(const std::string &Where, const std::string &From);
  std::optional<Action> expanded(const std::string &Text);
  void spawn(facts::Spawn What, std::optional<Value> Under);
  void spawnUnder(const std::string &Task, const std::string &Held);
  void build(const std::string &Where, const Building &How, unsigned First,
             unsigned Count);
  void branchOn(const std::string &Condition, BlockId Then, BlockId Else);
  void ifStatement(const Statement &S);
  void either(const Statement &S);
  void whileStatement(const Statement &S);
  void countTemporaries(const model::Body &Body);
  void forgetOutParameters();

  const model::Function &Model;
  const Shape &Declared;
  facts::Function Result;
  BlockId Here = 0;
  bool Open = true;
  std::string Problem;
};

} // namespace

/// The event of a line; none when it is dropped, or when there is a problem.
std::optional<Action> BlockWriter::expanded(const std::string &Text) {
  llvm::Expected<std::optional<Action>> What = expandLine(Text, Declared);
  if (What)
    return std::move(*What);
  Problem = llvm::toString(What.takeError());
  return std::nullopt;
}

void BlockWriter::line(const std::string &Text) {
  if (Text == "return")
    return end(facts::Return{});
  if (Text == "throw")
    return end(facts::Throw{});
  if (Text == "accesses") {
    for (Action &What : accessesOf(Model.Driver, Declared))
      emit(std::move(What));
    return;
  }
  if (Text == "bind" || Text.starts_with("bind ")) {
    for (const std::string &Line :
         boundLines(Declared, Text == "bind" ? "result" : Text.substr(5)))
      line(Line);
    return;
  }
  if (Text.starts_with("construct "))
    return construct(Text.substr(Text.find(' ') + 1));
  if (Text.starts_with("upcast ")) {
    size_t At = Text.find(" from ");
    return upcast(Text.substr(7, At - 7), Text.substr(At + 6));
  }
  auto [Task, Held] = splitUnder(Text);
  if (!Held.empty())
    return spawnUnder(Task, Held);
  std::optional<Action> What = expanded(Text);
  if (!What)
    return;
  if (auto *Spawn = std::get_if<facts::Spawn>(&*What))
    return spawn(std::move(*Spawn), std::nullopt);
  bool Leaves = std::holds_alternative<facts::Leave>(*What);
  emit(std::move(*What));
  if (Leaves)
    end(facts::Unreachable{});
}

/// Arguments from First on go to the constructor as it wants them.
void BlockWriter::build(const std::string &Where, const Building &How,
                        unsigned First, unsigned Count) {
  line("make " + Where + " \"" + std::string(How.Class.text()) + "\"");
  std::string Given;
  for (unsigned I = 0; I < Count; ++I) {
    unsigned Index = First + I;
    const facts::Variable &Param = Declared.Params[Index];
    bool WantsAddress = I < How.ByReference.size() && How.ByReference[I];
    std::string Value = "p" + std::to_string(Index);
    if (WantsAddress && !Param.IsReference)
      Value = "&" + Value;
    else if (!WantsAddress)
      Value = "arg" + std::to_string(Index);
    Given += (I ? ", " : "") + Value;
  }
  line("call \"" + std::string(How.Constructor.text()) + "\" (" + Given +
       ") this &" + Where);
}

void BlockWriter::constructFrom(const std::string &Where,
                                const std::string &From) {
  const Building &How = Declared.Again;
  if (How.Constructor.empty())
    return line(Where + " = " + From);
  line("make " + Where + " \"" + std::string(How.Class.text()) + "\"");
  line("call \"" + std::string(How.Constructor.text()) + "\" (&" + From +
       ") this &" + Where);
}

void BlockWriter::upcast(const std::string &Where, const std::string &From) {
  if (Declared.Bases.empty())
    return line(Where + " = " + From);
  std::string Inside = "&" + From + ".*";
  for (facts::Name Base : Declared.Bases)
    Inside += ".\"" + std::string(Base.text()) + "\"";
  BlockId Then = add(), Else = add(), After = add();
  branchOn(From, Then, Else);
  start(Then);
  line(Where + " = " + Inside);
  join(After);
  start(Else);
  line(Where + " = 0");
  join(After);
  start(After);
}

void BlockWriter::construct(const std::string &Where) {
  if (size_t At = Where.find(" from "); At != std::string::npos)
    return constructFrom(Where.substr(0, At), Where.substr(At + 6));
  const Building &How = Declared.Element;
  unsigned Count = static_cast<unsigned>(Declared.Params.size());
  if (!How.Class.empty() && !How.Constructor.empty())
    return build(Where, How, 0, Count);
  if (Count == 1 && (How.Class.empty() || How.IsCopy))
    return line(Where + " = arg0");
  for (unsigned I = 0; I < Count; ++I)
    if (!Declared.Params[I].IsBorrow)
      line("escape arg" + std::to_string(I));
  line(Where + " = ?");
}

/// A thread runs on copies of its own, and what was moved into them is the
/// giver's no more. The thread ends them, which is not followed: they escape.
void BlockWriter::spawn(facts::Spawn What, std::optional<Value> Under) {
  std::vector<std::string> Copies;
  auto Own = [&](Value &Given) {
    const facts::Place &From = Given.Where;
    if (Given.What != Value::Kind::Load ||
        From.Root != facts::Place::Base::Param ||
        From.Index >= Declared.Kept.size() ||
        From.Path.size() != size_t(Declared.Params[From.Index].IsReference) ||
        Declared.Kept[From.Index].Constructor.empty())
      return;
    facts::Place Copy;
    Copy.Root = facts::Place::Base::Temp;
    Copy.Index = Result.Temps++;
    Copy.Path.push_back({.What = facts::Step::Kind::Deref, .Field = {}});
    std::string Pointer = "t" + std::to_string(Copy.Index);
    line(Pointer + " = allocate \"\"");
    build(Pointer + ".*", Declared.Kept[From.Index], From.Index, 1);
    Copies.push_back(Pointer + ".*");
    Given = Value::load(std::move(Copy));
  };
  Own(What.Entry);
  for (Value &Argument : What.Arguments)
    Own(Argument);
  emit(Under ? heldUnder(std::move(*Under), std::move(What)) : std::move(What));
  for (const std::string &Copy : Copies)
    line("escape " + Copy);
}

void BlockWriter::spawnUnder(const std::string &Task, const std::string &Held) {
  std::optional<Action> What = expanded(Task), Lock = expanded("lock " + Held);
  if (What && Lock)
    spawn(std::get<facts::Spawn>(std::move(*What)),
          std::get<facts::Lock>(std::move(*Lock)).Mutex);
}

/// A condition is what may stand after `t0 =`: a computation, or a value that
/// is tested against zero.
void BlockWriter::branchOn(const std::string &Condition, BlockId Then,
                           BlockId Else) {
  std::string Temp = "t" + std::to_string(Result.Temps);
  llvm::Expected<std::optional<Action>> What =
      expandLine(Temp + " = " + Condition, Declared);
  if (!What) {
    Problem = llvm::toString(What.takeError());
    return end(facts::Return{});
  }
  Value On;
  if (const auto *Plain = std::get_if<facts::Set>(&**What)) {
    On = Plain->From;
  } else {
    ++Result.Temps;
    On = Value::load(std::get<facts::Compute>(**What).To);
    emit(std::move(**What));
  }
  end(facts::Branch{.Condition = On, .Then = Then, .Else = Else, .Text = {}});
}

void BlockWriter::ifStatement(const Statement &S) {
  if (S.Text.starts_with("@"))
    return write(S.Branches[Declared.Destroy.empty() ? 1 : 0]);
  BlockId Then = add(), Else = add(), After = add();
  branchOn(S.Text, Then, Else);
  start(Then);
  write(S.Branches[0]);
  join(After);
  start(Else);
  write(S.Branches[1]);
  join(After);
  start(After);
}

void BlockWriter::either(const Statement &S) {
  std::vector<BlockId> To;
  for (size_t I = 0; I < S.Branches.size(); ++I)
    To.push_back(add());
  BlockId After = add();
  end(facts::Choose{To});
  for (size_t I = 0; I < To.size(); ++I) {
    start(To[I]);
    write(S.Branches[I]);
    join(After);
  }
  start(After);
}

void BlockWriter::whileStatement(const Statement &S) {
  BlockId Head = add(), Turn = add(), After = add();
  join(Head);
  start(Head);
  branchOn(S.Text, Turn, After);
  start(Turn);
  write(S.Branches[0]);
  join(Head);
  start(After);
}

void BlockWriter::write(const Statement &S) {
  switch (S.What) {
  case Statement::Kind::Line:
    return line(S.Text);
  case Statement::Kind::If:
    return ifStatement(S);
  case Statement::Kind::Either:
    return either(S);
  case Statement::Kind::While:
    return whileStatement(S);
  }
}

void BlockWriter::write(const model::Body &Body) {
  for (const Statement &S : Body) {
    if (!Open || !Problem.empty())
      return;
    write(S);
  }
}

void BlockWriter::countTemporaries(const model::Body &Body) {
  for (const Statement &S : Body) {
    Result.Temps = std::max(Result.Temps, temporariesIn(S.Text));
    for (const model::Body &Branch : S.Branches)
      countTemporaries(Branch);
  }
}

/// True when a body speaks of a parameter, as `p1` or `arg1`.
static bool speaksOf(const model::Body &Body, const std::string &Number) {
  auto IsIn = [&](const std::string &Text) {
    for (size_t At = Text.find(Number); At != Text.npos;
         At = Text.find(Number, At + 1)) {
      size_t End = At + Number.size();
      bool IsWhole = End == Text.size() || !std::isdigit(Text[End]);
      if (IsWhole && At > 0 && (Text[At - 1] == 'p' || Text[At - 1] == 'g'))
        return true;
    }
    return false;
  };
  return std::any_of(Body.begin(), Body.end(), [&](const Statement &S) {
    return IsIn(S.Text) || std::any_of(S.Branches.begin(), S.Branches.end(),
                                       [&](const model::Body &Branch) {
                                         return speaksOf(Branch, Number);
                                       });
  });
}

/// A driver's function may write where its model says nothing of it.
void BlockWriter::forgetOutParameters() {
  if (Model.Driver.empty())
    return;
  for (unsigned I = 0; I < Declared.IsOut.size(); ++I)
    if (std::string Number = std::to_string(I);
        Declared.IsOut[I] && Declared.Params[I].Handle.empty() &&
        !speaksOf(Model.Does, Number))
      line("p" + Number + ".* = ?");
}

llvm::Expected<facts::Function> BlockWriter::function() {
  Result.IsNoReturn = Model.IsNoReturn;
  countTemporaries(Model.Does);
  start(add());
  // What is not said of a result is not known of it.
  if (!Declared.ResultHeld.empty() && !Declared.ReturnsAddress)
    line("~result = ?");
  forgetOutParameters();
  write(Model.Does);
  if (Open)
    end(facts::Return{});
  if (!Problem.empty())
    return llvm::createStringError(llvm::inconvertibleErrorCode(), Problem);
  return std::move(Result);
}

llvm::Expected<facts::Function>
extract::modelledFunction(const model::Function &Model, const Shape &Shape) {
  return BlockWriter(Model, Shape).function();
}
