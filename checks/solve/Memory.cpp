//===- Memory.cpp - what earlier runs have found out about functions ------===//
#include "solve/Memory.h"

#include "solve/RecordFields.h"

#include <algorithm>

namespace cursor_tidy::solve {

using namespace facts::bytes;

std::string writeMemory(const Memory &Of) {
  std::vector<const std::pair<const SummaryKey, Record> *> Sorted;
  for (const auto &Each : Of.Records)
    Sorted.push_back(&Each);
  std::sort(Sorted.begin(), Sorted.end(),
            [](const auto *L, const auto *R) { return L->first < R->first; });
  Writer Out;
  Out.put(Of.Environment);
  Out.put(Sorted.size());
  for (const auto *Each : Sorted) {
    Out.put(Each->first);
    Out.put(Each->second);
  }
  return Out.take();
}

Memory readMemory(std::string_view Bytes) {
  Reader In(Bytes);
  In.strings();
  Memory Read;
  In.read(Read.Environment);
  size_t Count = 0;
  In.read(Count);
  for (; Count && !In.failed(); --Count) {
    SummaryKey Of;
    In.read(Of);
    In.read(Read.Records[Of]);
  }
  if (In.failed() || !In.atEnd())
    return {};
  return Read;
}

} // namespace cursor_tidy::solve
