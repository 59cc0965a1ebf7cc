//===- Interrupt.cpp - an end on Ctrl-C
//----------------------------------------===//
//
// LLVM's signal handler removes unfinished files before it calls us. Threads
// are left where they are: nothing that they hold outlives the process.
//
//===----------------------------------------------------------------------===//
#include "Interrupt.h"

#include "llvm/Support/Signals.h"

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

} // namespace cursor_tidy::tool
