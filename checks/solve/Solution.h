//===- Solution.h - what the solver knows, as values
//------------------------===//
//
// The result of solving a handle program: four lists of faults with the path
// that leads to each, and counters. The checks turn them into findings; nothing
// here is a sentence, and nothing here knows Clang or a model.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_SOLUTION_H
#define CURSOR_TIDY_SOLVE_SOLUTION_H

#include "facts/Program.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cursor_tidy::solve {

/// What happens at one step of the path that a finding tells.
enum class StepKind : uint8_t {
  Opened,       ///< `sqlite3_open(f, &db)`; Text: the function called
  Reopened,     ///< opened again while it was open
  BranchTaken,  ///< Text: the condition; Flag: taken as true
  CaseTaken,    ///< Text: the switch's condition
  Called,       ///< into a function of the program; Text: its name
  CallFailed,   ///< the call whose failure leads to the way out; Text: its name
  Captured,     ///< by a lambda that runs on another thread
  Passed,       ///< to another thread's entry as an argument
  Spawned,      ///< a thread starts; Text: its entry
  Accessed,     ///< Text: the driver's function
  Closed,       ///< Text: the driver's function
  ParentClosed, ///< the handle that it derives from; Text: the function
  Borrowed,     ///< a pointer into the handle is taken; Text: the function
  Invalidated,  ///< and dies; Text: the function
  Used,         ///< and is used after it
  Locked,       ///< under a lock; Text: the mutex
  Forked,       ///< Text: the function
  Overwritten,  ///< Text: the variable
  Dropped,      ///< by what held it; Text: the library's function
  ScopeEnds,    ///< Text: the variable
  Returned,     ///< leaves by return
  Looped,       ///< goes round a loop that has no way out
  Cancelled,    ///< may be cancelled; Text: in which function
  Thrown,       ///< leaves by an exception; Text: what throws
  Left          ///< leaves the process or the thread; Text: the function
};

struct PathStep {
  StepKind Kind = StepKind::Opened;
  facts::Name Text;
  bool Flag = false; ///< of an access: the other thread is not joined before it
  facts::Location At;
  uint8_t Thread = 0; ///< where a path tells of two threads: 1 or 2
  /// Of an access by one of two threads: the locks that it holds, which may be
  /// none (empty).
  std::optional<facts::Name> Under = {};
  friend auto operator<=>(const PathStep &, const PathStep &) = default;
};

/// The handle that a fault is about.
struct HandleRef {
  facts::Name Variable; ///< as the reader knows it: `db`, `stmt_`, `conn->pg`;
                        ///< empty for a value that was never named
  facts::Name Kind;     ///< key of its HandleKind
  facts::Location Opened; ///< invalid when opened by code that is not seen
  int8_t Level = -1;      ///< after flags, calls, macros and the user's word
  facts::Word Sharing = facts::Word::Serial; ///< likewise
  facts::Name DeclaredBy;                    ///< what declares the level
};

/// One statement that settles a fault, and where there is room for it.
struct Mending {
  facts::Spot Where;
  facts::Name Statement; ///< `sqlite3_finalize(stmt);`
  friend bool operator==(const Mending &, const Mending &) = default;
};

/// How an open handle is lost; each with the C++ that does it.
enum class WayOut : uint8_t {
  Return,       ///< `return rc;` with the statement open
  ScopeEnd,     ///< `}` of the block that holds the only pointer
  Overwritten,  ///< `res = PQexec(c, b);` while `res` is open
  Dropped,      ///< `all.clear()`, where `all` held the only pointer
  Discarded,    ///< `PQexec(c, sql);`
  LoopTurn,     ///< opened in every turn, closed once after the loop
  Thrown,       ///< `throw` or a callee that throws
  Member,       ///< a member that no method closes
  NeverDeleted, ///< `new Wrapper` and no delete
  WrongCloser,  ///< `free(res)`
  Refused,      ///< `sqlite3_close(db)` with a live statement, result unread
  ThreadEnded,  ///< `pthread_exit`
  Cancelled,    ///< `pthread_cancel` of the thread that holds it
  Forever,      ///< `for (;;)` in the thread that holds it, which is detached
  ProcessLeft   ///< `_exit`, `quick_exit`, `longjmp`
};

