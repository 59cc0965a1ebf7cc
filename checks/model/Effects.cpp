//===- Effects.cpp - which modelled functions act beyond their arguments --===//
#include "model/Effects.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace cursor_tidy;
using namespace cursor_tidy::model;

static bool isEffect(const Statement &S) {
  static constexpr std::array<std::string_view, 9> Verbs{
      "spawn",  "join",  "detach", "lock",  "unlock",
      "signal", "await", "leave",  "atexit"};
  std::string_view First = std::string_view(S.Text).substr(0, S.Text.find(' '));
  if (S.What == Statement::Kind::Line &&
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
