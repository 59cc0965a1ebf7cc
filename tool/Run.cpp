//===- Run.cpp - all units of a run, parsed
//-----------------------------------===//
#include "Run.h"

#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/Threading.h"

using namespace llvm;

namespace cursor_tidy::tool {

ParsedUnits parseUnits(ArrayRef<Unit> Units, const model::Models &Models,
                       unsigned Jobs, Progress &Progress) {
  std::vector<std::variant<facts::Program, Failure>> Results(Units.size());
  DefaultThreadPool Pool(hardware_concurrency(Jobs));
  for (size_t I = 0; I != Units.size(); ++I)
    Pool.async([&, I] {
      Results[I] = parseUnit(Units[I], Models);
      Progress.finished(Units[I].Spelling);
    });
  Pool.wait();

  ParsedUnits Parsed;
  for (auto &Result : Results)
    if (auto *Failed = std::get_if<Failure>(&Result))
      Parsed.Failures.push_back(std::move(*Failed));
    else
      Parsed.Programs.push_back(std::move(std::get<facts::Program>(Result)));
  return Parsed;
}

} // namespace cursor_tidy::tool
