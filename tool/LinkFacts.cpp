//===- LinkFacts.cpp - the end of a run whose units were extracted before -===//
//
// The configuration that held when the units were extracted holds here too: the
// files of facts name it, for there need be no source beside them.
//
//===----------------------------------------------------------------------===//
#include "LinkFacts.h"

#include "Configure.h"
#include "UnitFacts.h"
#include "Whole.h"

#include "llvm/Support/Path.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// The configuration files that all files of facts name.
Expected<std::vector<std::string>>
configurationsOfAll(const CommandLine &Line) {
  std::vector<std::string> InForce;
  for (const std::string &Path : Line.Files) {
    Expected<Origin> From = readOrigin(Path);
    if (!From)
      return From.takeError();
    if (Path == Line.Files.front())
      InForce = std::move(From->Configurations);
    else if (From->Configurations != InForce)
      return createStringError(
          Path + " was extracted with other configuration files than " +
          Line.Files.front() +
          "; extract with the compile database of the "
          "whole program, or with --config");
  }
  for (std::string &Each : InForce) {
    SmallString<256> Full(Each);
    sys::path::make_absolute(Line.Root, Full);
    Each = std::string(Full);
  }
  return InForce;
}

Expected<Setup> setUpFor(const CommandLine &Line) {
  Options Chosen = Line.Options;
  if (Line.Config.empty()) {
    auto InForce = configurationsOfAll(Line);
    if (!InForce)
      return InForce.takeError();
    Chosen.Configurations = std::move(*InForce);
  } else {
    Chosen.Configurations = configurationsOf(Line, {});
  }
  return setUp(Chosen);
}

/// What extraction has left out must not matter to all units together either.
Error dropOthers(const std::vector<bool> &Matters, ReadUnits &Read) {
  for (size_t I = 0; I != Read.Units.size(); ++I)
    if (!Matters[I])
      Read.Units[I].Result.reset();
    else if (!Read.Units[I].Result)
      return createStringError("the facts of " + Read.Units[I].File +
                               " were left out by a shard of other units; "
                               "extract all shards of one database");
  return Error::success();
}

} // namespace

Expected<Answer> linkFacts(const CommandLine &Line) {
  Expected<Setup> Known = setUpFor(Line);
  if (!Known)
    return Known.takeError();
  Inputs Inputs;
  std::string Made = identityOf(Known->Options, Inputs);
  ReadUnits Read;
  std::vector<Unit> Units;
  std::vector<UnitText> Texts;
  for (const std::string &Path : Line.Files) {
    auto Facts = readFacts(Path, Made);
    if (!Facts)
      return Facts.takeError();
    for (UnitFacts &Unit : *Facts) {
      Texts.push_back(Unit.Text);
      Units.push_back({.File = Unit.File,
                       .Spelling = Unit.File,
                       .Directory = {},
                       .Command = {}});
      Read.Units.push_back(std::move(Unit));
    }
  }
  if (Error Wrong = dropOthers(chooseUnits(Texts, Known->Models), Read))
    return std::move(Wrong);
  if (Error Wrong = enterRoot(Line))
    return std::move(Wrong);
  Progress Shown(Units.size(), Line.Quiet ? Show::Never : Show::OnTerminal);
  return answer(Line, *Known, Units, std::move(Read), Shown);
}

} // namespace cursor_tidy::tool
