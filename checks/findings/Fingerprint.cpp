//===- Fingerprint.cpp - which finding is the same as before --------------===//
#include "findings/Fingerprint.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

#include <map>

namespace cursor_tidy::findings {
namespace {

/// Sixteen hexadecimal digits. Part of what users commit to their repository:
/// the hash must not change with the version of LLVM, which xxh3 does not.
std::string hash(llvm::StringRef Text) {
  return llvm::utohexstr(llvm::xxh3_64bits(Text), /*LowerCase=*/true,
                         /*Width=*/16);
}

} // namespace

std::string fingerprintOf(const Finding &Of, std::string_view Fault) {
  llvm::StringRef File =
      llvm::sys::path::filename(llvm::StringRef(Of.At.File.text()));
  std::string Text;
  for (llvm::StringRef Part :
       {llvm::StringRef(Of.Check), llvm::StringRef(Fault), File,
        llvm::StringRef(Of.Function), llvm::StringRef(Of.Handle.Name),
        llvm::StringRef(Of.Handle.Type)}) {
    Text += Part;
    Text += '\0'; // so that the border between two parts counts
  }
  return hash(Text);
}

void tellApart(std::vector<Finding> &Sorted) {
  std::map<std::string, unsigned> Seen;
  for (Finding &F : Sorted)
    if (unsigned Before = Seen[F.Fingerprint]++)
      F.Fingerprint = hash(F.Fingerprint + "#" + std::to_string(Before));
}

} // namespace cursor_tidy::findings
