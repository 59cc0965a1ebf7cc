//===- ConcurrencyLocate.cpp - places for what models do
//---------------------===//
//
// The events of a modelled function have no location. When its view is taken
// over, they happen where it is called, and in the function that calls it.
//
//===----------------------------------------------------------------------===//
#include "solve/Concurrency.h"

#include <algorithm>

namespace cursor_tidy::solve {

void View::locate(const facts::Location &At, facts::Name Function) {
  auto IsMissing = [](const AccessRecord &Access) {
    if (!Access.At.isValid() ||
        (Access.Begun && !Access.Begun->BegunAt.isValid()))
      return true;
    for (const auto &[Mutex, Lock] : Access.Locks.Held)
      if (!Lock.At.isValid())
        return true;
    return false;
  };
  Data &Mine = edit();
  for (auto &Access : Mine.Accesses) {
    if (!IsMissing(*Access))
      continue;
    AccessRecord Located = *Access;
    if (!Located.At.isValid()) {
      Located.At = At;
      Located.Function = Function;
    }
    for (PathStep &Step : Located.Path)
      if (!Step.At.isValid())
        Step.At = At;
    for (auto &[Mutex, Lock] : Located.Locks.Held)
      if (!Lock.At.isValid())
        Lock.At = At;
    if (Located.Begun && !Located.Begun->BegunAt.isValid())
      Located.Begun->BegunAt = At;
    Access = std::make_shared<const AccessRecord>(std::move(Located));
  }
  for (auto &[Mutex, Lock] : Mine.Locks.Held)
    if (!Lock.At.isValid())
      Lock.At = At;
  for (auto &[Key, Begun] : Mine.Begun)
    if (!Begun.BegunAt.isValid())
      Begun.BegunAt = At;
  for (ThreadInstance &Thread : Mine.Threads) {
    if (!Thread.SpawnedAt.isValid())
      Thread.SpawnedAt = At;
    for (PathStep &Step : Thread.Path)
      if (!Step.At.isValid())
        Step.At = At;
  }
}

void View::nameLocks(const std::function<facts::Name(ValueId)> &NameOf) {
  auto IsNameless = [](const auto &Held) { return Held.second.Text.empty(); };
  if (std::none_of(Now->Locks.Held.begin(), Now->Locks.Held.end(), IsNameless))
    return;
  for (auto &[Mutex, Lock] : edit().Locks.Held)
    if (Lock.Text.empty())
      Lock.Text = NameOf(Mutex);
}

} // namespace cursor_tidy::solve
