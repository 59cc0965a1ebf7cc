// What models become for concrete declarations, as text.
#include "extract/ModelBodies.h"
#include "facts/Text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace cursor_tidy;
using namespace cursor_tidy::extract;
using testing::HasSubstr;
using testing::Not;

namespace {

facts::Variable pointer(std::string_view Handle = "") {
  facts::Variable V;
  V.IsPointer = true;
  V.Handle = facts::Name(Handle);
  return V;
}

facts::Variable reference() {
  facts::Variable V;
  V.IsReference = true;
  return V;
}

Shape shape(std::vector<facts::Variable> Params) {
  Shape S;
  S.Symbol = S.Text = facts::Name("f");
  S.Params = std::move(Params);
  return S;
}

/// The body of the only function of a small model.
std::string body(std::string_view Entry, const Shape &Shape) {
  std::string Text =
      R"m({"driver": "d", "title": "D", "level": 1, "declaredBy": "", "functions": [)m";
  Text += Entry;
  Text += "]}";
  model::Models M = llvm::cantFail(model::Models::read(Text, "m.json"));
  llvm::Expected<facts::Function> F =
      modelledFunction(M.functions().front(), Shape);
  return F ? facts::print(*F) : "error: " + llvm::toString(F.takeError());
}

/// The body of a function of the project's models.
std::string bodyOf(std::string_view Name, const Shape &Shape,
                   std::vector<std::string> Types = {}) {
  static const model::Models M = llvm::cantFail(model::Models::load());
  const model::Function *F =
      M.function(Name, static_cast<unsigned>(Shape.Params.size()), Types);
  return F ? facts::print(llvm::cantFail(modelledFunction(*F, Shape))) : "";
}

/// The shape of a method whose object holds a handle.
Shape methodOfHolder(std::vector<facts::Variable> Params) {
  Shape S = shape(std::move(Params));
  S.IsMethod = true;
  S.ThisHandle = facts::Name("d/c");
  S.ThisHeld = facts::Name("<handle>");
  return S;
}

TEST(ModelBodies, constructorOpensWhatTheObjectHolds) {
  std::string Text =
      body(R"m({"name": "f", "opens": {"handle": "c", "at": "this"}})m",
           methodOfHolder({}));
  EXPECT_THAT(Text, HasSubstr("this.*.\"<handle>\" = allocate \"c\""));
  EXPECT_THAT(Text, HasSubstr("open \"d/c\" this.*.\"<handle>\""));
}

TEST(ModelBodies, openDerivesFromWhatAnArgumentHolds) {
  Shape S = shape({reference(), pointer()});
  S.Held = {facts::Name("<handle>"), {}};
  std::string Text = body(
      R"m({"name": "f", "opens": {"handle": "c", "at": "result", "from": ["p0", "p1"]}})m",
      S);
  EXPECT_THAT(Text, HasSubstr("from p0.*.\"<handle>\", p1"));
}

TEST(ModelBodies, statusIsPutIntoTheReturnedObject) {
  Shape S = shape({});
  S.ResultHeld = facts::Name("<status>");
  std::string Text = body(
      R"m({"name": "f", "result": "status", "closes": {"handle": "c", "at": "@\"g\""}})m",
      S);
  EXPECT_THAT(Text, HasSubstr("result.\"<status>\" = ?"));
  EXPECT_THAT(Text, HasSubstr("result.\"<status>\" = 0"));
}

TEST(ModelBodies, errorPlaceIsUntouchedWhenItWorked) {
  std::string Text = body(R"m({"name": "f", "result": "error p0.*",
    "opens": {"handle": "c", "at": "result", "onFailure": "null"}})m",
                          shape({pointer()}));
  EXPECT_THAT(Text, HasSubstr("p0.* = ?nonzero"));
  EXPECT_THAT(Text, Not(HasSubstr("p0.* = 0")));
}

