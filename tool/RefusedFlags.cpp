//===- RefusedFlags.cpp - flags that Clang knows and will not have --------===//
//
// Clang is asked: its driver reads the command as for a compilation, and what
// the errors quote is looked for among the flags. That takes some milliseconds,
// but the commands of a program differ in little else than definitions and
// folders, so few of them are tried.
//
//===----------------------------------------------------------------------===//
#include "RefusedFlags.h"

#include "clang/Basic/TargetInfo.h"
#include "clang/Driver/CreateInvocationFromArgs.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"

#include <mutex>

using namespace llvm;
using clang::tooling::CommandLineArguments;

namespace cursor_tidy::tool {
namespace {

/// Keeps what errors quote.
class Quotes : public clang::DiagnosticConsumer {
public:
  explicit Quotes(StringSet<> &Into) : Into(Into) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    if (Level < clang::DiagnosticsEngine::Error)
      return;
    SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    SmallVector<StringRef, 8> Parts, Found;
    StringRef(Text).split(Parts, '\'');
    for (size_t I = 1; I < Parts.size(); I += 2)
      Found.push_back(Parts[I].split(' ').first);
    // Beside a flag stands what it does not go with, the target for one.
    auto IsFlag = [](StringRef Each) { return Each.starts_with("-"); };
    bool HasFlag = any_of(Found, IsFlag);
    for (StringRef Each : Found)
      if (IsFlag(Each) || !HasFlag)
        Into.insert(Each);
  }

private:
  StringSet<> &Into;
};

/// What Clang quotes in its errors on the flags.
StringSet<> quotedInErrors(const CommandLineArguments &Command, StringRef In) {
  StringSet<> Quoted;
  IntrusiveRefCntPtr<vfs::FileSystem> Disk = vfs::createPhysicalFileSystem();
  // Where there is no such folder, the parse says so.
  (void)Disk->setCurrentWorkingDirectory(In);
  clang::DiagnosticOptions Options;
  auto Diagnostics = clang::CompilerInstance::createDiagnostics(
      *Disk, Options, new Quotes(Quoted), /*ShouldOwnClient=*/true);
  std::vector<const char *> Words;
  for (const std::string &Word : Command)
    Words.push_back(Word.c_str());
  auto Invocation = clang::createInvocation(
      Words, {.Diags = Diagnostics, .VFS = Disk, .RecoverOnError = true});
  if (Invocation)
    IntrusiveRefCntPtr<clang::TargetInfo>(clang::TargetInfo::CreateTargetInfo(
        *Diagnostics, Invocation->getTargetOpts()));
  return Quoted;
}

/// Definitions and folders, of which each file of a program may have its own.
bool isOfOneFile(StringRef Word) {
  return Word.starts_with("-D") || Word.starts_with("-U") ||
         Word.starts_with("-I");
}

bool isQuoted(StringRef Word, const StringSet<> &Quoted) {
  if (!Word.starts_with("-") || isOfOneFile(Word))
    return false;
  auto [Flag, Value] = Word.split('=');
  return Quoted.contains(Word) || Quoted.contains(Flag) ||
         Quoted.contains((Flag + "=").str()) ||
         (!Value.empty() && Quoted.contains(Value));
}

StringSet<> refusedOf(CommandLineArguments Command, StringRef In) {
  StringSet<> Refused;
  // Behind the first errors there may be others.
  for (int Turn = 0; Turn != 4; ++Turn) {
    StringSet<> Quoted = quotedInErrors(Command, In);
    bool IsAny = false;
    for (const std::string &Word : ArrayRef(Command).drop_front())
      if (isQuoted(Word, Quoted))
        IsAny |= Refused.insert(Word).second;
    if (!IsAny)
      break;
    erase_if(Command, [&](StringRef Word) { return Refused.contains(Word); });
  }
  return Refused;
}

} // namespace

CommandLineArguments withoutRefused(const CommandLineArguments &Command,
                                    StringRef File, StringRef In) {
  static std::mutex Guard;
  static StringMap<StringSet<>> Tried;
  std::string Key = sys::path::extension(File).str();
  for (StringRef Word : Command)
    if (!isOfOneFile(Word) &&
        sys::path::filename(Word) != sys::path::filename(File))
      Key += '\0' + Word.str();
  std::lock_guard Held(Guard);
  auto [Known, IsNew] = Tried.try_emplace(Key);
  if (IsNew)
    Known->second = refusedOf(Command, In);
  CommandLineArguments Kept;
  for (const std::string &Word : Command)
    if (!Known->second.contains(Word))
      Kept.push_back(Word);
  return Kept;
}

} // namespace cursor_tidy::tool
