//===- Events.h - the verbs of the handle program -------------------------===//
//
// A closed vocabulary between Clang and the solver: whatever the solver can
// know of a program is one of these. Each event is documented with its text
// form (as printed by --dump-facts and read back) and the C++ that causes it.
//
// Driver, thread and lock functions are not special at the call: a call of
// sqlite3_finalize is a Call, and the program holds a *modelled* function of
// that symbol whose body is one Close event on its parameter. So function
// pointers, deleters and tables of functions need no rule of their own.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_EVENTS_H
#define CURSOR_TIDY_FACTS_EVENTS_H

#include "facts/Location.h"
#include "facts/Place.h"

#include <optional>
#include <variant>
#include <vector>

namespace cursor_tidy::facts {

/// Number of a block in its function. Block 0 is the entry.
using BlockId = uint32_t;
inline constexpr BlockId NoBlock = ~BlockId(0);

//--- Values move ------------------------------------------------------------//

/// `v0 = p1.*` : assignment, initialisation, also of whole objects without a
/// copy constructor of their own (every field is copied). Assigning the number
/// 0 to an object zeroes all of its fields (`T x{};`, memset).
struct Set {
  Place To;
  Value From;
  friend bool operator==(const Set &, const Set &) = default;
};

/// What Compute computes.
enum class Operator : uint8_t {
  Equal,     ///< `t0 = v0 == 5`
  NotEqual,  ///< `t0 = v0 != 5`
  Less,      ///< `t0 = v0 < 5`
  LessEqual, ///< `t0 = v0 <= 5`
  Not,       ///< `t0 = not v0`; Right is unused
  And,       ///< `t0 = v0 & 4`, bitwise
  Or,        ///< `t0 = v0 | 4`, bitwise
  Add,       ///< `t0 = v0 + 1`
  Subtract,  ///< `t0 = v0 - 1`
  HasBits,   ///< `t0 = v0 hasbits 32768`: 1 when Left is known to have all bits
             ///< of Right, else 0. Of a value that a caller will supply the
             ///< solver keeps both cases; of any other unknown it says 0.
  StartsWith, ///< `t0 = p1 startswith text "BEGIN"`: 1 when Left is a literal
              ///< that begins with Right, blanks and case aside, else 0; of a
              ///< value that a caller will supply both cases are kept
  HasOpenChildren, ///< `t0 = openchildren p0`: 1 when a handle derived from the
                   ///< one that Left points to is open; Right is unused
  OpenChild ///< `t0 = p0 openchild text "sqlite3/sqlite3_stmt"`: an open handle
            ///< of the kind Right derived from the one at Left, 0 when there is
            ///< none
};

/// A value computed from two others. Greater-than is Less with sides changed.
struct Compute {
  Place To;
  Operator Op = Operator::Equal;
  Value Left, Right;
  friend bool operator==(const Compute &, const Compute &) = default;
};

/// `make v0 "class"` : an object of a class comes to life at a place, before
/// its constructor runs (`Wrapper w;`, a closure, a temporary). Gives the
/// object its dynamic class, for calls of closures and virtual methods. Its
/// fields hold nothing known yet.
struct Make {
  Place Object;
  Name Class;
  friend bool operator==(const Make &, const Make &) = default;
};

/// `v0 = allocate "class"` : a fresh object outside every variable, and its
/// non-null address (`new T`, `malloc`, what a driver returns). The class may
/// be empty.
struct Allocate {
  Place To;
  Name Class;
  friend bool operator==(const Allocate &, const Allocate &) = default;
};

/// `free v0` : the memory behind a pointer is given back, without any
/// destructor (`delete p` after the destructor's call, `free(p)`). Of a handle
/// that wants another function this is the wrong closer: it leaves it unclosed.
struct Free {
  Value Object;
  friend bool operator==(const Free &, const Free &) = default;
};

/// `end v0` : a local's life ends, after its destructor if it has one.
struct End {
  Place Object;
  friend bool operator==(const End &, const End &) = default;
};

/// `t0 = iterate v0 cursor t1` : 1 when a loop over the container v0 has
/// another turn. The cursor is a place of the loop's own, set to 0 before it;
/// the first turn is decided by whether the container is known to be empty or
/// not (its field `size`, 0 or not), later turns are open.
struct Iterate {
  Place To, Container, Cursor;
  friend bool operator==(const Iterate &, const Iterate &) = default;
};

/// `t0 = call "symbol" (v0, 5) this &v2 unwind b7` : a call of a known
/// function, or with a place in place of the symbol, of what that place holds:
/// a function pointer, a closure, a std::function, a bound callable.
/// Constructors and destructors are calls too; the extractor makes bodies for
/// implicit ones.
struct Call {
  Place To;     ///< what the call returns goes here; `_` when discarded
  Value Callee; ///< Function, or Load of a callable
  std::vector<Value> Arguments; ///< an object by value is Load of its place
  std::optional<Value> This;    ///< the object's address, for methods
  BlockId Unwind = NoBlock; ///< where a throw goes: destructors, then a handler
                            ///< or `throw`; NoBlock lets it pass through
  bool Virtual = false;     ///< dispatched on the object's dynamic class
  friend bool operator==(const Call &, const Call &) = default;
};

//--- Handles ----------------------------------------------------------------//

/// A level or a sharing word that code declares for one handle, more special
/// than the default of its kind.
struct Declared {
  int8_t Level = -1; ///< 0 to 3, or -1 when only the word changes
  Name Word;         ///< `shared`, `read-shared`, `serial`, `pinned`, or empty
  Name By;           ///< what declares it: `SQLITE_OPEN_NOMUTEX`
  friend bool operator==(const Declared &, const Declared &) = default;
};

/// `open "sqlite3/sqlite3_stmt" p3.* from p0` : from here on the object that
/// the value points to is an open handle. A driver that returns a pointer has
/// an Allocate before it; a handle object (`MYSQL m; mysql_init(&m)`,
/// `pqxx::connection c`) is opened in place.
struct Open {
  Name Kind;                  ///< key of a HandleKind
  Value Handle;               ///< pointer to the handle
  std::vector<Value> Parents; ///< handles that it derives from
  std::optional<Declared> By; ///< text `level 1 by "SQLITE_OPEN_NOMUTEX"`
  /// Text `borrowed`: nobody has to close it (a view that the driver owns).
  bool Borrowed = false;
  friend bool operator==(const Open &, const Open &) = default;
};

/// What the close of a parent does to the handles derived from it. A close that
/// refuses is a branch on HasOpenChildren in the modelled function.
enum class ChildRule : uint8_t {
  Defers,    ///< the parent stays until its last child is closed
  Detaches,  ///< they stay open, still to be closed, no longer to be used
  Ends,      ///< they are closed with it; closing them again is a fault
  KeptAlive, ///< they stay usable and keep the parent alive
  Dangles    ///< they stay open but any access, close included, is a fault
};

/// `close p0 children ends` : the handle is closed. On null nothing happens
/// when NullSafe; else it is a fault that we do not report.
struct Close {
  Name Kind; ///< kind that the function closes; empty when any
  Value Handle;
  ChildRule Children = ChildRule::Defers;
  /// Text `retained`: the handle is of no more use, but its object must still
  /// be closed by another function (`con->close()` before `delete con`).
  bool Retained = false;
  friend bool operator==(const Close &, const Close &) = default;
};

/// `access "sqlite3/sqlite3_stmt" p0` : a call into the driver through a
/// handle.
struct Access {
  Name Kind;
  Value Handle;
  bool ReadOnly = false; ///< text `readonly`; matters for `read-shared`
  /// Text `local`: of the handle's own memory alone (a field of a public
  /// structure is read), which a second process has a copy of.
  bool IsLocal = false;
  friend bool operator==(const Access &, const Access &) = default;
};

/// `result = borrow p0 until "row"` : a pointer into memory that a handle owns;
/// it dies at the handle's close and at an Invalidate of its group.
/// `sqlite3_column_text(st, 0)`.
struct Borrow {
  Place To;
  Value Owner;
  Name Until; ///< group of calls that end it; empty: only the close
  friend bool operator==(const Borrow &, const Borrow &) = default;
};

/// `invalidate p0 "row"` : pointers of the group borrowed from the handle die
/// (`sqlite3_step(st)`). With `children` after it, of handles derived from it.
struct Invalidate {
  Value Owner;
  Name Group;
  bool Children = false;
  friend bool operator==(const Invalidate &, const Invalidate &) = default;
};

/// `endchildren p0 ends` : what was derived from the handle meets this rule
/// while the handle itself stays open (`SQLDisconnect` ends the statements of a
/// connection that can be connected again). With `keptalive` they derive from
/// it no longer. With a kind, `endchildren p0 ends
/// "odbc/SQLHSTMT"`, only children of that kind.
struct EndChildren {
  Value Parent;
  ChildRule Rule = ChildRule::Ends;
  Name Kind; ///< empty: of any kind
  friend bool operator==(const EndChildren &, const EndChildren &) = default;
};

/// `protocol p0 begins "reply"` : a step of a protocol of several calls on the
/// handle (`PQsendQuery`, then `PQgetResult` until it gives null). Who locks
/// must hold the lock from the first step to the last.
struct Protocol {
  enum class Phase : uint8_t { Begins, Proceeds, Ends };
  Value Handle;
  Phase Is = Phase::Begins;
  Name Group; ///< which protocol, when a handle has several
  friend bool operator==(const Protocol &, const Protocol &) = default;
};

/// `result = parent p0 "sqlite3/sqlite3"` : the handle of that kind that p0
/// derives from (`sqlite3_db_handle(st)`), null or unknown when not known.
struct Parent {
  Place To;
  Value Handle;
  Name Kind;
  friend bool operator==(const Parent &, const Parent &) = default;
};

/// `escape p1` : the value and all that it reaches goes where nobody looks:
/// kept or closed by code that is not seen. Silences what would be a guess.
struct Escape {
  Value What;
  friend bool operator==(const Escape &, const Escape &) = default;
};

/// `configure "sqlite3" level 0 by "SQLITE_CONFIG_SINGLETHREAD"` : a call that
/// sets the level of a driver for the process.
struct Configure {
  Name Driver;
  Declared By;
  friend bool operator==(const Configure &, const Configure &) = default;
};

/// `configure p0 level 1 word "serial" by "DB->open without DB_THREAD"` : a
/// call that sets the level of a handle after it was opened.
struct ConfigureHandle {
  Value Handle;
  Declared By;
  friend bool operator==(const ConfigureHandle &,
                         const ConfigureHandle &) = default;
};

//--- Threads and locks ------------------------------------------------------//

/// `spawn p0.* p2 (p3) this p4` : a thread starts to run a callable. The
/// thread's identity is stored at To (a pthread_t, a field of a std::thread).
struct Spawn {
  Place To;
  Value Entry; ///< function or callable object
  std::vector<Value> Arguments;
  std::optional<Value> This; ///< object of a method entry
  bool Many = false; ///< text `many`: one call starts several threads of this
                     ///< entry (`#pragma omp parallel`, `parallel_for`)
  bool Blocking = false; ///< text `blocking`: the caller waits for their end
  friend bool operator==(const Spawn &, const Spawn &) = default;
};

/// `join p0` : waits for the end of the thread whose identity the value holds,
/// or of every thread in the container that it holds.
struct Join {
  Value Thread;
  friend bool operator==(const Join &, const Join &) = default;
};

/// `detach p0` : nobody will join this thread.
struct Detach {
  Value Thread;
  friend bool operator==(const Detach &, const Detach &) = default;
};

/// `cancel p0` : the thread may end at its next cancellation point.
struct Cancel {
  Value Thread;
  friend bool operator==(const Cancel &, const Cancel &) = default;
};

/// `shield` / `unshield` : from here on the running thread loses nothing when
/// it is cancelled, since it cannot be or has a handler that cleans up; and the
/// end of that.
struct Shield {
  bool Ends = false;
  friend bool operator==(const Shield &, const Shield &) = default;
};

/// `lock p0` or `lock shared p0` : the mutex that the value points to is held
/// from here on. A try-lock is a modelled function of two cases.
struct Lock {
  Value Mutex;
  bool Shared = false;
  friend bool operator==(const Lock &, const Lock &) = default;
};

/// `unlock p0` : the mutex is no longer held.
struct Unlock {
  Value Mutex;
  friend bool operator==(const Unlock &, const Unlock &) = default;
};

/// `signal p0` : hands over to a thread that awaits the same object
/// (`cv.notify_one()`, `promise.set_value()`, a queue's push).
struct Signal {
  Value Object;
  friend bool operator==(const Signal &, const Signal &) = default;
};

/// `await p0` : goes on only after a Signal on the same object.
struct Await {
  Value Object;
  friend bool operator==(const Await &, const Await &) = default;
};

//--- Processes --------------------------------------------------------------//

/// How a second process comes to be.
enum class ForkKind : uint8_t {
  Fork,  ///< both go on: 0 in the child, positive in the parent, negative on
         ///< failure
  Vfork, ///< the child borrows the parent's memory
  Daemon ///< only the child goes on
};

/// `result = fork` / `fork vfork` / `fork daemon`.
struct Fork {
  Place To;
  ForkKind Kind = ForkKind::Fork;
  friend bool operator==(const Fork &, const Fork &) = default;
};

/// How the process, or the stack up to main, ends without a return.
enum class EndKind : uint8_t {
  Exit,      ///< runs atexit handlers and destructors of statics, not of locals
  QuickExit, ///< `quick_exit`: runs neither
  Immediate, ///< `_exit`: runs nothing
  Abort,     ///< `abort`, `terminate`
  Exec,      ///< another program replaces this one
  LongJump,  ///< `longjmp`: leaves this function and its callers
  Thread,    ///< `pthread_exit`: only this thread ends
  Cancelled ///< a cancellation point, and another thread has cancelled this one
};

/// `leave exit` / `leave immediate` ... : control does not come back.
struct Leave {
  EndKind Kind = EndKind::Exit;
  friend bool operator==(const Leave &, const Leave &) = default;
};

/// `atexit p0` : a function that Exit will run.
struct AtExit {
  Value Function;
  friend bool operator==(const AtExit &, const AtExit &) = default;
};

/// `atfork p2` : a function that every child of a fork will run first.
struct AtFork {
  Value Function;
  friend bool operator==(const AtFork &, const AtFork &) = default;
};

/// `resetchild p0` : the driver's own after-fork call on an inherited handle
/// (`mongoc_client_reset`); it is the child's from here on.
struct ResetAfterFork {
  Value Handle;
  friend bool operator==(const ResetAfterFork &,
                         const ResetAfterFork &) = default;
};

//--- Text that could be added -----------------------------------------------//

/// `spot "" " " @12:5` : here the source has room for one more statement, with
/// these two texts around it. Where it would need braces the second location
/// has their end: `spot " { " " " @12:5 " }" @12:15`. What follows leaves a
/// scope. Does nothing; a fix is written there.
struct Spot {
  Location Into; ///< what the text replaces: nothing, or blanks
  Name Before, After;
  Location EndAt; ///< valid when a second text is needed
  Name End;
  friend bool operator==(const Spot &, const Spot &) = default;
};

using Action =
    std::variant<Set, Compute, Make, Allocate, Free, End, Iterate, Call, Open,
                 Close, Access, Borrow, Invalidate, EndChildren, Protocol,
                 Parent, Escape, Configure, ConfigureHandle, Spawn, Join,
                 Detach, Cancel, Shield, Lock, Unlock, Signal, Await, Fork,
                 Leave, AtExit, AtFork, ResetAfterFork, Spot>;

/// One event at one place of the source. Events of modelled functions have no
/// location: the solver gives them that of the call.
struct Event {
  Action What;
  Location At;
  friend bool operator==(const Event &, const Event &) = default;
};

//--- Where control goes at the end of a block -------------------------------//

/// `jump b3`
struct Jump {
  BlockId To = NoBlock;
  friend bool operator==(const Jump &, const Jump &) = default;
};

/// `branch t0 b1 b2 "rc != SQLITE_OK"` : non-zero goes to Then. The text is the
/// condition as the source has it, for the notes of a finding.
struct Branch {
  Value Condition;
  BlockId Then = NoBlock, Else = NoBlock;
  Name Text;
  friend bool operator==(const Branch &, const Branch &) = default;
};

/// `switch v0 { 0: b1, 1..4: b2 } b3`
struct Switch {
  struct Case {
    int64_t Low = 0, High = 0;
    BlockId To = NoBlock;
    friend bool operator==(const Case &, const Case &) = default;
  };
  Value On;
  std::vector<Case> Cases;
  BlockId Default = NoBlock;
  Name Text;
  friend bool operator==(const Switch &, const Switch &) = default;
};

/// `choose b1 b2` : any of them, nobody knows which (outcomes of a modelled
/// function).
struct Choose {
  std::vector<BlockId> To;
  friend bool operator==(const Choose &, const Choose &) = default;
};

/// `return` : the value, if any, has been stored at `result`.
struct Return {
  friend bool operator==(const Return &, const Return &) = default;
};

/// `throw b5` goes to a landing block of this function; `throw` leaves it.
struct Throw {
  BlockId To = NoBlock;
  friend bool operator==(const Throw &, const Throw &) = default;
};

/// `unreachable` : after a call that does not come back.
struct Unreachable {
  friend bool operator==(const Unreachable &, const Unreachable &) = default;
};

using Terminator =
    std::variant<Jump, Branch, Switch, Choose, Return, Throw, Unreachable>;

} // namespace cursor_tidy::facts

#endif