TEST(ModelBodies, unnamedMethodsUseOrMoveWhatTheObjectHolds) {
  model::Class Class;
  Class.Driver = "d";
  Class.Rest = model::Otherwise::Accesses;
  Shape Method = methodOfHolder({});
  Method.IsConst = true;
  EXPECT_THAT(facts::print(classDefault(Class, Method)),
              HasSubstr("access \"d/c\" this.*.\"<handle>\" readonly"));
  Shape Moves = methodOfHolder({reference()});
  Moves.IsConstructor = Moves.IsMove = true;
  Moves.Held = {facts::Name("<handle>")};
  std::string Text = facts::print(classDefault(Class, Moves));
  EXPECT_THAT(Text, HasSubstr("this.*.\"<handle>\" = p0.*.\"<handle>\""));
  EXPECT_THAT(Text, HasSubstr("p0.*.\"<handle>\" = 0"));
  EXPECT_THAT(Text, Not(HasSubstr("access")));
}

TEST(ModelBodies, openThatLeavesNullHasTwoOutcomes) {
  std::string Text = body(R"m({"name": "f", "result": "status", "accesses": "*",
    "opens": {"handle": "st", "at": "p1.*", "from": "p0", "onFailure": "null"}})m",
                          shape({pointer("d/conn"), pointer()}));
  EXPECT_THAT(Text, HasSubstr(R"m(b0:
  access "d/conn" p0
  choose b1 b2
b1:
  p1.* = allocate "st"
  open "d/st" p1.* from p0
  result = 0
  jump b3
b2:
  p1.* = 0
  result = ?nonzero
  jump b3
b3:
  return
)m"));
}

TEST(ModelBodies, openThatFailsOpenOpensBeforeTheChoice) {
  std::string Text = body(R"m({"name": "f", "result": "status",
    "opens": {"handle": "c", "at": "p0.*", "onFailure": "open"}})m",
                          shape({pointer()}));
  EXPECT_THAT(Text, HasSubstr("open \"d/c\" p0.*\n  choose b1 b2\nb1:\n"
                              "  result = 0\n  jump b3\nb2:\n"
                              "  result = ?nonzero\n"));
}

TEST(ModelBodies, closeThatRefusesStaysOpenWithChildren) {
  std::string Text = body(R"m({"name": "f", "result": "status",
    "closes": {"handle": "c", "at": "p0", "refuses": true}})m",
                          shape({pointer("d/c")}));
  EXPECT_THAT(Text, HasSubstr("t0 = openchildren p0\n  branch t0 b1 b2\nb1:\n"
                              "  access \"d/c\" p0\n  result = ?nonzero\n"));
  EXPECT_THAT(Text, HasSubstr("close \"d/c\" p0"));
}

TEST(ModelBodies, flagOfTheCallDeclaresALevel) {
  std::string Text =
      body(R"m({"name": "f", "opens": {"handle": "c", "at": "p0.*",
    "levels": [{"if": "p1 hasbits 4", "level": 1, "word": "serial", "by": "NOMUTEX"}]}})m",
           shape({pointer(), {}}));
  EXPECT_THAT(Text, HasSubstr("t0 = p1 hasbits 4\n  branch t0 b1 b2"));
  EXPECT_THAT(
      Text,
      HasSubstr("open \"d/c\" p0.* level 1 word \"serial\" by \"NOMUTEX\""));
}

TEST(ModelBodies, argumentsAreReadThroughReferences) {
  Shape S = shape({reference(), reference(), pointer()});
  EXPECT_THAT(
      body(R"m({"name": "f", "does": ["spawn this.*.thread arg0 (arg1...)"]})m",
           S),
      HasSubstr("spawn this.*.thread p0.* (p1.*, p2)"));
  S.Forms = {ParamForm::Plain, ParamForm::ReferenceWrapper};
  EXPECT_THAT(
      body(R"m({"name": "f", "does": ["spawn this.*.thread arg0 (arg1...)"]})m",
           S),
      HasSubstr("spawn this.*.thread p0.* (p1.*.__ptr, p2)"));
}

TEST(ModelBodies, emptyPackLeavesNoComma) {
  EXPECT_THAT(body(R"m({"name": "f", "does": ["call p0 (p0, arg1...)"]})m",
                   shape({pointer()})),
              HasSubstr("call p0 (p0)"));
}

TEST(ModelBodies, methodEntryTakesItsObject) {
  Shape S = shape({reference(), reference(), reference()});
  S.Forms = {ParamForm::MemberPointer, ParamForm::ObjectValue};
  EXPECT_THAT(
      body(R"m({"name": "f", "does": ["spawn this.*.thread arg0 (arg1...)"]})m",
           S),
      HasSubstr("spawn this.*.thread p0.* (p2.*) this &p1.*"));
  S.Forms = {ParamForm::MemberPointer};
  EXPECT_THAT(
      body(R"m({"name": "f", "does": ["spawn this.*.thread arg0 (arg1...)"]})m",
           S),
      HasSubstr("spawn this.*.thread p0.* (p2.*) this p1.*"));
}

