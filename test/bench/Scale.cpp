//===- Scale.cpp - link and solve of very many units ----------------------===//
//
//   bench-scale NUMBER FACTS... -- UNITS...
//
// FACTS are handle programs as text (--dump-facts) of units in whose names
// NUMBER stands. Each size takes as many copies, with other numbers in place of
// it. Prints time and memory of link, solve and check for each, and by which
// power of the size the time grows.
//
//===----------------------------------------------------------------------===//
#include "Analyze.h"
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

double measure(ArrayRef<std::string> Templates, StringRef Number, size_t Size) {
  std::vector<facts::Program> Units;
  for (size_t I = 0; I != Size; ++I)
    Units.push_back(copyOf(Templates[I % Templates.size()], Number, I));
  long Before = peakMegabytes();
  double Begin = processorSeconds();
  Analysis Result =
      analyze(std::move(Units), {}, [](std::string_view) { return true; });
  double Seconds = processorSeconds() - Begin;
  outs() << format("| %zu | %.2f | %.3f | %ld | %ld | %zu |\n", Size, Seconds,
                   Seconds / static_cast<double>(Size) * 1000, Before,
                   peakMegabytes(), Result.Findings.size());
  outs().flush();
  return Seconds;
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
  outs() << "| units | seconds | per 1,000 | MB of facts | MB at most | "
            "findings |\n| --- | --- | --- | --- | --- | --- |\n";
  double LastSize = 0, LastTime = 0;
  for (StringRef Text : Given.drop_front()) {
    size_t Size = 0;
    if (Text.getAsInteger(10, Size))
      return 1;
    double Time = measure(Templates, Number, Size);
    if (LastSize)
      outs() << format("grows by the power %.2f\n",
                       std::log(Time / LastTime) /
                           std::log(static_cast<double>(Size) / LastSize));
    LastSize = static_cast<double>(Size);
    LastTime = Time;
  }
  return 0;
}
