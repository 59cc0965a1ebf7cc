//===- Whole.cpp - from the facts of all units to an answer ---------------===//
#include "Whole.h"

#include "Fixes.h"
#include "NoLint.h"
#include "Writers.h"
#include "facts/Text.h"

#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// Exit status by what was analysed, before what was found.
Status statusOf(const Report &Of) {
  if (Of.Failures.size() == Of.Units.size())
    return Unusable;
  if (!Of.Failures.empty())
    return Incomplete;
  return Of.Findings.empty() ? Clean : Found;
}

/// Colours on a terminal, unless the user has asked every tool for none.
Colours coloursFor(const CommandLine &Line) {
  std::optional<std::string> Unwanted = sys::Process::GetEnv("NO_COLOR");
  bool Wanted = Line.Output == "-" && sys::Process::StandardOutHasColors() &&
                (!Unwanted || Unwanted->empty());
  return Wanted ? Colours::On : Colours::Off;
}

/// The programs and the failures of units, these in order of their files, so
/// that they do not depend on the order of the units.
void sortOut(ReadUnits Read, std::vector<facts::Program> &Programs,
             std::vector<Failure> &Failures) {
  for (UnitFacts &Unit : Read.Units)
    if (Unit.Result) {
      if (auto *Wrong = std::get_if<Failure>(&*Unit.Result))
        Failures.push_back(std::move(*Wrong));
      else
        Programs.push_back(std::move(std::get<facts::Program>(*Unit.Result)));
    }
  llvm::sort(Failures, [](const Failure &L, const Failure &R) {
    return std::tie(L.Unit, L.File, L.Line, L.Message) <
           std::tie(R.Unit, R.File, R.Line, R.Message);
  });
}

} // namespace

std::optional<Analysis>
analyzeSafely(std::vector<facts::Program> Programs, const Options &Options,
              const std::function<bool(std::string_view)> &IsEnabled,
              solve::Memory *Recalled) {
  constexpr unsigned StackSize = 64U << 20;
  Analysis Result;
  CrashRecoveryContext Guard;
  bool Survived = Guard.RunSafelyOnThread(
      [&] {
        Result = analyze(std::move(Programs), Options, IsEnabled, Recalled);
      },
      StackSize);
  return Survived ? std::optional(std::move(Result)) : std::nullopt;
}

/// Paths below --root are relative to it, so the sources are read from there.
Error enterRoot(const CommandLine &Line) {
  if (Line.Root.empty())
    return Error::success();
  if (std::error_code Code = sys::fs::set_current_path(Line.Root))
    return createStringError("--root " + Line.Root + ": " + Code.message());
  return Error::success();
}

Expected<Answer> answer(const CommandLine &Line, const Setup &Known,
                        ArrayRef<Unit> Units, ReadUnits Read,
                        Progress &Progress, const Keeping &Solved) {
  Report Report;
  Report.Units.assign(Units.begin(), Units.end());
  Report.FromCache = Read.FromCache;
  const size_t Scanned = Read.Scanned;
  std::vector<facts::Program> Programs;
  sortOut(std::move(Read), Programs, Report.Failures);
  Progress.solving();
  solve::Memory Recalled;
  if (Solved.In)
    if (std::optional<std::string> Bytes = Solved.In->get(Solved.Key))
      Recalled = solve::readMemory(*Bytes);
  std::optional<Analysis> Result = analyzeSafely(
      std::move(Programs), Known.Options,
      [&](std::string_view Check) { return Line.isEnabled(Check); },
      Solved.In ? &Recalled : nullptr);
  if (!Result)
    return createStringError("cursor-tidy crashed while it followed the "
                             "handles; please report it");
  if (Solved.In && Recalled.HasChanged)
    Solved.In->put(Solved.Key, solve::writeMemory(Recalled));
  Report.Findings = std::move(Result->Findings);
  Report.Count = Result->Count;
  Report.CutShort = std::move(Result->CutShort);
  Answer Given;
  raw_string_ostream Errors(Given.Errors);
  suppress(Report, Errors);
  Given.Output = Line.Write == Format::Json ? asJson(Report)
                                            : asText(Report, coloursFor(Line));
  Given.Ends = statusOf(Report);
  writeFailures(Report.Failures, Errors);
  if (!Line.ExportedFixes.empty())
    if (Error Wrong = writeOutput(Line.ExportedFixes, fixesAsYaml(Report)))
      return std::move(Wrong);
  if (Line.Fixes)
    if (Error Wrong = applyFixes(Report, Line.Quiet ? nulls() : Errors))
      return std::move(Wrong);
  if (Line.Verbose) {
    writeCutShort(Report, Errors);
    Errors << "cursor-tidy: " << Scanned << " of " << Units.size()
           << " files scanned\n";
  }
  if (!Line.Quiet)
    writeSummary(Report, Errors);
  return Given;
}

Answer dumpFacts(const ReadUnits &Read) {
  Answer Given;
  Report Report;
  Report.Units.resize(Read.Units.size());
  std::vector<facts::Program> Programs;
  sortOut(Read, Programs, Report.Failures);
  for (const facts::Program &Program : Programs)
    Given.Output += facts::print(Program);
  raw_string_ostream Errors(Given.Errors);
  writeFailures(Report.Failures, Errors);
  Given.Ends = statusOf(Report);
  return Given;
}

} // namespace cursor_tidy::tool
