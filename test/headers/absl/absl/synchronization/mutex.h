// What the tests need of Abseil, faithfully declared after absl/synchronization.
#pragma once

namespace absl {

class Mutex {
public:
  Mutex();
  ~Mutex();
  void Lock();
  void Unlock();
  bool TryLock();
  void ReaderLock();
  void ReaderUnlock();
  void WriterLock();
  void WriterUnlock();
};

class MutexLock {
public:
  explicit MutexLock(Mutex *mutex);
  ~MutexLock();
};

class ReaderMutexLock {
public:
  explicit ReaderMutexLock(Mutex *mutex);
  ~ReaderMutexLock();
};

class WriterMutexLock {
public:
  explicit WriterMutexLock(Mutex *mutex);
  ~WriterMutexLock();
};

class ReleasableMutexLock {
public:
  explicit ReleasableMutexLock(Mutex *mutex);
  ~ReleasableMutexLock();
  void Release();
};

class CondVar {
public:
  CondVar();
  void Wait(Mutex *mutex);
  void Signal();
  void SignalAll();
};

class Notification {
public:
  Notification();
  ~Notification();
  void Notify();
  void WaitForNotification() const;
};

class BlockingCounter {
public:
  explicit BlockingCounter(int initial);
  bool DecrementCount();
  void Wait();
};

} // namespace absl
