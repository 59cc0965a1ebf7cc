// The register of handles, and the main of every truth program: it runs the one
// function that its argument names. Compiled without sanitizers, so that its
// own locks order nothing; it calls those of the program by weak names.
#include "truth.h"

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

extern "C" {
[[gnu::weak]] int __asan_address_is_poisoned(const volatile void *);
[[gnu::weak]] int __lsan_do_recoverable_leak_check();
[[gnu::weak]] void __lsan_disable();
[[gnu::weak]] void __lsan_enable();
[[gnu::weak]] void __tsan_read4(void *);
[[gnu::weak]] void __tsan_write4(void *);
[[gnu::weak]] void AnnotateIgnoreSyncBegin(const char *, int);
[[gnu::weak]] void AnnotateIgnoreSyncEnd(const char *, int);
[[gnu::weak]] void AnnotateIgnoreReadsBegin(const char *, int);
[[gnu::weak]] void AnnotateIgnoreReadsEnd(const char *, int);
[[gnu::weak]] void AnnotateIgnoreWritesBegin(const char *, int);
[[gnu::weak]] void AnnotateIgnoreWritesEnd(const char *, int);

// What the generated source has: the functions by name, and what puts away what
// the program keeps on purpose.
struct TruthProgram {
  const char *Name;
  void (*Run)();
};
extern const TruthProgram truth_programs[];
void truth_after();
}

extern "C" [[noreturn]] void __real__exit(int Status);

