//===- Report.cpp - all that a run has to say
//---------------------------------===//
#include "Report.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

std::string canonical(StringRef Path) {
  SmallString<256> Real;
  return sys::fs::real_path(Path, Real) ? Path.str() : std::string(Real);
}

Error cannotWrite(StringRef Path, const Twine &Reason) {
  return createStringError("cannot write " + Path + ": " + Reason);
}

/// Writes to something that cannot be replaced: a pipe, a terminal, a device.
Error writeInPlace(raw_fd_ostream &Stream, StringRef Path, StringRef Text) {
  Stream << Text;
  Stream.flush();
  if (!Stream.has_error())
    return Error::success();
  std::string Reason = Stream.error().message();
  Stream.clear_error();
  return cannotWrite(Path, Reason);
}

std::string counted(size_t Number, StringRef One, StringRef Many) {
  return (Twine(Number) + " " + (Number == 1 ? One : Many)).str();
}

} // namespace

PathSpelling::PathSpelling(ArrayRef<Unit> Units) {
  for (const Unit &Known : Units)
    if (Known.Spelling != Known.File)
      Given.emplace_back(canonical(Known.File), Known.Spelling);
  SmallString<256> Folder;
  if (!sys::fs::current_path(Folder))
    Current = canonical(Folder) + "/";
}

std::string PathSpelling::operator()(StringRef Path) const {
  for (const auto &[Canonical, Spelling] : Given)
    if (Canonical == Path)
      return Spelling;
  if (!Current.empty() && Path.starts_with(Current))
    return Path.drop_front(Current.size()).str();
  return Path.str();
}

Error writeOutput(StringRef Path, StringRef Text) {
  if (Path == "-")
    return writeInPlace(outs(), "standard output", Text);
  if (sys::fs::exists(Path) && !sys::fs::is_regular_file(Path)) {
    std::error_code Code;
    raw_fd_ostream Stream(Path, Code);
    if (Code)
      return cannotWrite(Path, Code.message());
    return writeInPlace(Stream, Path, Text);
  }
  Expected<sys::fs::TempFile> File =
      sys::fs::TempFile::create(Path + ".%%%%%%.part", 0666);
  if (!File)
    return cannotWrite(Path, toString(File.takeError()));
  raw_fd_ostream Stream(File->FD, /*shouldClose=*/false);
  if (Error Wrong = writeInPlace(Stream, Path, Text)) {
    consumeError(File->discard());
    return Wrong;
  }
  if (Error Wrong = File->keep(Path))
    return cannotWrite(Path, toString(std::move(Wrong)));
  return Error::success();
}

void writeFailures(ArrayRef<Failure> Failures, raw_ostream &To) {
  for (const Failure &Failed : Failures) {
    To << "cursor-tidy: error: " << Failed.Unit << " was not analysed: ";
    if (!Failed.File.empty())
      To << Failed.File << ':' << Failed.Line << ':' << Failed.Column << ": ";
    To << Failed.Message << '\n';
  }
}

void writeCutShort(const Report &Report, raw_ostream &To) {
  PathSpelling Spell(Report.Units);
  for (const solve::Cut &Each : Report.CutShort)
    To << Spell(Each.At.File.text()) << ':' << Each.At.Line << ':'
       << Each.At.Column << ": remark: '" << Each.Function.text()
       << "' is too large to be followed to its end; nothing is said of it\n";
}

void writeSummary(const Report &Report, raw_ostream &To) {
  size_t Analysed = Report.Units.size() - Report.Failures.size();
  To << "cursor-tidy: "
     << counted(Report.Findings.size(), "finding", "findings") << " in "
     << counted(Analysed, "file", "files");
  if (Report.FromCache)
    To << " (" << Report.FromCache << " from the cache)";
  if (Report.Suppressed)
    To << ", " << Report.Suppressed << " suppressed by NOLINT";
  if (size_t Cut = Report.CutShort.size())
    To << ", "
       << counted(Cut, "function was too large", "functions were too large");
  if (!Report.Failures.empty())
    To << "; " << counted(Report.Failures.size(), "file was", "files were")
       << " not analysed";
  To << '\n';
}

} // namespace cursor_tidy::tool
