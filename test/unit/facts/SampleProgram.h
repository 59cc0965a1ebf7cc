//===- SampleProgram.h - a program with every word of the vocabulary ------===//
#ifndef CURSOR_TIDY_TEST_UNIT_FACTS_SAMPLEPROGRAM_H
#define CURSOR_TIDY_TEST_UNIT_FACTS_SAMPLEPROGRAM_H

#include "facts/Program.h"

namespace cursor_tidy::facts {

/// A program in which every action, terminator, place, value and member occurs
/// with a value that is not its default. It makes no sense as a program.
Program sampleProgram();

} // namespace cursor_tidy::facts

#endif
