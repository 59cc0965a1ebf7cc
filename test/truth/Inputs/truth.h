// What a run of a truth program is watched with: a register of the handles that
// are open, asked at each call of the driver. Inputs/DRIVER.cpp wraps the
// driver's functions (the linker's --wrap) and tells here what they open, use
// and close.
#ifndef TRUTH_H
#define TRUTH_H

#include <cstddef>
#include <cstdint>

namespace truth {

// The checks by their names, as the report of a run speaks of them.
constexpr const char *Unclosed = "cursor-unclosed";
constexpr const char *UseAfterClose = "cursor-use-after-close";
constexpr const char *ThreadShare = "cursor-thread-share";
constexpr const char *ForkShare = "cursor-fork-share";

/// Writes `truth: CHECK: ...` to standard error.
[[gnu::format(printf, 2, 3)]] void say(const char *Check, const char *Format,
                                       ...);

/// An address in a form in which LeakSanitizer does not take it for a pointer:
/// what only the register knows is lost.
inline std::uintptr_t hidden(const void *Address) {
  return ~reinterpret_cast<std::uintptr_t>(Address);
}

enum class Affinity { None, Thread };

/// `Parent` is given where the driver minds that it is closed first.
void opened(const char *Kind, const void *Handle, Affinity Of = Affinity::None,
            const void *Parent = nullptr);
void closed(const void *Handle);

/// A call gets this handle. Says so if its memory is freed, or it or its parent
/// was closed (and ends the process, since the driver would crash or worse), if
/// another process opened it, or if it is tied to another thread.
enum class Across { Forbidden, Allowed };
void inspect(const char *Call, const void *Handle,
             Across Fork = Across::Forbidden);

/// A call of the process that has forked finds its session gone.
void lost(const char *Message);

enum class Access { Reads, Writes };

/// The call is one more access to what must not be shared: for ThreadSanitizer,
/// that of a plain variable which the resource has. Whatever orders such
/// accesses (a join, a lock, a condition variable) ThreadSanitizer knows by
/// itself.
void touch(const void *Resource, Access How);

/// A copy of memory that the driver lends, which lives until `revoke` of its
/// owner: so AddressSanitizer sees a use of it after that, also where the
/// driver only overwrites.
void *lend(const void *Owner, const void *Data, std::size_t Size);
void revoke(const void *Owner);

/// Calls `Do` for each handle of that kind which this process has opened and
/// not closed.
void forEachOpen(const char *Kind, void (*Do)(void *Handle, bool OfFixture));

/// What the fixture itself opens is not counted as the program's.
struct Fixture {
  Fixture();
  ~Fixture();
};

/// While it lives, ThreadSanitizer ignores what this thread does: the insides
/// of a driver order nothing for its user.
struct Inside {
  Inside();
  ~Inside();
};

/// What is done when the function has returned: at once, or after all statics
/// are gone, to say what is left open then.
enum class When { AtOnce, AfterStatics };
struct AtEnd {
  AtEnd(When, void (*Do)());
};

/// The folder of this run is the current one; a name in it that is not taken
/// yet.
const char *freshPath();

// What is no handle: the drivers' files overload it for theirs.
template <class T> void use(const char *, T) {}

} // namespace truth

/// A function of the driver, where its wrapper has more to do than `use`; it
/// calls
/// `__real_...` when it wants.
#define WRAP(Result, Name, Parameters)                                         \
  extern "C" Result __real_##Name Parameters;                                  \
  extern "C" Result __wrap_##Name Parameters

/// A function of the driver that opens and closes nothing: `use` for each
/// argument.
#define CALL(Result, Name, Parameters, Arguments)                              \
  extern "C" Result __real_##Name Parameters;                                  \
  extern "C" Result __wrap_##Name Parameters {                                 \
    useAll(#Name, USE Arguments);                                              \
    truth::Inside In;                                                          \
    return __real_##Name Arguments;                                            \
  }
#define USE(...) __VA_ARGS__

/// A function that moves an iterator: what it lent is gone.
#define MOVES(Name, Type)                                                      \
  WRAP(void, Name, (Type * Iterator)) {                                        \
    use(#Name, Iterator);                                                      \
    truth::Inside In;                                                          \
    truth::revoke(Iterator);                                                   \
    __real_##Name(Iterator);                                                   \
  }

#endif