namespace truth {

struct Entry {
  std::uintptr_t Hidden = 0;
  const char *Kind = nullptr;
  pid_t Process = 0;
  unsigned Thread = 0;
  bool Pinned = false, Open = false, OfFixture = false;
  // The entry's number of what it derives from, plus one.
  unsigned Parent = 0;
};

struct Loan {
  std::uintptr_t Owner = 0;
  void *Copy = nullptr;
};

constexpr unsigned Most = 4096;
static Entry Register[Most];
static unsigned Entries = 0;
static Loan Loans[Most];
struct End {
  When Then;
  void (*Do)();
};
static End Ends[16];
static unsigned EndCount = 0;
// One word per entry. ThreadSanitizer names it: "Location is global
// 'truth::Words'".
int Words[Most];

// What no open was seen of.
static const char *const Unknown = "handle";

static int Fixtures = 0;
static bool HasForked = false;

static unsigned thisThread() {
  static unsigned Threads = 0;
  static thread_local unsigned Mine =
      __atomic_add_fetch(&Threads, 1, __ATOMIC_RELAXED);
  return Mine;
}

// A race shows itself only when the two sides come in the one order that
// nothing forces. A run that is repeated for the want of one is told which side
// is to be late, where it takes a lock and where it reaches a handle.
static void comeLate() {
  static const char *const Who = std::getenv("TRUTH_LATE");
  constexpr unsigned Microseconds = 20000;
  if (Who && (gettid() == getpid()) == (std::strcmp(Who, "first") == 0))
    usleep(Microseconds);
}

// A lock that ThreadSanitizer does not see.
static char Taken = 0;
struct Locked {
  Locked() {
    while (__atomic_test_and_set(&Taken, __ATOMIC_ACQUIRE))
      ;
  }
  ~Locked() { __atomic_clear(&Taken, __ATOMIC_RELEASE); }
};

[[noreturn]] static void giveUp(const char *Why) {
  std::fprintf(stderr, "truth: trouble: %s\n", Why);
  std::abort();
}

// The newest entry of that address; the memory of a closed handle is used
// again.
static Entry *find(const void *Handle) {
  for (unsigned I = Entries; I-- > 0;)
    if (Register[I].Hidden == hidden(Handle))
      return &Register[I];
  return nullptr;
}

static Entry *add(const char *Kind, const void *Handle, Affinity Of) {
  if (Entries == Most)
    giveUp("too many handles for the register");
  Entry &New = Register[Entries++];
  New = {hidden(Handle),         Kind, getpid(),     thisThread(),
         Of == Affinity::Thread, true, Fixtures > 0, 0};
  return &New;
}

void say(const char *Check, const char *Format, ...) {
  char Line[300];
  int Length = std::snprintf(Line, sizeof Line, "truth: %s: ", Check);
  va_list Arguments;
  va_start(Arguments, Format);
  Length += std::vsnprintf(Line + Length, sizeof Line - Length - 1, Format,
                           Arguments);
  va_end(Arguments);
  Line[Length++] = '\n';
  // One write, so that the lines of two processes do not mix.
  if (write(STDERR_FILENO, Line, Length) != Length)
    std::abort();
}

void opened(const char *Kind, const void *Handle, Affinity Of,
            const void *Parent) {
  if (!Handle)
    return;
  Locked Lock;
  Entry *Above = Parent ? find(Parent) : nullptr;
  add(Kind, Handle, Of)->Parent = Above ? Above - Register + 1 : 0;
}

void closed(const void *Handle) {
  Locked Lock;
  if (Entry *Known = find(Handle))
    Known->Open = false;
}

void inspect(const char *Call, const void *Handle, Across Fork) {
  if (!Handle)
    return;
  Entry Known;
  bool Stranded;
  {
    Locked Lock;
    Entry *Found = find(Handle);
    Known = Found ? *Found : *add(Unknown, Handle, Affinity::None);
    Stranded = Known.Parent && !Register[Known.Parent - 1].Open;
  }
  bool Freed = __asan_address_is_poisoned && __asan_address_is_poisoned(Handle);
  if (Freed || !Known.Open || Stranded) {
    // Another thread may have closed it meanwhile.
    touch(Handle, Access::Writes);
    say(UseAfterClose, "%s gets a %s %s", Call, Known.Kind,
        Freed         ? "that is freed memory"
        : !Known.Open ? "that was closed"
                      : "whose parent was closed");
    __real__exit(0);
  }
  if (Known.Process != getpid() && Fork == Across::Forbidden)
    say(ForkShare, "%s in the child gets a %s of its parent", Call, Known.Kind);
  if (Known.Pinned && Known.Thread != thisThread())
    say(ThreadShare, "%s gets a %s of another thread", Call, Known.Kind);
}

void lost(const char *Message) {
  if (HasForked)
    say(ForkShare, "the parent has lost its session: %.*s",
        static_cast<int>(std::strcspn(Message, "\n")), Message);
}

void touch(const void *Resource, Access How) {
  if (!Resource)
    return;
  comeLate();
  int *Word;
  {
    Locked Lock;
    Entry *Known = find(Resource);
    if (!Known)
      Known = add(Unknown, Resource, Affinity::None);
    Word = &Words[Known - Register];
  }
  if (How == Access::Writes && __tsan_write4)
    __tsan_write4(Word);
  if (How == Access::Reads && __tsan_read4)
    __tsan_read4(Word);
}

void *lend(const void *Owner, const void *Data, std::size_t Size) {
  if (!Data)
    return nullptr;
  void *Copy = std::malloc(Size + 1);
  std::memcpy(Copy, Data, Size);
  static_cast<char *>(Copy)[Size] = 0;
  Locked Lock;
  for (Loan &Free : Loans)
    if (!Free.Owner) {
      Free = {hidden(Owner), Copy};
      return Copy;
    }
  giveUp("too many loans");
}

void revoke(const void *Owner) {
  Locked Lock;
  for (Loan &Given : Loans)
    if (Given.Owner == hidden(Owner)) {
      std::free(Given.Copy);
      Given = {};
    }
}

void forEachOpen(const char *Kind, void (*Do)(void *, bool)) {
  for (unsigned I = 0; I < Entries; ++I)
    if (Register[I].Open && Register[I].Process == getpid() &&
        std::strcmp(Register[I].Kind, Kind) == 0)
      Do(reinterpret_cast<void *>(~Register[I].Hidden), Register[I].OfFixture);
}

Fixture::Fixture() { ++Fixtures; }
Fixture::~Fixture() { --Fixtures; }

Inside::Inside() {
  if (!AnnotateIgnoreSyncBegin)
    return;
  AnnotateIgnoreReadsBegin(__FILE__, __LINE__);
  AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
  AnnotateIgnoreSyncBegin(__FILE__, __LINE__);
}

Inside::~Inside() {
  if (!AnnotateIgnoreSyncEnd)
    return;
  AnnotateIgnoreSyncEnd(__FILE__, __LINE__);
  AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
  AnnotateIgnoreReadsEnd(__FILE__, __LINE__);
}

AtEnd::AtEnd(When Then, void (*Do)()) { Ends[EndCount++] = {Then, Do}; }

static void doAll(When Then) {
  for (unsigned I = 0; I < EndCount; ++I)
    if (Ends[I].Then == Then)
      Ends[I].Do();
}

const char *freshPath() {
  static char Names[8][16];
  static unsigned Count = 0;
  if (Count == 8)
    giveUp("too many fresh names");
  std::snprintf(Names[Count], sizeof Names[Count], "data%u", Count);
  return Names[Count++];
}

// The process ends without its exit handlers: what it has opened stays open. A
// parent that has forked may have handed it over.
static void leaveAtOnce(const char *How) {
  if (HasForked)
    return;
  for (unsigned I = 0; I < Entries; ++I)
    if (Register[I].Open && !Register[I].OfFixture &&
        Register[I].Process == getpid() && Register[I].Kind != Unknown)
      say(Unclosed, "%s leaves a %s open", How, Register[I].Kind);
}

// LeakSanitizer takes what lies in dead stack frames for pointers that live.
[[gnu::noinline]] static void scrubStack() {
  volatile char Frame[1 << 16];
  for (volatile char &Byte : Frame)
    Byte = 0;
}

static void threadsLeft() {
  for (unsigned I = 0; I < Entries; ++I)
    if (Register[I].Open && Register[I].Thread != thisThread() &&
        Register[I].Process == getpid() && Register[I].Kind != Unknown)
      say(Unclosed, "a %s is open at the end, and a thread has opened it",
          Register[I].Kind);
}

// Nothing is said of a program that called exit: that is on purpose.
static pid_t ReturnedIn = 0;

static void lookAtEnd() {
  if (ReturnedIn != getpid())
    return;
  doAll(When::AfterStatics);
  threadsLeft();
  scrubStack();
  if (__lsan_do_recoverable_leak_check)
    __lsan_do_recoverable_leak_check();
}

[[gnu::noinline]] static void runNamed(const TruthProgram &Program) {
  try {
    Program.Run();
  } catch (...) {
  }
}

} // namespace truth

