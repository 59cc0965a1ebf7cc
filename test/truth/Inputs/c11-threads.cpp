// Threads of C11 over those of POSIX. ThreadSanitizer knows the latter only,
// and the C library's own go past it; these are found before the library's.
// Both kinds of thread, mutex and condition variable have the same memory
// there.
#include <cerrno>
#include <pthread.h>
#include <threads.h>

namespace {

struct Start {
  thrd_start_t Entry;
  void *Argument;
};

void *run(void *Given) {
  const Start Of = *static_cast<Start *>(Given);
  delete static_cast<Start *>(Given);
  return reinterpret_cast<void *>(static_cast<long>(Of.Entry(Of.Argument)));
}

int said(int Status) {
  return Status == 0 ? thrd_success : Status == EBUSY ? thrd_busy : thrd_error;
}

pthread_mutex_t *posix(mtx_t *Mutex) {
  static_assert(sizeof(mtx_t) == sizeof(pthread_mutex_t));
  return reinterpret_cast<pthread_mutex_t *>(Mutex);
}

pthread_cond_t *posix(cnd_t *Condition) {
  static_assert(sizeof(cnd_t) == sizeof(pthread_cond_t));
  return reinterpret_cast<pthread_cond_t *>(Condition);
}

} // namespace

extern "C" {

int thrd_create(thrd_t *Thread, thrd_start_t Entry, void *Argument) {
  return said(pthread_create(Thread, nullptr, run, new Start{Entry, Argument}));
}

int thrd_join(thrd_t Thread, int *Result) {
  void *Given = nullptr;
  const int Status = pthread_join(Thread, &Given);
  if (Status == 0 && Result)
    *Result = static_cast<int>(reinterpret_cast<long>(Given));
  return said(Status);
}

int thrd_detach(thrd_t Thread) { return said(pthread_detach(Thread)); }

void thrd_exit(int Result) {
  pthread_exit(reinterpret_cast<void *>(static_cast<long>(Result)));
}

int mtx_init(mtx_t *Mutex, int Type) {
  pthread_mutexattr_t How;
  pthread_mutexattr_init(&How);
  if (Type & mtx_recursive)
    pthread_mutexattr_settype(&How, PTHREAD_MUTEX_RECURSIVE);
  return said(pthread_mutex_init(posix(Mutex), &How));
}

int mtx_lock(mtx_t *Mutex) { return said(pthread_mutex_lock(posix(Mutex))); }
int mtx_trylock(mtx_t *Mutex) {
  return said(pthread_mutex_trylock(posix(Mutex)));
}
int mtx_unlock(mtx_t *Mutex) {
  return said(pthread_mutex_unlock(posix(Mutex)));
}
void mtx_destroy(mtx_t *Mutex) { pthread_mutex_destroy(posix(Mutex)); }

int cnd_init(cnd_t *Condition) {
  return said(pthread_cond_init(posix(Condition), nullptr));
}
int cnd_wait(cnd_t *Condition, mtx_t *Mutex) {
  return said(pthread_cond_wait(posix(Condition), posix(Mutex)));
}
int cnd_signal(cnd_t *Condition) {
  return said(pthread_cond_signal(posix(Condition)));
}
int cnd_broadcast(cnd_t *Condition) {
  return said(pthread_cond_broadcast(posix(Condition)));
}
void cnd_destroy(cnd_t *Condition) { pthread_cond_destroy(posix(Condition)); }

void call_once(once_flag *Flag, void (*Function)()) {
  static_assert(sizeof(once_flag) == sizeof(pthread_once_t));
  pthread_once(reinterpret_cast<pthread_once_t *>(Flag), Function);
}
}
