//===- Copies.cpp - objects that share one handle and count who does ------===//
#include "model/Copies.h"

#include <string_view>

using namespace cursor_tidy;
using namespace cursor_tidy::model;

namespace {

/// How many objects share the handle behind a pointer, besides one.
std::string others(const std::string &Pointer) {
  return Pointer + ".*.\"<others>\"";
}

Statement line(std::string Text) {
  return {
      .What = Statement::Kind::Line, .Text = std::move(Text), .Branches = {}};
}

Statement condition(std::string Text, Body Then, Body Else = {}) {
  return {.What = Statement::Kind::If,
          .Text = std::move(Text),
          .Branches = {std::move(Then), std::move(Else)}};
}

/// One more object has the handle behind this pointer. A count is never
/// negative: no execution goes there.
Statement shared(const std::string &Pointer) {
  return condition(Pointer,
                   {condition(others(Pointer) + " < 0", {line("leave abort")}),
                    line("t0 = " + others(Pointer) + " + 1"),
                    line(others(Pointer) + " = t0")});
}

} // namespace

std::vector<Function> model::countedCopies(const std::string &Class,
                                           const std::string &Driver) {
  size_t Last = Class.rfind("::");
  std::string Constructor =
      Class + "::" + Class.substr(Last == Class.npos ? 0 : Last + 2);
  auto Make = [&](const std::string &Name, const std::string &From, Body Does) {
    Function F;
    F.Name = Name;
    F.MinParams = F.MaxParams = 1;
    F.Types = {From};
    F.Does = std::move(Does);
    F.Driver = Driver;
    F.Source = "copies share the handle";
    F.How = Evidence::Documented;
    return F;
  };
  return {
      Make(Constructor, Class + " &&", {line("~this = ~p0"), line("~p0 = 0")}),
      Make(Constructor, Class, {line("~this = ~p0"), shared("~this")}),
      Make(Class + "::operator=", Class + " &&",
           {line("t1 = ~p0"), line("~p0 = 0"), line("call @end () this this"),
            line("~this = t1"), line("result = this")}),
      Make(Class + "::operator=", Class,
           {line("t1 = ~p0"), shared("t1"), line("call @end () this this"),
            line("~this = t1"), line("result = this")})};
}

Body model::endsWithTheLast(Body Ends) {
  // Where the count is not known the handle goes out of sight.
  Body Others = {
      line("t1 = t0 != 0"),
      condition("t1 hasbits 1",
                {line("t0 = t0 - 1"), line(others("~this") + " = t0")},
                {line("escape ~this")})};
  return {condition(
      "~this",
      {line("t0 = " + others("~this")), line("t1 = t0 == 0"),
       condition("t1 hasbits 1", std::move(Ends), std::move(Others))})};
}

void model::startCounts(Body &Does) {
  for (size_t I = 0; I < Does.size(); ++I) {
    for (Body &Branch : Does[I].Branches)
      startCounts(Branch);
    std::string_view Text = Does[I].Text;
    size_t Makes = Text.find(" = allocate ");
    if (Does[I].What == Statement::Kind::Line && Text.starts_with("~") &&
        Makes != Text.npos) {
      std::string Pointer(Text.substr(0, Makes));
      Does.insert(Does.begin() + static_cast<ptrdiff_t>(++I),
                  line(others(Pointer) + " = 0"));
    }
  }
}
