//===- Setup.cpp - options and configuration files become models ----------===//
#include "Setup.h"

#include "model/Configuration.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace cursor_tidy {
namespace {

using LevelSource = std::pair<model::ConfiguredLevel, std::string>;

/// The drivers' names, for an error.
std::string driversOf(const model::Models &Models) {
  std::vector<StringRef> Names;
  for (const model::Driver &Driver : Models.drivers())
    Names.push_back(Driver.Name);
  return join(Names, ", ");
}

bool isKnown(const std::string &Of, const model::Models &Models) {
  return Models.handleOf(facts::Name(Of)) ||
         any_of(Models.drivers(),
                [&](const model::Driver &Driver) { return Driver.Name == Of; });
}

/// Adds the levels of a file to those of the files before it.
Error addLevels(std::map<std::string, LevelSource> &Into,
                const model::Configuration &From) {
  for (const model::ConfiguredLevel &New : From.Levels) {
    auto [Old, IsNew] = Into.try_emplace(New.Of, New, From.File);
    if (!IsNew && Old->second.first.Level != New.Level)
      return createStringError(From.File + ":" + Twine(New.Line) +
                               ": found level " + Twine(New.Level) + " for \"" +
                               New.Of + "\", but " + Old->second.second +
                               " says " + Twine(Old->second.first.Level) +
                               "; choose one file with --config");
  }
  return Error::success();
}

Error checkLevels(const Options &Chosen,
                  const std::map<std::string, LevelSource> &Configured,
                  const model::Models &Models) {
  for (const auto &[Of, From] : Configured)
    if (!isKnown(Of, Models))
      return createStringError(From.second + ":" + Twine(From.first.Line) +
                               ": found the driver \"" + Of +
                               "\", expected one of " + driversOf(Models) +
                               ", or one of their handles as DRIVER/HANDLE");
  for (const auto &[Of, Level] : Chosen.DriverLevels)
    if (!isKnown(Of, Models))
      return createStringError("driver levels: no driver is called '" + Of +
                               "'; the models know " + driversOf(Models));
  return Error::success();
}

} // namespace

Expected<Setup> setUp(const Options &Chosen) {
  Options Effective = Chosen;
  std::map<std::string, LevelSource> Levels;
  std::vector<std::string> Models;
  std::vector<model::ModelFile> Own;
  for (const std::string &Path : Chosen.Configurations) {
    Expected<model::Configuration> File = model::readConfiguration(Path);
    if (!File)
      return File.takeError();
    if (Error Wrong = addLevels(Levels, *File))
      return std::move(Wrong);
    append_range(Models, File->Models);
    append_range(Effective.Exclude, File->Exclude);
    Effective.ThrowingCalls |= File->ThrowingCalls;
    Own.push_back(std::move(File->Own));
  }
  append_range(Models, Chosen.Models);
  Effective.Models = std::move(Models);
  Expected<model::Models> Loaded =
      model::Models::load(Effective.Models, std::move(Own));
  if (!Loaded)
    return Loaded.takeError();
  if (Error Wrong = checkLevels(Chosen, Levels, *Loaded))
    return std::move(Wrong);
  for (const auto &[Of, From] : Levels)
    Effective.DriverLevels.try_emplace(Of, From.first.Level);
  return Setup{std::move(Effective), std::move(*Loaded)};
}

Expected<Setup> setUpFor(const Options &Chosen,
                         function_ref<bool(StringRef)> Knows) {
  bool SaysMore = !Chosen.Models.empty() || !Chosen.DriverLevels.empty() ||
                  !Chosen.Configurations.empty();
  if (SaysMore)
    return setUp(Chosen);
  return Setup{Chosen, model::Models::loadFor(Knows)};
}

} // namespace cursor_tidy
