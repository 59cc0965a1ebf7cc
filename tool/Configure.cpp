//===- Configure.cpp - the configuration of a run -------------------------===//
//
// All units are one program, so the files of several folders hold together;
// setUp says when they contradict each other.
//
//===----------------------------------------------------------------------===//
#include "Configure.h"

#include "Checks.h"
#include "Run.h"
#include "model/Configuration.h"

#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <nlohmann/json.hpp>

#include <set>

using namespace llvm;
using Json = nlohmann::ordered_json;

namespace cursor_tidy::tool {

std::vector<std::string> configurationsOf(const CommandLine &Line,
                                          ArrayRef<std::string> Files) {
  if (Line.Config == "none")
    return {};
  if (!Line.Config.empty())
    return {Line.Config};
  std::set<std::string> Found;
  StringSet<> Folders;
  for (const std::string &File : Files)
    if (Folders.insert(sys::path::parent_path(File)).second)
      Found.insert(model::findConfiguration(File));
  if (Files.empty())
    Found.insert(model::findConfiguration("."));
  Found.erase("");
  return {Found.begin(), Found.end()};
}

std::vector<std::string> filesOf(const UnitList &List) {
  std::vector<std::string> Files = List.Program;
  for (const Unit &Each : List.Units)
    Files.push_back(Each.File);
  return Files;
}

std::string seenFromRoot(StringRef Path, StringRef Root) {
  SmallString<256> Full;
  // Of a file that is not there the path stays as given.
  if (sys::fs::real_path(Path, Full))
    Full = Path;
  if (Root.empty())
    return std::string(Full);
  std::string Up;
  StringRef Above = Root;
  while (!Above.empty() && belowRoot(Full, Above) == Full) {
    Above = sys::path::parent_path(Above).rtrim('/');
    Up += "../";
  }
  return Up + belowRoot(Full, Above).substr(Above.empty() ? 1 : 0);
}

void noteConfigurations(const CommandLine &Line, ArrayRef<Unit> Units,
                        Inputs &Inputs) {
  if (!Line.Config.empty())
    return;
  StringSet<> Folders;
  for (const Unit &Each : Units)
    for (StringRef At = sys::path::parent_path(Each.File);
         !At.empty() && Folders.insert(At).second;
         At = sys::path::parent_path(At)) {
      SmallString<256> Path(At);
      sys::path::append(Path, model::ConfigurationName);
      if (!sys::fs::exists(Path))
        Inputs.noteAbsent(Path);
    }
}

std::string dumpConfiguration(const CommandLine &Line, const Setup &Known) {
  Json Enabled = Json::array(), Functions = Json::array();
  for (const Check &Each : checks())
    if (Line.isEnabled(Each.Name))
      Enabled.push_back(std::string(Each.Name));
  for (const model::Function &Own : Known.Models.functions())
    if (Own.Source == "the configuration")
      Functions.push_back(Own.Name);
  Json Levels = Json::object();
  for (const auto &[Of, Level] : Known.Options.DriverLevels)
    Levels[Of] = Level;
  Json Whole = {{"files", Known.Options.Configurations},
                {"checks", Enabled},
                {"levels", Levels},
                {"models", Known.Options.Models},
                {"exclude", Known.Options.Exclude},
                {"throwingCalls", Known.Options.ThrowingCalls},
                {"functions", Functions}};
  return Whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace cursor_tidy::tool
