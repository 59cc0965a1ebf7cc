//===- Main.cpp - cursor-tidy
//------------------------------------------------===//
//
// Command line -> units -> facts -> findings -> text or JSON. Each step is a
// file of this folder; what the findings are is decided in checks/.
//
//===----------------------------------------------------------------------===//
#include "Checks.h"
#include "Configure.h"
#include "Database.h"
#include "Depfile.h"
#include "Drivers.h"
#include "Interrupt.h"
#include "LinkFacts.h"
#include "Replay.h"
#include "Report.h"
#include "Serve.h"
#include "Whole.h"

#include "clang/Basic/Version.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>
#include <iostream>

using namespace llvm;
using namespace cursor_tidy;
using namespace cursor_tidy::tool;

namespace {

int fail(Error Wrong) {
  errs() << "cursor-tidy: error: " << toString(std::move(Wrong)) << '\n';
  return Unusable;
}

int listChecks(const CommandLine &Line) {
  for (const Check &Known : checks())
    if (Line.isEnabled(Known.Name))
      outs() << Known.Name << "  " << Known.Sentence << '\n';
  return Clean;
}

int showVersion() {
  outs() << "cursor-tidy " CURSOR_TIDY_VERSION " (LLVM " CLANG_VERSION_STRING
            ")\n";
  return Clean;
}

int give(const CommandLine &Line, const Answer &Given) {
  if (Error Wrong = writeOutput(Line.Output, Given.Output))
    return fail(std::move(Wrong));
  errs() << Given.Errors;
  bool HasAnswer = Given.Ends == Found || Given.Ends == Incomplete;
  return Line.ExitsZero && HasAnswer ? Clean : Given.Ends;
}

/// What is in force for these files.
Expected<Setup> setUpFor(const CommandLine &Line, ArrayRef<std::string> Files) {
  Options Chosen = Line.Options;
  Chosen.Configurations = configurationsOf(Line, Files);
  return setUp(Chosen);
}

/// The tasks that look at models and configuration alone.
int show(const CommandLine &Line) {
  Expected<Setup> Known = setUpFor(Line, Line.Files);
  if (!Known)
    return fail(Known.takeError());
  Expected<std::string> Text = [&]() -> Expected<std::string> {
    switch (Line.Do) {
    case Task::ListDrivers:
      return listDrivers(Known->Models, Line.Write);
    case Task::ExplainDriver:
      return explainDriver(Known->Models, Line.Driver);
    case Task::DumpConfig:
      return dumpConfiguration(Line, *Known);
    default:
      return "No config errors detected.\n";
    }
  }();
  if (!Text)
    return fail(Text.takeError());
  return give(Line, {.Ends = Clean, .Output = *Text, .Errors = {}});
}

/// The folder of facts, or null: for compile databases, unless the user says
/// otherwise. That the usual folder cannot be had is no fault of his.
Expected<std::unique_ptr<Cache>> openCache(const CommandLine &Line) {
  constexpr uint64_t Mega = 1 << 20;
  bool IsUsual = Line.Facts == Keep::Usual;
  bool Keeps = !IsUsual || !Line.Flags;
  std::string Folder = IsUsual ? Cache::usualFolder() : Line.CacheFolder;
  if (Line.Facts == Keep::Never || !Keeps || Folder.empty())
    return nullptr;
  auto Opened = Cache::open(Folder, Line.CacheMegabytes * Mega);
  if (Opened || !IsUsual)
    return Opened;
  consumeError(Opened.takeError());
  return nullptr;
}

int showCache(const CommandLine &Line) {
  auto Kept = openCache(Line);
  if (!Kept)
    return fail(Kept.takeError());
  if (!*Kept)
    return fail(createStringError("no cache: --no-cache is given, or there is "
                                  "no home folder; name one with --cache-dir"));
  outs() << (*Kept)->statistics();
  return Clean;
}

/// One run over units.
class Analysing {
public:
  Analysing(const CommandLine &Line, ArrayRef<const char *> Arguments)
      : Line(Line), Arguments(Arguments) {}

  int run();

private:
  bool keepsAnswer() const {
    bool WritesMore = Line.Fixes || !Line.ExportedFixes.empty();
    return Kept && Line.Do == Task::Analyse && !Line.Flags &&
           Line.Root.empty() && !WritesMore;
  }
  std::string answerKey();
  Keeping keeping(const Reading &How);
  Expected<Answer> analyse();
  Expected<Answer> extract(const ReadUnits &Read, const Origin &From);