TEST(ModelBodies, missingParameterIsAnError) {
  EXPECT_THAT(
      body(R"m({"name": "f", "does": ["lock arg2"]})m", shape({pointer()})),
      HasSubstr(
          "error: the model of 'f' names a parameter that it does not have"));
}

TEST(ModelBodies, deleterIsAFunctorOrAValueOrDelete) {
  Shape S = shape({});
  constexpr std::string_view Entry =
      R"m({"name": "f", "does": ["call @deleter (this.*.__ptr) this &this.*.deleter"]})m";
  EXPECT_THAT(body(Entry, S),
              HasSubstr("call this.*.deleter (this.*.__ptr)\n"));
  S.Deleter = facts::Name("Closer::operator()");
  EXPECT_THAT(
      body(Entry, S),
      HasSubstr(
          "call \"Closer::operator()\" (this.*.__ptr) this &this.*.deleter"));
  S.Deleter = facts::Name("delete T");
  S.IsDefaultDelete = true;
  EXPECT_THAT(body(Entry, S), HasSubstr("call \"delete T\" (this.*.__ptr)\n"));
}

TEST(ModelBodies, destructorThatIsNotThereIsNotCalled) {
  Shape S = shape({});
  constexpr std::string_view Entry =
      R"m({"name": "f", "does": [{"if": "@destroy", "then": ["call @destroy () this this"]}]})m";
  EXPECT_THAT(body(Entry, S), Not(HasSubstr("call")));
  S.Destroy = facts::Name("~T");
  EXPECT_THAT(body(Entry, S), HasSubstr("call \"~T\" () this this"));
}

TEST(ModelBodies, elementIsBuiltByItsConstructor) {
  Shape S = shape({reference(), reference()});
  constexpr std::string_view Entry =
      R"m({"name": "f", "does": ["construct this.*.[0]"]})m";
  EXPECT_THAT(body(Entry, S), HasSubstr("escape p0.*\n  escape p1.*\n"
                                        "  this.*.[0] = ?"));
  S.Element.Class = facts::Name("T");
  S.Element.Constructor = facts::Name("T(A &, int)");
  S.Element.ByReference = {true, false};
  EXPECT_THAT(body(Entry, S),
              HasSubstr("make this.*.[0] \"T\"\n  call \"T(A &, int)\" (p0, "
                        "p1.*) this &this.*.[0]"));
}

TEST(ModelBodies, elementOfNoClassIsCopied) {
  EXPECT_THAT(body(R"m({"name": "f", "does": ["construct this.*.[0]"]})m",
                   shape({reference()})),
              HasSubstr("this.*.[0] = p0.*\n"));
}

TEST(ModelBodies, threadRunsOnCopiesOfItsOwn) {
  Shape S = shape({reference(), reference()});
  constexpr std::string_view Entry =
      R"m({"name": "f", "does": ["spawn this.*.thread arg0 (arg1...)"]})m";
  EXPECT_THAT(body(Entry, S),
              HasSubstr("b0:\n  spawn this.*.thread p0.* (p1.*)\n  return"));
  Building Moved;
  Moved.Class = facts::Name("C");
  Moved.Constructor = facts::Name("C(C &&)");
  Moved.ByReference = {true};
  S.Kept = {Moved};
  EXPECT_THAT(body(Entry, S), HasSubstr("  t0 = allocate\n  make t0.* \"C\"\n"
                                        "  call \"C(C &&)\" (p0) this &t0.*\n"
                                        "  spawn this.*.thread t0.* (p1.*)\n"
                                        "  escape t0.*\n"));
}

TEST(ModelBodies, leaveEndsTheBlock) {
  EXPECT_THAT(
      body(
          R"m({"name": "f", "cases": [["leave exec"], ["result = ?negative"]]})m",
          shape({})),
      HasSubstr("leave exec\n  unreachable"));
}

