#pragma once

#include <mutex>
#include <shared_mutex>

namespace folly {

using SharedMutex = std::shared_mutex;

template <class S, class Mode> class LockedPtr {
public:
  LockedPtr(LockedPtr &&other) noexcept;
  ~LockedPtr();
  S *operator->() const;
  S &operator*() const;
  void unlock();
};

template <class T, class Mutex = SharedMutex> class Synchronized {
public:
  struct Exclusive {};
  struct Shared {};
  Synchronized();
  explicit Synchronized(const T &value);
  explicit Synchronized(T &&value);
  LockedPtr<T, Exclusive> lock();
  LockedPtr<T, Exclusive> wlock();
  LockedPtr<const T, Shared> rlock() const;
  template <class F> auto withLock(F &&function) {
    return function(*lock());
  }
  template <class F> auto withWLock(F &&function) {
    return function(*wlock());
  }
  template <class F> auto withRLock(F &&function) const {
    return function(*rlock());
  }
};

} // namespace folly
