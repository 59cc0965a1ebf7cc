#pragma once

#include <folly/Executor.h>
#include <utility>

namespace folly {

struct Unit {};

template <class T> class Future;

template <class T> class SemiFuture {
public:
  SemiFuture(SemiFuture &&other) noexcept;
  ~SemiFuture();
  Future<T> via(Executor *executor) &&;
  T get() &&;
  SemiFuture &wait() &;
};

template <class T> class Future {
public:
  Future(Future &&other) noexcept;
  ~Future();
  template <class F> Future<T> thenValue(F &&function) && {
    return std::move(*this);
  }
  T get() &&;
  Future &wait() &;
};

SemiFuture<Unit> makeSemiFuture();
Future<Unit> makeFuture();
template <class F> Future<Unit> via(Executor *executor, F &&function) {
  return makeFuture();
}

} // namespace folly
