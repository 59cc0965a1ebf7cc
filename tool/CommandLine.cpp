//===- CommandLine.cpp - what the user asked for
//----------------------------===//
//
// One table of options serves reading, --help and the "did you mean" of an
// unknown option. Options may be written with one dash or two, and their value
// behind `=` or as the next argument.
//
//===----------------------------------------------------------------------===//
#include "CommandLine.h"

#include "clang-tidy/GlobList.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

struct OptionRow {
  StringRef Name;
  StringRef Value; ///< how --help calls its value; empty: takes none
  StringRef Help;
  Error (*Apply)(CommandLine &, StringRef Value);
};

template <typename... Parts> Error usage(const Parts &...Words) {
  std::string Text;
  raw_string_ostream Stream(Text);
  (Stream << ... << Words);
  return createStringError(Text);
}

Error setFormat(CommandLine &Line, StringRef Value) {
  if (Value == "text")
    Line.Write = Format::Text;
  else if (Value == "json")
    Line.Write = Format::Json;
  else
    return usage("--format is 'text' or 'json', not '", Value, "'");
  return Error::success();
}

Error setJobs(CommandLine &Line, StringRef Value) {
  if (Value.getAsInteger(10, Line.Jobs) || Line.Jobs == 0)
    return usage("-j takes a number of threads from 1, not '", Value, "'");
  return Error::success();
}

Error setMemory(CommandLine &Line, StringRef Value) {
  if (Value.getAsInteger(10, Line.Megabytes) || Line.Megabytes == 0)
    return usage("--memory takes a number of megabytes from 1, not '", Value,
                 "'");
  return Error::success();
}

Error setDriverLevels(CommandLine &Line, StringRef Value) {
  auto Levels = readDriverLevels(Value);
  if (!Levels)
    return usage("--driver-levels: ", toString(Levels.takeError()));
  Line.Options.DriverLevels = std::move(*Levels);
  return Error::success();
}

Error addModels(CommandLine &Line, StringRef Value) {
  for (std::string &Path : readModelPaths(Value))
    Line.Options.Models.push_back(std::move(Path));
  return Error::success();
}

Error setThrowingCalls(CommandLine &Line, StringRef) {
  Line.Options.ThrowingCalls = true;
  return Error::success();
}

template <Task What> Error setTask(CommandLine &Line, StringRef) {
  Line.Do = What;
  return Error::success();
}

template <std::string CommandLine::*Field>
Error setText(CommandLine &Line, StringRef Value) {
  Line.*Field = Value.str();
  return Error::success();
}

Error explainDriver(CommandLine &Line, StringRef Value) {
  Line.Do = Task::ExplainDriver;
  Line.Driver = Value.str();
  return Error::success();
}

Error setCacheFolder(CommandLine &Line, StringRef Value) {
  Line.CacheFolder = Value.str();
  Line.Facts = Keep::Always;
  return Error::success();
}

Error setNoCache(CommandLine &Line, StringRef) {
  Line.Facts = Keep::Never;
  return Error::success();
}

Error setCacheSize(CommandLine &Line, StringRef Value) {
  if (Value.getAsInteger(10, Line.CacheMegabytes) || Line.CacheMegabytes == 0)
    return usage("--cache-size takes a number of megabytes from 1, not '",
                 Value, "'");
  return Error::success();
}

Error setNoPrefilter(CommandLine &Line, StringRef) {
  Line.ChoosesUnits = false;
  return Error::success();
}

Error setNoShortcuts(CommandLine &Line, StringRef) {
  Line.ChoosesUnits = Line.TakesShortcuts = false;
  Line.Facts = Keep::Never;
  return Error::success();
}

Error setRoot(CommandLine &Line, StringRef Value) {
  SmallString<256> Real;
  if (sys::fs::real_path(Value, Real) || !sys::fs::is_directory(Real))
    return usage("--root ", Value, ": no such folder");
  Line.Root = std::string(Real);
  return Error::success();
}

Error setShard(CommandLine &Line, StringRef Value) {
  auto [Index, Count] = Value.split('/');
  Shard Part;
  if (Index.getAsInteger(10, Part.Index) ||
      Count.getAsInteger(10, Part.Count) || Part.Index == 0 ||
      Part.Index > Part.Count)
    return usage("--shard is I/N with I from 1 to N, not '", Value, "'");
  --Part.Index;
  Line.Part = Part;
  return Error::success();
}

template <bool CommandLine::*Flag> Error set(CommandLine &Line, StringRef) {
  Line.*Flag = true;
  return Error::success();
}

