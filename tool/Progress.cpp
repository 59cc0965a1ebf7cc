//===- Progress.cpp - says how far a run is
//----------------------------------===//
#include "Progress.h"

#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace cursor_tidy::tool {

Progress::Progress(size_t Total, Show When)
    : Total(Total), IsShown(When == Show::OnTerminal &&
                            sys::Process::StandardErrIsDisplayed()) {}

Progress::~Progress() { write(""); }

void Progress::finished(StringRef File) {
  std::lock_guard Lock(Guard);
  ++Done;
  write(("[" + Twine(Done) + "/" + Twine(Total) + "] " + File).str());
}

void Progress::solving() {
  std::lock_guard Lock(Guard);
  write("following the handles");
}

void Progress::write(StringRef Text) {
  if (!IsShown)
    return;
  unsigned Columns = sys::Process::StandardErrColumns();
  // A line that wraps could not be taken back; the end of a path tells most.
  if (Columns > 4 && Text.size() >= Columns)
    Text = Text.take_back(Columns - 1);
  errs() << "\r\033[K" << Text;
}

} // namespace cursor_tidy::tool