TEST(ModelBodies, defaultAccessesTheDriversOwnHandlesOnly) {
  model::Driver D;
  D.Name = "d";
  facts::Variable Constant = pointer("d/conn");
  Constant.IsBorrow = true;
  std::string Text = facts::print(driverDefault(
      D, shape({pointer("d/conn"), pointer("dd/conn"), Constant, pointer()})));
  EXPECT_THAT(Text, HasSubstr("b0:\n  access \"d/conn\" p0\n"
                              "  access \"d/conn\" p2 readonly\n  return"));
}

TEST(ModelBodies, defaultMayWriteNumbersWhoseAddressItGets) {
  Shape Of = shape({pointer("d/conn"), pointer()});
  Of.Forms = {ParamForm::Plain, ParamForm::Output};
  model::Driver D;
  D.Name = "d";
  EXPECT_THAT(facts::print(driverDefault(D, Of)), HasSubstr("p1.* = ?"));
  EXPECT_THAT(facts::print(borrowerDefault(Of)), HasSubstr("p1.* = ?"));
}

TEST(ModelBodies, readOfAFieldIsALocalAccess) {
  EXPECT_THAT(
      facts::print(readFunction(facts::Name("read"), facts::Name("d/conn"))),
      HasSubstr("access \"d/conn\" p0 readonly local"));
}

TEST(ModelBodies, deleteDestroysAndFrees) {
  std::string Text =
      facts::print(deleteFunction(facts::Name("T"), facts::Name("~T"),
                                  /*IsVirtual=*/false));
  EXPECT_THAT(Text, HasSubstr("call \"~T\" () this p0\n  free p0"));
  EXPECT_THAT(facts::print(deleteFunction(facts::Name("T"), {},
                                          /*IsVirtual=*/false)),
              Not(HasSubstr("call")));
  EXPECT_THAT(facts::print(deleteFunction(facts::Name("T"), facts::Name("~T"),
                                          /*IsVirtual=*/true)),
              HasSubstr("call \"~T\" () this p0 virtual"));
}

TEST(DriverBodies, initOfAGivenObjectOpensInPlaceAndReturnsIt) {
  EXPECT_THAT(
      bodyOf("mysql_init", shape({pointer("mysql/MYSQL")})),
      HasSubstr(
          "branch p0 b1 b2\nb1:\n  open \"mysql/MYSQL\" p0\n  result = p0"));
}

TEST(DriverBodies, commitEndsOnlyTheCursorsOfAWriteTransaction) {
  EXPECT_THAT(
      bodyOf("mdb_txn_commit", shape({pointer("lmdb/MDB_txn")})),
      HasSubstr(
          "branch p0.*.readonly b1 b2\n"
          "b1:\n  close \"lmdb/MDB_txn\" p0 children detaches\n  jump b3\n"
          "b2:\n  close \"lmdb/MDB_txn\" p0 children ends\n"));
}

TEST(LibraryBodies, movedThreadIsNoNewThread) {
  EXPECT_THAT(
      bodyOf("std::thread::thread", shape({reference()}), {"std::thread &&"}),
      Not(HasSubstr("spawn")));
  EXPECT_THAT(bodyOf("std::thread::thread", shape({reference()}), {""}),
              HasSubstr("spawn"));
}

/// Every model must do for any declaration with as many parameters as it asks
/// for at least, and what it prints must be readable again.
TEST(AllBodies, areReadableHandlePrograms) {
  model::Models M = llvm::cantFail(model::Models::load());
  EXPECT_GT(M.functions().size(), 500u);
  for (const model::Function &F : M.functions()) {
    bool IsOpen = F.MaxParams == ~0u;
    Shape S = shape(std::vector<facts::Variable>(
        IsOpen ? std::max(F.MinParams, 3u) : F.MinParams, pointer()));
    S.Text = facts::Name(F.Name);
    S.Destroy = facts::Name("~T");
    S.Delete = facts::Name("delete T");
    llvm::Expected<facts::Function> Body = modelledFunction(F, S);
    ASSERT_TRUE(bool(Body)) << llvm::toString(Body.takeError());
    llvm::Expected<facts::Program> Back =
        facts::parseProgram(facts::print(*Body));
    ASSERT_TRUE(bool(Back))
        << F.Name << ": " << llvm::toString(Back.takeError());
    EXPECT_EQ(Back->Functions.front().Blocks, Body->Blocks) << F.Name;
  }
}

} // namespace
