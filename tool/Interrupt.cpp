//===- Interrupt.cpp - how signals end a run -----------------===//
//
// LLVM's signal handler removes unfinished files before it calls us. Threads
// are left where they are: nothing that they hold outlives the process.
//
//===----------------------------------------------------------------------===//
#include "Interrupt.h"

#include "llvm/Support/Signals.h"

#include <csignal>
#include <unistd.h>

namespace cursor_tidy::tool {

void leaveOnInterrupt() {
  llvm::sys::SetInterruptFunction([] {
    constexpr char ClearLine[] = "\r\033[K";
    if (isatty(STDERR_FILENO))
      (void)!write(STDERR_FILENO, ClearLine, sizeof(ClearLine) - 1);
    _exit(130);
  });
}

void failOnFileSizeLimit() { (void)std::signal(SIGXFSZ, SIG_IGN); }

} // namespace cursor_tidy::tool