  const CommandLine &Line;
  ArrayRef<const char *> Arguments;
  Inputs Inputs;
  std::unique_ptr<Cache> Kept;
};

/// Where what is found out about the functions of a database is kept.
Keeping Analysing::keeping(const Reading &How) {
  if (!Kept || How.ScansOf.empty())
    return {};
  return {.In = Kept.get(),
          .Key = hashOf("solved" + How.Made + How.Root + '\0' + How.ScansOf)};
}

/// The key of an answer: what was asked for, and where. Empty when a run could
/// read what nobody notes.
std::string Analysing::answerKey() {
  auto Database = findDatabase(Line.BuildDirectory);
  if (!Database) {
    consumeError(Database.takeError());
    return "";
  }
  SmallString<256> Folder;
  if (Database->empty() || sys::fs::current_path(Folder))
    return "";
  std::string Text = "answer";
  for (StringRef Part : Arguments)
    Text += '\0' + Part.str();
  // The format of a text depends on where it goes.
  Text += (Twine('\0') + Folder + "\0" + *Database +
           Twine(sys::Process::StandardOutHasColors()) +
           sys::Process::GetEnv("NO_COLOR").value_or("") +
           identityOf(Line.Options, Inputs) + Inputs.hashOfFile(*Database))
              .str();
  return hashOf(Text);
}

/// Writes the facts instead of solving them.
Expected<Answer> Analysing::extract(const ReadUnits &Read, const Origin &From) {
  Answer Given{
      .Ends = Clean, .Output = writeFacts(Read.Units, From), .Errors = {}};
  std::vector<Failure> Failures;
  for (const UnitFacts &Unit : Read.Units)
    if (Unit.Result)
      if (const auto *Wrong = std::get_if<Failure>(&*Unit.Result))
        Failures.push_back(*Wrong);
  raw_string_ostream Errors(Given.Errors);
  writeFailures(Failures, Errors);
  if (!Failures.empty())
    Given.Ends = Incomplete;
  return Given;
}

/// The database of a run over all of it, or empty.
std::string databaseOf(const CommandLine &Line) {
  if (Line.Flags || !Line.Files.empty())
    return "";
  auto Path = findDatabase(Line.BuildDirectory);
  if (Path)
    return *Path;
  consumeError(Path.takeError());
  return "";
}

Expected<Answer> Analysing::analyse() {
  Expected<UnitList> List = findUnits(Line);
  if (!List)
    return List.takeError();
  if (!List->Remark.empty() && !Line.Quiet)
    errs() << "cursor-tidy: warning: " << List->Remark << '\n';
  Expected<Setup> Known = setUpFor(Line, filesOf(*List));
  if (!Known)
    return Known.takeError();
  noteConfigurations(Line, List->Units, Inputs);
  constexpr uint64_t Mega = 1 << 20;
  Reading How{.Jobs = Line.Jobs,
              .Memory = Line.Megabytes * Mega,
              .ChoosesUnits = Line.ChoosesUnits,
              .TakesShortcuts = Line.TakesShortcuts,
              .Part = Line.Part.value_or(Shard()),
              .Root = Line.Root,
              .Made = identityOf(Known->Options, Inputs),
              .Kept = Kept.get(),
              .ScansOf = databaseOf(Line),
              .IsForLink = Line.Do == Task::Extract};
  Progress Shown(List->Units.size(),
                 Line.Quiet ? Show::Never : Show::OnTerminal);
  ReadUnits Read = readUnits(List->Units, *Known, How, Inputs, Shown);
  bool IsComplete = Read.IsComplete;
  if (Line.Do == Task::DumpFacts)
    return dumpFacts(Read);
  if (Line.Do == Task::Extract) {
    if (Error Wrong = writeDepfile(Line, Known->Options, List->Units, Read))
      return std::move(Wrong);
    Origin From{.Made = How.Made, .Configurations = {}};
    for (const std::string &Path : Known->Options.Configurations)
      From.Configurations.push_back(seenFromRoot(Path, Line.Root));
    return extract(Read, From);
  }
  if (Error Wrong = enterRoot(Line))
    return std::move(Wrong);
  auto Given =
      answer(Line, *Known, List->Units, std::move(Read), Shown, keeping(How));
  // A unit that failed may have looked for what a scan does not.
  if (Given && IsComplete && Given->Ends <= Found && keepsAnswer())
    if (std::string Key = answerKey(); !Key.empty())
      keepAnswer(*Kept, Key, *Given, Inputs);
  return Given;
}

int Analysing::run() {
  auto Opened = openCache(Line);
  if (!Opened)
    return fail(Opened.takeError());
  Kept = std::move(*Opened);
  if (keepsAnswer())
    if (std::string Key = answerKey(); !Key.empty())
      if (auto Given = replay(*Kept, Key, Inputs))
        return give(Line, *Given);
  Expected<Answer> Given = analyse();
  if (!Given)
    return fail(Given.takeError());
  if (Kept)
    Kept->trim();
  return give(Line, *Given);
}

bool isAnyCheckEnabled(const CommandLine &Line) {
  return any_of(checks(),
                [&](const Check &Known) { return Line.isEnabled(Known.Name); });
}

int run(const CommandLine &Line, ArrayRef<const char *> Arguments) {
  if (!isAnyCheckEnabled(Line) && Line.Do != Task::ListChecks)
    return fail(createStringError("--checks=" + Line.Checks +
                                  " enables no check; see --list-checks"));
  switch (Line.Do) {
  case Task::ShowHelp:
    outs() << helpText();
    return Clean;
  case Task::ShowVersion:
    return showVersion();
  case Task::ListChecks:
    return listChecks(Line);
  case Task::ListDrivers:
  case Task::ExplainDriver:
  case Task::DumpConfig:
  case Task::VerifyConfig:
    return show(Line);
  case Task::CacheStatistics:
    return showCache(Line);
  case Task::Link: {
    Expected<Answer> Given = linkFacts(Line);
    return Given ? give(Line, *Given) : fail(Given.takeError());
  }
  case Task::Serve:
    return serve(Line, std::cin, outs());
  case Task::Analyse:
  case Task::DumpFacts:
  case Task::Extract:
    return Analysing(Line, Arguments).run();
  }
  return Unusable;
}

} // namespace

int main(int Count, const char **Arguments) {
  InitLLVM Initialised(Count, Arguments);
  CrashRecoveryContext::Enable();
  InitializeAllTargetInfos(); // for the names of cross compilers
  leaveOnInterrupt();
  failOnFileSizeLimit();
  ArrayRef<const char *> Given = ArrayRef(Arguments, Count).drop_front();
  auto Line = readCommandLine(Given);
  int Status = Line ? run(*Line, Given) : fail(Line.takeError());
  outs().flush();
  if (outs().has_error())
    Status = fail(createStringError("cannot write standard output: " +
                                    outs().error().message()));
  // Where Clang has crashed in a unit, its statics may not bear destruction.
  std::_Exit(Status);
}