constexpr OptionRow Rows[] = {
    {"p", "DIR",
     "folder of compile_commands.json, or the file itself; without\n"
     "it the current folder and those above it are searched, each\n"
     "with its folder 'build'",
     setText<&CommandLine::BuildDirectory>},
    {"checks", "GLOBS",
     "checks to run, as in clang-tidy: 'cursor-unclosed',\n"
     "'-cursor-fork-share', '-*,cursor-unclosed'; default: all",
     setText<&CommandLine::Checks>},
    {"format", "text|json", "how to write the findings; default: text",
     setFormat},
    {"o", "FILE", "write the findings to FILE; default: standard output",
     setText<&CommandLine::Output>},
    {"fix", "", "apply the fixes to the sources", set<&CommandLine::Fixes>},
    {"export-fixes", "FILE",
     "write the fixes to FILE, for clang-apply-replacements",
     setText<&CommandLine::ExportedFixes>},
    {"cache-dir", "DIR",
     "keep facts of units there, and use those of earlier runs;\n"
     "default: ~/.cache/cursor-tidy, for compile databases only",
     setCacheFolder},
    {"cache-size", "MB", "how much to keep there; default: 1024", setCacheSize},
    {"no-cache", "", "keep nothing and read everything anew", setNoCache},
    {"no-prefilter", "",
     "parse all units, also those that cannot reach a driver", setNoPrefilter},
    {"no-shortcuts", "",
     "read all of them whole, also what cannot matter, and keep\n"
     "nothing: slow, and what is found is the same",
     setNoShortcuts},
    {"root", "DIR",
     "write paths below DIR relative to it, so that facts are the\n"
     "same on every machine",
     setRoot},
    {"shard", "I/N", "of all units the I-th of N parts (extract)", setShard},
    {"depfile", "FILE",
     "write there, for make and ninja, what the facts depend on\n"
     "(extract)",
     setText<&CommandLine::Depfile>},
    {"exit-zero", "",
     "end with status 0 when there are findings, or units that\n"
     "could not be parsed",
     set<&CommandLine::ExitsZero>},
    {"j", "N", "read N files at a time; default: one per core", setJobs},
    {"memory", "MB",
     "start no further file when those being read would take more\n"
     "than this together; default: no bound",
     setMemory},
    {"driver-levels", "D=N;...",
     "threadsafety levels (0 to 3) that replace the declared\n"
     "ones, for the drivers named as in docs/models.md",
     setDriverLevels},
    {"throwing-calls", "",
     "calls of C++ functions that are not seen and not noexcept may\n"
     "throw",
     setThrowingCalls},
    {"models", "FILE,...", "further model files (docs/models.md)", addModels},
    {"config", "FILE",
     "the configuration; default: the nearest .cursor-tidy.json in\n"
     "the folder of each file and those above; 'none': no file",
     setText<&CommandLine::Config>},
    {"dump-facts", "", "print the handle program of each file, and stop",
     setTask<Task::DumpFacts>},
    {"list-checks", "", "print the checks, and stop",
     setTask<Task::ListChecks>},
    {"list-drivers", "", "print the drivers and their levels, and stop",
     setTask<Task::ListDrivers>},
    {"explain-driver", "NAME", "print what is known of a driver, and stop",
     explainDriver},
    {"dump-config", "", "print the configuration in force, and stop",
     setTask<Task::DumpConfig>},
    {"verify-config", "", "check the configuration and its models, and stop",
     setTask<Task::VerifyConfig>},
    {"cache-stats", "", "print what is kept, and stop",
     setTask<Task::CacheStatistics>},
    {"quiet", "", "no progress and no summary on standard error",
     set<&CommandLine::Quiet>},
    {"verbose", "",
     "name the functions that were too large to be followed; tell how many "
     "files were scanned",
     set<&CommandLine::Verbose>},
    {"version", "", "print the version, and stop", setTask<Task::ShowVersion>},
    {"help", "", "print this text, and stop", setTask<Task::ShowHelp>},
};

const OptionRow *findRow(StringRef Name) {
  for (const OptionRow &Row : Rows)
    if (Row.Name == Name)
      return &Row;
  return nullptr;
}

std::string dashed(StringRef Name) {
  return ((Name.size() == 1 ? "-" : "--") + Name).str();
}

Error unknownOption(StringRef Argument, StringRef Name) {
  const OptionRow *Nearest = nullptr;
  unsigned Best = 3; // Farther than two edits is another word.
  for (const OptionRow &Row : Rows) {
    unsigned Distance = Name.edit_distance(Row.Name, true, Best);
    if (Row.Name.size() > 1 && Distance < Best) {
      Best = Distance;
      Nearest = &Row;
    }
  }
  if (Nearest)
    return usage("unknown option '", Argument, "'; did you mean '",
                 dashed(Nearest->Name), "'?");
  return usage("unknown option '", Argument, "'; see --help");
}

