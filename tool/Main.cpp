//===- Main.cpp - cursor-tidy
//------------------------------------------------===//
//
// Command line -> units -> handle programs -> findings -> text or JSON. Each
// step is a file of this folder; what the findings are is decided in checks/.
//
//===----------------------------------------------------------------------===//
#include "Analyze.h"
#include "Checks.h"
#include "CommandLine.h"
#include "Configure.h"
#include "Drivers.h"
#include "Interrupt.h"
#include "NoLint.h"
#include "Run.h"
#include "Writers.h"
#include "facts/Text.h"

#include "clang/Basic/Version.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace cursor_tidy;
using namespace cursor_tidy::tool;

namespace {

/// Exit statuses; --help and docs/tool.md list them.
enum Status { Clean = 0, Found = 1, Unusable = 2, Incomplete = 3 };

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

/// Exit status by what was analysed, before what was found.
int statusOf(const ParsedUnits &Parsed, bool HasFindings) {
  if (Parsed.Programs.empty())
    return Unusable;
  if (!Parsed.Failures.empty())
    return Incomplete;
  return HasFindings ? Found : Clean;
}

int dumpFacts(const CommandLine &Line, const ParsedUnits &Parsed) {
  std::string Text;
  for (const facts::Program &Program : Parsed.Programs)
    Text += facts::print(Program);
  if (Error Wrong = writeOutput(Line.Output, Text))
    return fail(std::move(Wrong));
  writeFailures(Parsed.Failures);
  return statusOf(Parsed, false);
}

/// Colours on a terminal, unless the user has asked every tool for none.
Colours coloursFor(const CommandLine &Line) {
  std::optional<std::string> Unwanted = sys::Process::GetEnv("NO_COLOR");
  bool Wanted = Line.Output == "-" && sys::Process::StandardOutHasColors() &&
                (!Unwanted || Unwanted->empty());
  return Wanted ? Colours::On : Colours::Off;
}

/// The analysis of all units, or nothing when it crashed.
std::optional<Analysis> analyzeSafely(std::vector<facts::Program> Programs,
                                      const CommandLine &Line,
                                      const Options &Options) {
  constexpr unsigned StackSize = 64U << 20;
  Analysis Result;
  CrashRecoveryContext Guard;
  bool Survived = Guard.RunSafelyOnThread(
      [&] {
        Result =
            analyze(std::move(Programs), Options, [&](std::string_view Check) {
              return Line.isEnabled(Check);
            });
      },
      StackSize);
  return Survived ? std::optional(std::move(Result)) : std::nullopt;
}

/// What is in force for the units.
Expected<Setup> setUpFor(const CommandLine &Line, ArrayRef<Unit> Units) {
  Options Chosen = Line.Options;
  Chosen.Configurations = configurationsOf(Line, Units);
  return setUp(Chosen);
}

/// The tasks that look at models and configuration alone.
int show(const CommandLine &Line) {
  std::vector<Unit> Units;
  for (const std::string &File : Line.Files)
    Units.push_back(
        {.File = File, .Spelling = {}, .Directory = {}, .Command = {}});
  Expected<Setup> Known = setUpFor(Line, Units);
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
  if (Error Wrong = writeOutput(Line.Output, *Text))
    return fail(std::move(Wrong));
  return Clean;
}

int analyseUnits(const CommandLine &Line) {
  if (none_of(checks(),
              [&](const Check &Known) { return Line.isEnabled(Known.Name); }))
    return fail(createStringError("--checks=" + Line.Checks +
                                  " enables no check; see --list-checks"));
  Expected<UnitList> List = findUnits(Line);
  if (!List)
    return fail(List.takeError());
  if (!List->Remark.empty() && !Line.Quiet)
    errs() << "cursor-tidy: warning: " << List->Remark << '\n';
  Expected<Setup> Known = setUpFor(Line, List->Units);
  if (!Known)
    return fail(Known.takeError());

  std::optional<Progress> Shown;
  Shown.emplace(List->Units.size(),
                Line.Quiet ? Show::Never : Show::OnTerminal);
  ParsedUnits Parsed =
      parseUnits(List->Units, Known->Models, Line.Jobs, *Shown);
  if (Line.Do == Task::DumpFacts) {
    Shown.reset();
    return dumpFacts(Line, Parsed);
  }

  Shown->solving();
  std::optional<Analysis> Result =
      analyzeSafely(Parsed.Programs, Line, Known->Options);
  Shown.reset();
  if (!Result)
    return fail(createStringError("cursor-tidy crashed while it followed the "
                                  "handles; please report it"));
  Report Report{.Units = List->Units,
                .Failures = Parsed.Failures,
                .Findings = std::move(Result->Findings),
                .Count = Result->Count};
  suppress(Report);
  std::string Text = Line.Write == Format::Json
                         ? asJson(Report)
                         : asText(Report, coloursFor(Line));
  if (Error Wrong = writeOutput(Line.Output, Text))
    return fail(std::move(Wrong));
  writeFailures(Parsed.Failures);
  if (!Line.Quiet)
    writeSummary(Report);
  return statusOf(Parsed, !Report.Findings.empty());
}

} // namespace

int main(int Count, const char **Arguments) {
  InitLLVM Initialised(Count, Arguments);
  CrashRecoveryContext::Enable();
  leaveOnInterrupt();
  auto Line = readCommandLine(ArrayRef(Arguments, Count).drop_front());
  if (!Line)
    return fail(Line.takeError());
  switch (Line->Do) {
  case Task::ShowHelp:
    outs() << helpText();
    return Clean;
  case Task::ShowVersion:
    return showVersion();
  case Task::ListChecks:
    return listChecks(*Line);
  case Task::ListDrivers:
  case Task::ExplainDriver:
  case Task::DumpConfig:
  case Task::VerifyConfig:
    return show(*Line);
  case Task::Analyse:
  case Task::DumpFacts:
    return analyseUnits(*Line);
  }
  return Unusable;
}
