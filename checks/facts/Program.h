//===- Program.h - the handle program -------------------------------------===//
//
// What extraction gives and the solver takes: functions as blocks of events,
// classes, globals, and a copy of the facts about each kind of handle that is
// used, so that the solver needs no models. One Program per translation unit;
// linking joins several into one of the same type.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_PROGRAM_H
#define CURSOR_TIDY_FACTS_PROGRAM_H

#include "facts/Events.h"

#include <string>

namespace cursor_tidy::facts {

enum class Role : uint8_t { Environment, Connection, Cursor };

/// How a kind of handle may be shared; see docs/semantics.md.
enum class Word : uint8_t { Shared, ReadShared, Serial, Pinned };

/// What the solver and the findings must know about one kind of handle, copied
/// from its driver model.
struct HandleKind {
  Name Key;    ///< `sqlite3/sqlite3_stmt`, unique
  Name Driver; ///< `sqlite3`
  Name Title;  ///< the driver as people call it: `SQLite`
  Name Type;   ///< the type as people write it: `sqlite3_stmt`
  Role Is = Role::Connection;
  Word Sharing = Word::Serial;
  int8_t Level = 1;     ///< the driver's level, 0 to 3
  Name DeclaredBy;      ///< page or header that declares the level
  bool Assumed = false; ///< the level is an assumption, no document says it
  Name Closer;          ///< what closes it, for the remedy: `sqlite3_finalize`
  Name Limit;           ///< what leaking it in a loop runs into, or empty
  /// What comes of a use and of a close in the child of a fork, as a clause:
  /// `which ends the parent's session`; or empty.
  Name UsedInChild, ClosedInChild;
  bool CloseIsLocal =
      false; ///< closing touches neither server nor shared files
  bool BoundToProcess = false; ///< bound to the process that opened it: an
                               ///< access after `daemon` is a fault too
  friend bool operator==(const HandleKind &, const HandleKind &) = default;
};

/// A parameter, local or global as its declaration says.
struct Variable {
  Name Text;  ///< its name, or empty
  Name Type;  ///< its type as written, for messages
  Name Class; ///< symbol of the class of an object held by value, or empty
  bool IsReference = false;
  bool IsPointer = false; ///< pointer (not reference)
  /// The pointee cannot be changed through it (`const T *`, `const T &`), or it
  /// is no pointer at all: a function that is not seen keeps and closes nothing
  /// through it.
  bool IsBorrow = false;
  bool IsThreadLocal = false;
  Name
      Handle; ///< key of the HandleKind that the variable is, or points to once
  Location At;
  friend bool operator==(const Variable &, const Variable &) = default;
};

struct Block {
  std::vector<Event> Events;
  Terminator End = Unreachable{};
  Location EndAt; ///< of the terminator: the condition, the return, the throw
  friend bool operator==(const Block &, const Block &) = default;
};

/// How much of a function's behaviour is known.
enum class BodyKind : uint8_t {
  Unseen,  ///< declared only
  Defined, ///< from source
  Modelled ///< from a model; events carry no locations
};

/// How the source would close a handle of that kind that a place holds:
/// `closing v0 "sqlite3/sqlite3_stmt" "sqlite3_finalize(stmt);"`.
struct Closing {
  Place Of;
  Name Kind; ///< the handle that the statement closes
  Name Statement;
  friend bool operator==(const Closing &, const Closing &) = default;
};

struct Function {
  Name Symbol; ///< USR; of internal linkage, made unique by the unit
  Name Text;   ///< qualified name for people: `Pool::acquire`
  BodyKind Body = BodyKind::Unseen;
  bool IsNoReturn = false;
  bool IsVirtual = false;
  bool IsConstructor = false;
  bool IsDestructor = false;
  bool IsStatic = false;   ///< a method without `this`
  bool IsVisible = true;   ///< may be called by code that is not seen: external
                           ///< linkage, and not a private method or a lambda
  bool IsImplicit = false; ///< made by the compiler, not written
  bool MayThrow = false;   ///< of a body that nobody reads: C++, not `noexcept`
  Name Class;              ///< symbol of the class of a method, or empty
  std::vector<Name> Overrides; ///< symbols of the methods that it overrides
  std::vector<Variable> Params;
  Name ResultHandle; ///< key of the HandleKind that it returns, or empty
  std::vector<Variable> Locals;
  uint32_t Temps = 0;            ///< number of temporaries
  std::vector<Closing> Closings; ///< what may be written at its spots
  std::vector<Block> Blocks;     ///< empty when Unseen
  Location At;                   ///< of its name
  friend bool operator==(const Function &, const Function &) = default;
};

/// A class whose objects matter: it holds handles, locks, threads or objects of
/// such classes, or it is a closure.
struct Class {
  struct Field {
    Variable Is;
    friend bool operator==(const Field &, const Field &) = default;
  };
  Name Symbol;
  Name Text;
  std::vector<Name> Bases; ///< symbols
  std::vector<Field> Fields;
  std::vector<Name> Methods; ///< symbols of all methods, constructors too
  Name Destructor;           ///< symbol, or empty when trivial
  Name CallOperator;         ///< symbol of `operator()` when there is one
  bool IsClosure = false;
  Location At;
  friend bool operator==(const Class &, const Class &) = default;
};

/// A variable of static storage, function-local statics included.
struct Global {
  Name Symbol;
  Variable Is;
  Name Destructor;     ///< symbol of the destructor that Exit runs, or empty
  bool IsZero = false; ///< holds nothing but zeros until somebody writes
  friend bool operator==(const Global &, const Global &) = default;
};

/// A level that the build or the code declares for a whole driver: a macro, a
/// `threadsafety` constant.
struct LevelDeclaration {
  Name Driver;
  Declared Is;
  Location At;
  friend bool operator==(const LevelDeclaration &,
                         const LevelDeclaration &) = default;
};

/// The handle program of one translation unit, or of many linked ones.
struct Program {
  std::vector<Name> Units; ///< main files, canonical
  std::vector<HandleKind> Kinds;
  std::vector<LevelDeclaration> Levels;
  std::vector<Class> Classes;
  std::vector<Global> Globals;
  std::vector<Function> Functions;
  friend bool operator==(const Program &, const Program &) = default;
};

} // namespace cursor_tidy::facts

#endif
