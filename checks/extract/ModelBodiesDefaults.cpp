//===- ModelBodiesDefaults.cpp - functions that no model names ------------===//
//
// What is assumed of them is written in the text of the handle program too, as
// if a model said so.
//
//===----------------------------------------------------------------------===//
#include "extract/ModelBodies.h"

#include <string>
#include <vector>

using namespace cursor_tidy;
using namespace cursor_tidy::extract;
using model::Statement;

static facts::Function withLines(const std::vector<std::string> &Lines,
                                 const std::string &Driver,
                                 const Shape &Shape) {
  model::Function Default;
  Default.Driver = Driver;
  for (const std::string &Text : Lines)
    Default.Does.push_back(
        {.What = Statement::Kind::Line, .Text = Text, .Branches = {}});
  return llvm::cantFail(modelledFunction(Default, Shape));
}

/// What becomes unknown by a call of which nothing more is known.
static void appendOutputs(std::vector<std::string> &To, const Shape &Shape) {
  for (unsigned I = 0; I < Shape.Forms.size() && I < Shape.Params.size(); ++I)
    if (Shape.Forms[I] == ParamForm::Output)
      To.push_back("p" + std::to_string(I) + ".* = ?");
}

facts::Function extract::driverDefault(const model::Driver &Driver,
                                       const Shape &Shape) {
  std::vector<std::string> Lines = {"accesses"};
  appendOutputs(Lines, Shape);
  return withLines(Lines, Driver.Name, Shape);
}

facts::Function extract::borrowerDefault(const Shape &Shape) {
  std::vector<std::string> Lines;
  appendOutputs(Lines, Shape);
  return withLines(Lines, {}, Shape);
}

facts::Function extract::readFunction(facts::Name Symbol, facts::Name Kind) {
  Shape Read;
  Read.Symbol = Symbol;
  facts::Variable Object;
  Object.IsPointer = Object.IsBorrow = true;
  Object.Handle = Kind;
  Read.Params.push_back(Object);
  return withLines(
      {"access \"" + std::string(Kind.text()) + "\" p0 readonly local"}, {},
      Read);
}

/// What happens to the handle or status that an object holds. One that is taken
/// over ends what was there before.
static std::vector<std::string> heldByDefault(const Shape &Shape) {
  if (Shape.ThisHeld.empty())
    return {};
  if (Shape.IsConstructor) {
    if (Shape.IsMove)
      return {"~this = ~p0", "~p0 = 0"};
    if (Shape.IsCopy)
      return {"~this = ~p0"};
    return {Shape.Params.empty() ? "~this = 0" : "~this = ?"};
  }
  if (Shape.IsMove)
    return {"t0 = ~p0", "~p0 = 0", "call @end () this this", "~this = t0",
            "result = this"};
  if (Shape.IsCopy)
    return {"~this = ~p0", "result = this"};
  return {};
}

/// A method of a driver's class: it uses its handle and those it is given.
static facts::Function accessDefault(const model::Class &Class,
                                     const Shape &Shape) {
  std::vector<std::string> Lines = heldByDefault(Shape);
  if (!Shape.IsDestructor)
    Lines.insert(Lines.begin(), "accesses");
  appendOutputs(Lines, Shape);
  // What is no handle may still be a thing that a handle owns.
  if (Shape.ThisHandle.empty() && Shape.IsMethod && !Shape.IsConstructor &&
      !Shape.IsDestructor)
    Lines.insert(Lines.begin(), "access this");
  return withLines(Lines, Class.Driver, Shape);
}

/// Arguments and object go where nobody looks.
static facts::Function escapeDefault(const Shape &Shape) {
  std::vector<std::string> Lines;
  for (unsigned I = 0; I < Shape.Params.size(); ++I)
    if (!Shape.Params[I].IsBorrow)
      Lines.push_back("escape p" + std::to_string(I));
  if (Shape.IsMethod && !Shape.IsConstructor)
    Lines.push_back("escape this.*");
  // What it holds now, a caller does not know either.
  if (Shape.IsMethod && !Shape.IsConst && !Shape.IsDestructor)
    Lines.push_back("this.* = ?");
  return withLines(Lines, {}, Shape);
}

facts::Function extract::classDefault(const model::Class &Class,
                                      const Shape &Shape) {
  switch (Class.Rest) {
  case model::Otherwise::Accesses:
    return accessDefault(Class, Shape);
  case model::Otherwise::Escapes:
    return escapeDefault(Shape);
  case model::Otherwise::Nothing:
  case model::Otherwise::Source:
    break;
  }
  return withLines({}, {}, Shape);
}

facts::Name extract::deleteSymbol(facts::Name Class) {
  return facts::Name("delete " + std::string(Class.text()));
}

facts::Function extract::deleteFunction(facts::Name Class,
                                        facts::Name Destructor,
                                        bool IsVirtual) {
  Shape Delete;
  Delete.Symbol = deleteSymbol(Class);
  Delete.Text = facts::Name("delete");
  facts::Variable Pointer;
  Pointer.Text = facts::Name("pointer");
  Pointer.IsPointer = true;
  Delete.Params.push_back(Pointer);
  Delete.Destroy = Destructor;
  model::Function Body;
  Body.Does = {
      {.What = Statement::Kind::If,
       .Text = "p0",
       .Branches = {
           {{.What = Statement::Kind::Line,
             .Text = IsVirtual ? "call @destroy () this p0 virtual"
                               : "call @destroy () this p0",
             .Branches = {}},
            {.What = Statement::Kind::Line, .Text = "free p0", .Branches = {}}},
           {}}}};
  return llvm::cantFail(modelledFunction(Body, Delete));
}