extern "C" {

[[gnu::weak]] const char *truth_const_char() { return truth::freshPath(); }
int truth_int() { return 3; }

int __real_pthread_mutex_lock(pthread_mutex_t *Mutex);
int __wrap_pthread_mutex_lock(pthread_mutex_t *Mutex) {
  truth::comeLate();
  return __real_pthread_mutex_lock(Mutex);
}
int __real_pthread_rwlock_rdlock(pthread_rwlock_t *Lock);
int __wrap_pthread_rwlock_rdlock(pthread_rwlock_t *Lock) {
  truth::comeLate();
  return __real_pthread_rwlock_rdlock(Lock);
}
int __real_pthread_rwlock_wrlock(pthread_rwlock_t *Lock);
int __wrap_pthread_rwlock_wrlock(pthread_rwlock_t *Lock) {
  truth::comeLate();
  return __real_pthread_rwlock_wrlock(Lock);
}

[[noreturn]] void __wrap__exit(int Status) {
  truth::leaveAtOnce("_exit");
  __real__exit(Status);
}
[[noreturn]] void __real__Exit(int Status);
[[noreturn]] void __wrap__Exit(int Status) {
  truth::leaveAtOnce("_Exit");
  __real__Exit(Status);
}
[[noreturn]] void __real_quick_exit(int Status);
[[noreturn]] void __wrap_quick_exit(int Status) {
  truth::leaveAtOnce("quick_exit");
  __real_quick_exit(Status);
}
}

// Before the program's own statics are made, so that this runs after they are
// gone.
[[gnu::constructor(101)]] static void watchTheEnd() {
  std::atexit(truth::lookAtEnd);
}

int main(int Count, char **Words) {
  const TruthProgram *Program = truth_programs;
  while (Program->Name &&
         (Count != 2 || std::strcmp(Program->Name, Words[1]) != 0))
    ++Program;
  if (!Program->Name)
    truth::giveUp("no function of that name");
  pthread_atfork(nullptr, [] { truth::HasForked = true; }, nullptr);
  pid_t Started = getpid();
  truth::thisThread();
  truth::runNamed(*Program);
  truth::scrubStack();
  if (getpid() == Started) {
    truth_after();
    truth::doAll(truth::When::AtOnce);
  }
  truth::ReturnedIn = getpid() == Started ? Started : 0;
  return 0;
}
