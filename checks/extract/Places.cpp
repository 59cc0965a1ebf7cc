//===- Places.cpp - building places and values ----------------------------===//
#include "extract/Places.h"

namespace cursor_tidy::extract {

using facts::Place;
using facts::Step;
using facts::Value;

Place place(Place::Base Root, uint32_t Index) {
  return {.Root = Root, .Index = Index, .Symbol = {}, .Path = {}};
}

Place globalPlace(facts::Name Symbol) {
  return {
      .Root = Place::Base::Global, .Index = 0, .Symbol = Symbol, .Path = {}};
}

static Place append(Place P, Step S) {
  P.Path.push_back(S);
  return P;
}

Place field(Place P, facts::Name Field) {
  return append(std::move(P),
                {.What = Step::Kind::Field, .Field = Field, .Index = 0});
}

Place deref(Place P) {
  return append(std::move(P),
                {.What = Step::Kind::Deref, .Field = {}, .Index = 0});
}

Place element(Place P, int64_t Index) {
  return append(std::move(P),
                {.What = Step::Kind::Element, .Field = {}, .Index = Index});
}

Place elementByTemp(Place P, uint32_t Temp) {
  return append(std::move(P), {.What = Step::Kind::VariableElement,
                               .Field = {},
                               .Index = static_cast<int64_t>(Temp)});
}

Place someElement(Place P) {
  return append(
      std::move(P),
      {.What = Step::Kind::VariableElement, .Field = {}, .Index = -1});
}

Value addressOf(Place P) {
  if (!P.Path.empty() && P.Path.back().What == Step::Kind::Deref) {
    P.Path.pop_back();
    return Value::load(std::move(P));
  }
  return Value::address(std::move(P));
}

Value nonZero() {
  return {.What = Value::Kind::NonZero, .Number = 0, .Where = {}, .Symbol = {}};
}

} // namespace cursor_tidy::extract
