//===- Interrupt.h - how signals end a run -------------------===//
#ifndef CURSOR_TIDY_TOOL_INTERRUPT_H
#define CURSOR_TIDY_TOOL_INTERRUPT_H

namespace cursor_tidy::tool {

/// From here on an interrupt ends the run at once with status 130, without a
/// half-written output file and with the progress line taken back.
void leaveOnInterrupt();

/// From here on a file that may not grow any more (`ulimit -f`) is an error of
/// the one who writes it, as on a full disk.
void failOnFileSizeLimit();

} // namespace cursor_tidy::tool

#endif