/// Reads the option at the front of Rest and drops it, with its value.
Error readOption(CommandLine &Line, ArrayRef<const char *> &Rest) {
  StringRef Argument = Rest.front();
  Rest = Rest.drop_front();
  auto [Name, Value] = Argument.ltrim('-').split('=');
  const OptionRow *Row = findRow(Name);
  bool HasValue = Argument.contains('=');
  // `-j4`, as make takes it.
  const OptionRow *Letter = findRow(Name.take_front(1));
  if (!Row && Letter && !Letter->Value.empty() && Argument[1] != '-') {
    Row = Letter;
    Value = Argument.drop_front(2);
    HasValue = true;
  }
  if (!Row)
    return unknownOption(Argument, Name);
  if (Row->Value.empty()) {
    if (HasValue)
      return usage(dashed(Row->Name), " takes no value");
    return Row->Apply(Line, "");
  }
  if (!HasValue) {
    if (Rest.empty() || StringRef(Rest.front()) == "--")
      return usage(dashed(Row->Name), " wants a value: ", Row->Value);
    Value = Rest.front();
    Rest = Rest.drop_front();
  }
  return Row->Apply(Line, Value);
}

} // namespace

bool CommandLine::isEnabled(std::string_view Check) const {
  StringRef Globs = StringRef(Checks).trim();
  std::string List = Globs.empty() || Globs.starts_with("-")
                         ? ("*," + Globs).str()
                         : Globs.str();
  return clang::tidy::GlobList(StringRef(List).rtrim(',')).contains(Check);
}

Expected<CommandLine> readCommandLine(ArrayRef<const char *> Arguments) {
  BumpPtrAllocator Allocator;
  StringSaver Saver(Allocator);
  SmallVector<const char *, 32> Expanded(Arguments);
  cl::ExpandResponseFiles(Saver, cl::TokenizeGNUCommandLine, Expanded);

  CommandLine Line;
  ArrayRef<const char *> Rest = Expanded;
  Line.Do = StringSwitch<Task>(Rest.empty() ? "" : Rest.front())
                .Case("extract", Task::Extract)
                .Case("link", Task::Link)
                .Case("serve", Task::Serve)
                .Default(Task::Analyse);
  if (Line.Do != Task::Analyse)
    Rest = Rest.drop_front();
  while (!Rest.empty()) {
    StringRef Argument = Rest.front();
    if (Argument == "--") {
      Line.Flags.emplace(Rest.begin() + 1, Rest.end());
      break;
    }
    if (Argument.size() < 2 || Argument[0] != '-') {
      Line.Files.push_back(Argument.str());
      Rest = Rest.drop_front();
      continue;
    }
    if (Error Wrong = readOption(Line, Rest))
      return std::move(Wrong);
  }
  // Sources are read below the root; what the user names, he names from here.
  if (!Line.Root.empty())
    for (std::string *Path :
         {&Line.Output, &Line.CacheFolder, &Line.Depfile, &Line.ExportedFixes})
      if (!Path->empty() && *Path != "-") {
        SmallString<256> Full(*Path);
        (void)sys::fs::make_absolute(Full);
        *Path = std::string(Full);
      }
  if (Line.Part && Line.Do != Task::Extract)
    return usage("--shard is for 'cursor-tidy extract'");
  if (!Line.Depfile.empty() && Line.Do != Task::Extract)
    return usage("--depfile is for 'cursor-tidy extract'");
  if (Line.Do == Task::Extract && Line.Output == "-")
    return usage("extract wants a file to write to: -o FILE");
  if (Line.Fixes && Line.Do != Task::Analyse)
    return usage("--fix is for a run over sources");
  if (Line.Do == Task::Link && Line.Files.empty())
    return usage("link wants the files that 'cursor-tidy extract' wrote");
  if (Line.Do == Task::Serve && !Line.Files.empty())
    return usage("serve takes its files from the requests, not '",
                 Line.Files.front(), "' (docs/editor.md)");
  return Line;
}

std::string helpText() {
  std::string Text;
  raw_string_ostream Stream(Text);
  Stream << "Finds database cursors and connections that are shared between "
            "threads, used\nacross fork, never closed, or used after their "
            "close.\n\n"
            "usage: cursor-tidy [OPTIONS] [FILES...] [-- COMPILE FLAGS]\n"
            "       cursor-tidy extract -o FACTS [OPTIONS] [FILES...] [-- "
            "COMPILE FLAGS]\n"
            "       cursor-tidy link [OPTIONS] FACTS...\n"
            "       cursor-tidy serve [OPTIONS] [-- COMPILE FLAGS]\n\n"
            "Without files it reads all of the compile database; with flags "
            "behind '--' it\nreads no database.\n\n";
  constexpr size_t Indent = 28;
  for (const OptionRow &Row : Rows) {
    std::string Head = "  " + dashed(Row.Name);
    if (!Row.Value.empty())
      Head += (Row.Name.size() == 1 ? " " : "=") + Row.Value.str();
    Stream << left_justify(Head, Indent);
    SmallVector<StringRef, 4> Lines;
    Row.Help.split(Lines, '\n');
    Stream << join(Lines, "\n" + std::string(Indent, ' ')) << '\n';
  }
  Stream
      << "\nExit status: 0 no findings; 1 findings; 2 wrong usage, or nothing "
         "was analysed;\n3 some files could not be parsed (findings of the "
         "others are written);\n130 interrupted.\n";
  return Text;
}

} // namespace cursor_tidy::tool