/// cursor-unclosed
struct Lost {
  HandleRef Handle;
  WayOut How = WayOut::Return;
  facts::Name Function;   ///< in whose body the way out is; readable name
  facts::Location At;     ///< the finding's place: where it was opened
  facts::Location LeftAt; ///< the way out
  bool InLoop = false;    ///< opened in a loop: a server limit is near
  facts::Name Closer;     ///< for WrongCloser: the function that was called
  std::vector<PathStep> Path;
  std::optional<Mending> Fix; ///< when there is one, and no other way out
};

/// How a closed handle is used.
enum class StaleKind : uint8_t {
  Access,           ///< `sqlite3_step(st)` after `sqlite3_finalize(st)`
  DoubleClose,      ///< `PQclear(r); PQclear(r);`
  AfterParent,      ///< the connection was closed, which ends or strands it
  CloseAfterParent, ///< likewise, and the use is a close
  Borrowed          ///< a pointer into the handle outlived what ended it
};

/// cursor-use-after-close
struct Stale {
  HandleRef Handle;
  StaleKind How = StaleKind::Access;
  HandleRef ClosedParent; ///< for AfterParent and CloseAfterParent
  facts::Name Function;
  facts::Location At;       ///< the use
  facts::Location ClosedAt; ///< what ended it
  std::vector<PathStep> Path;
};

/// Why nothing keeps two accesses apart.
enum class SharedKind : uint8_t {
  NoLock,         ///< neither or only one side holds a lock
  DifferentLocks, ///< both hold one, but not the same
  ReaderLocks,    ///< the same one, shared on both sides
  Affinity,       ///< off the only thread that may touch it
  SplitRegion     ///< the same one, let go between two steps of a protocol
};

/// cursor-thread-share
struct Shared {
  HandleRef Resource; ///< what the level says may not be shared
  HandleRef Handle;   ///< what is accessed: the resource or derived from it
  SharedKind How = SharedKind::NoLock;
  bool SelfParallel = false; ///< one spawn site, several threads
  bool IsDriver = false;     ///< level 0: the resource is the whole driver
  facts::Name Function;
  facts::Location At;         ///< the access on the other thread
  facts::Location Other;      ///< the access that it meets
  facts::Name Begins, GoesOn; ///< for SplitRegion: the functions of two steps
  std::vector<PathStep> Path;
};

/// cursor-fork-share
struct Crossed {
  HandleRef Handle;
  bool Closes = false; ///< the access is a close or a closing destructor
  bool AtExit = false; ///< run by `exit` or by the return from main
  bool Daemon = false;
  facts::Name Function;
  facts::Location At; ///< the access in the child
  facts::Location ForkAt;
  std::vector<PathStep> Path;
};

/// How far the analysis went; part of the JSON, so that nothing is cut
/// silently.
struct Counters {
  uint64_t Functions = 0; ///< with a body
  uint64_t StatesMerged = 0;
  uint64_t StatesDropped = 0; ///< at the bound on states per point
  uint64_t FunctionsCut = 0;  ///< functions whose analysis was cut short
};

/// A function that was too much to be followed to its end: nothing is told of
/// it, and callers take it as not seen.
struct Cut {
  facts::Name Function; ///< readable name
  facts::Location At;
  friend auto operator<=>(const Cut &, const Cut &) = default;
};

struct Solution {
  std::map<facts::Name, facts::HandleKind> Kinds; ///< by key
  std::vector<Lost> Unclosed;
  std::vector<Stale> UsedAfterClose;
  std::vector<Shared> ThreadShared;
  std::vector<Crossed> ForkShared;
  std::vector<Cut> CutShort;
  Counters Count;
};

} // namespace cursor_tidy::solve

#endif
