//===- Effects.cpp - which modelled functions act beyond their arguments --===//
#include "model/Effects.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace cursor_tidy;
using namespace cursor_tidy::model;

static bool isEffect(const Statement &S) {
  static constexpr std::array<std::string_view, 10> Verbs{
      "spawn",  "join",   "detach", "cancel", "lock",
      "unlock", "signal", "await",  "leave",  "atexit"};
  std::string_view First = std::string_view(S.Text).substr(0, S.Text.find(' '));
  // Where a thread may be cancelled matters to what it holds then, and to
  // nothing else.
  if (S.What == Statement::Kind::Line && S.Text != "leave cancelled" &&
      (std::find(Verbs.begin(), Verbs.end(), First) != Verbs.end() ||
       S.Text.find("= fork") != std::string::npos))
    return true;
  return std::any_of(S.Branches.begin(), S.Branches.end(), [](const Body &B) {
    return std::any_of(B.begin(), B.end(), isEffect);
  });
}

bool model::hasEffect(const Function &Model) {
  return std::any_of(Model.Does.begin(), Model.Does.end(), isEffect);
}
