//===- Scale.cpp - link and solve of very many units ----------------------===//
//
//   bench-scale NUMBER FACTS... -- UNITS...
//
// FACTS are handle programs as text (--dump-facts) of units in whose names
// NUMBER stands. Each size takes as many copies, with other numbers in place of
// it. Prints time and memory of link, solve and check for each, once with
// nothing known and once with what that run has found out and one unit another
// one; and by which power of the size the times grow. Reading the facts of the
// units, which a run with a cache does too, is told apart.
//
//===----------------------------------------------------------------------===//
#include "Analyze.h"
#include "facts/Serialize.h"
#include "facts/Text.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <cmath>
#include <ctime>
#include <sys/resource.h>

using namespace llvm;
using namespace cursor_tidy;

namespace {

double processorSeconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

long peakMegabytes() {
  rusage Used = {};
  getrusage(RUSAGE_SELF, &Used);
  return Used.ru_maxrss >> 10;
}

facts::Program copyOf(StringRef Template, StringRef Number, size_t Other) {
  std::string Text;
  for (StringRef Rest = Template; !Rest.empty();) {
    size_t At = Rest.find(Number);
    Text += Rest.take_front(At);
    Rest = Rest.drop_front(std::min(At, Rest.size()));
    if (Rest.consume_front(Number))
      Text += std::to_string(Other);
  }
  return cantFail(facts::parseProgram(Text));
}

struct Times {
  double Reading = 0, Solving = 0;
};

/// Reads the units and analyses them; Known is what earlier runs have found
/// out, as it is kept.
Times run(ArrayRef<std::string> Units, std::string &Known, size_t &Findings) {
  Times Took;
  double Begin = processorSeconds();
  std::vector<facts::Program> Programs;
  for (const std::string &Unit : Units)
    Programs.push_back(cantFail(facts::deserialize(Unit)));
  Took.Reading = processorSeconds() - Begin;
  Begin = processorSeconds();
  solve::Memory Recalled = solve::readMemory(Known);
  Findings = analyze(
                 std::move(Programs), {}, [](std::string_view) { return true; },
                 &Recalled)
                 .Findings.size();
  Known = solve::writeMemory(Recalled);
  Took.Solving = processorSeconds() - Begin;
  return Took;
}

/// Solving cold, and with one unit changed.
std::pair<double, double> measure(ArrayRef<std::string> Templates,
                                  StringRef Number, size_t Size) {
  std::vector<std::string> Units;
  for (size_t I = 0; I != Size; ++I)
    Units.push_back(
        facts::serialize(copyOf(Templates[I % Templates.size()], Number, I)));
  std::string Known;
  size_t Findings = 0;
  Times Cold = run(Units, Known, Findings);
  Units.front() = facts::serialize(copyOf(Templates.front(), Number, Size));
  Times Warm = run(Units, Known, Findings);
  double Thousands = static_cast<double>(Size) / 1000;
  outs() << format("| %zu | %.2f | %.2f | %.3f | %.2f | %.3f | %ld | %zu |\n",
                   Size, Cold.Reading, Cold.Solving, Cold.Solving / Thousands,
                   Warm.Solving, Warm.Solving / Thousands, peakMegabytes(),
                   Findings);
  outs().flush();
  return {Cold.Solving, Warm.Solving};
}

} // namespace

int main(int Count, const char **Arguments) {
  ArrayRef<const char *> Given(Arguments + 1, static_cast<size_t>(Count) - 1);
  StringRef Number = Given.consume_front();
  std::vector<std::string> Templates;
  for (; StringRef(Given.front()) != "--"; Given = Given.drop_front()) {
    auto File = MemoryBuffer::getFile(Given.front());
    if (!File) {
      errs() << Given.front() << ": " << File.getError().message() << '\n';
      return 1;
    }
    Templates.push_back((*File)->getBuffer().str());
  }
  outs()
      << "| units | facts read, s | solved, s | per 1,000 | one changed, s | "
         "per 1,000 | MB at most | findings |\n"
         "| --- | --- | --- | --- | --- | --- | --- | --- |\n";
  double LastSize = 0;
  std::pair<double, double> Last;
  for (StringRef Text : Given.drop_front()) {
    size_t Size = 0;
    if (Text.getAsInteger(10, Size))
      return 1;
    std::pair<double, double> Took = measure(Templates, Number, Size);
    if (LastSize) {
      double Factor = std::log(static_cast<double>(Size) / LastSize);
      outs() << format("grows by the power %.2f, with one changed %.2f\n",
                       std::log(Took.first / Last.first) / Factor,
                       std::log(Took.second / Last.second) / Factor);
    }
    LastSize = static_cast<double>(Size);
    Last = Took;
  }
  return 0;
}
