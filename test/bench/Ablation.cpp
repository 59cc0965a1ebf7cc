//===- Ablation.cpp - parts of the reasoning, one left out after another --===//
//
//   bench-ablation PARTS FACTS
//
// Solves the handle program in the file FACTS (--dump-facts) with the PARTS
// alone that are named: "locks,joins,ownership,classes", or "" for none. Prints
// a line for each sharing between threads: where the access on the other thread
// is, where the one that it meets, and where the threads start.
//
//===----------------------------------------------------------------------===//
#include "facts/Link.h"
#include "facts/Text.h"
#include "solve/Solve.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace cursor_tidy;

static solve::Settings withParts(StringRef Names) {
  SmallVector<StringRef> Named;
  Names.split(Named, ',');
  auto Has = [&](StringRef Name) { return is_contained(Named, Name); };
  solve::Settings Settings;
  Settings.Parts = {.Locks = Has("locks"),
                    .Joins = Has("joins"),
                    .Ownership = Has("ownership"),
                    .Classes = Has("classes")};
  return Settings;
}

int main(int Count, const char **Arguments) {
  if (Count != 3)
    return 2;
  auto File = MemoryBuffer::getFile(Arguments[2]);
  if (!File) {
    errs() << Arguments[2] << ": " << File.getError().message() << '\n';
    return 1;
  }
  std::vector<facts::Program> Units;
  Units.push_back(cantFail(facts::parseProgram((*File)->getBuffer())));
  const facts::Program Whole = facts::link(std::move(Units));
  const solve::Solution Solved = solve::solve(Whole, withParts(Arguments[1]));
  for (const solve::Shared &Fault : Solved.ThreadShared) {
    outs() << Fault.At.Line << ' ' << Fault.Other.Line;
    for (const solve::PathStep &Step : Fault.Path)
      if (Step.Kind == solve::StepKind::Spawned)
        outs() << ' ' << Step.At.Line;
    outs() << '\n';
  }
  return 0;
}
