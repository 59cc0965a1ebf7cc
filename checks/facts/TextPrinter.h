//===- TextPrinter.h - prints the handle program --------------------------===//
//
// The printing half of the text format, which docs/facts.md describes. Every
// member that differs from what the parser assumes is printed, so that reading
// the text back gives an equal program.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_TEXTPRINTER_H
#define CURSOR_TIDY_FACTS_TEXTPRINTER_H

#include "facts/TextWords.h"

#include "llvm/Support/raw_ostream.h"

#include <string_view>
#include <vector>

namespace cursor_tidy::facts::text {

/// Writes one program or function. `File` is the file that a location without a
/// file of its own is in.
class Printer {
public:
  explicit Printer(llvm::raw_ostream &Out) : Out(Out) {}

  void program(const Program &P);
  void function(const Function &F);

  // One overload per action and terminator; std::visit finds them.
  void operator()(const Set &E) { to(E.To), value(E.From); }
  void operator()(const Compute &E);
  void operator()(const Make &E);
  void operator()(const Allocate &E) {
    to(E.To), Out << "allocate", quotedIf(E.Class);
  }
  void operator()(const Free &E) { Out << "free ", value(E.Object); }
  void operator()(const End &E) { Out << "end ", place(E.Object); }
  void operator()(const Iterate &E);
  void operator()(const Call &E);
  void operator()(const Open &E);
  void operator()(const Close &E);
  void operator()(const Access &E);
  void operator()(const Borrow &E);
  void operator()(const Invalidate &E);
  void operator()(const EndChildren &E);
  void operator()(const Protocol &E);
  void operator()(const Parent &E);
  void operator()(const Escape &E) { Out << "escape ", value(E.What); }
  void operator()(const Configure &E) {
    Out << "configure ", quoted(E.Driver), declared(E.By);
  }
  void operator()(const ConfigureHandle &E) {
    Out << "configure ", value(E.Handle), declared(E.By);
  }
  void operator()(const Spawn &E);
  void operator()(const Join &E) { Out << "join ", value(E.Thread); }
  void operator()(const Detach &E) { Out << "detach ", value(E.Thread); }
  void operator()(const Cancel &E) { Out << "cancel ", value(E.Thread); }
  void operator()(const Shield &E) { Out << (E.Ends ? "unshield" : "shield"); }
  void operator()(const Lock &E) {
    Out << (E.Shared ? "lock shared " : "lock "), value(E.Mutex);
  }
  void operator()(const Unlock &E) { Out << "unlock ", value(E.Mutex); }
  void operator()(const Signal &E) { Out << "signal ", value(E.Object); }
  void operator()(const Await &E) { Out << "await ", value(E.Object); }
  void operator()(const Fork &E);
  void operator()(const Leave &E) {
    Out << "leave " << wordOf(EndWords, E.Kind);
  }
  void operator()(const AtExit &E) { Out << "atexit ", value(E.Function); }
  void operator()(const AtFork &E) { Out << "atfork ", value(E.Function); }
  void operator()(const ResetAfterFork &E) {
    Out << "resetchild ", value(E.Handle);
  }
  void operator()(const Spot &E);

  void operator()(const Jump &E) { Out << "jump", block(E.To); }
  void operator()(const Branch &E);
  void operator()(const Switch &E);
  void operator()(const Choose &E);
  void operator()(const Return &) { Out << "return"; }
  void operator()(const Throw &E) {
    Out << "throw";
    if (E.To != NoBlock)
      block(E.To);
  }
  void operator()(const Unreachable &) { Out << "unreachable"; }

private:
  void quoted(Name N);
  void quotedIf(Name N, std::string_view Word = {});
  void names(std::string_view Word, const std::vector<Name> &List);
  void textIfOther(Name Symbol, Name Text);
  void place(const Place &P);
  void step(const Step &S);
  void value(const Value &V);
  void arguments(const std::vector<Value> &List);
  void to(const Place &P) { place(P), Out << " = "; }
  void block(BlockId B);
  void declared(const Declared &D);
  void location(const Location &L);
  void variable(const Variable &V);
  void body(const Function &F);
  void kind(const HandleKind &K);
  void classOf(const Class &C);
  void global(const Global &G);
  template <typename Flags, typename Owner>
  void flags(const Flags &Words, const Owner &Of) {
    for (const auto &Flag : Words)
      if (Of.*Flag.Member == Flag.Present)
        Out << ' ' << Flag.Word;
  }

  llvm::raw_ostream &Out;
  Name File;
};

} // namespace cursor_tidy::facts::text

#endif
