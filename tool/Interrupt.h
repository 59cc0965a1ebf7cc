//===- Interrupt.h - an end on Ctrl-C
//------------------------------------------===//
#ifndef CURSOR_TIDY_TOOL_INTERRUPT_H
#define CURSOR_TIDY_TOOL_INTERRUPT_H

namespace cursor_tidy::tool {

/// From here on an interrupt ends the run at once with status 130, without a
/// half-written output file and with the progress line taken back.
void leaveOnInterrupt();

} // namespace cursor_tidy::tool

#endif
