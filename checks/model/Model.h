//===- Model.h - what is known of drivers and libraries, as values
//----------===//
//
// The content of the model files (checks/drivers, checks/threads,
// checks/library and what users add) after reading: plain data, nothing is
// looked up here. docs/models.md describes the file format; the declarative
// keys of a driver's functions have become bodies already, so that nobody
// downstream needs to know them.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_MODEL_MODEL_H
#define CURSOR_TIDY_MODEL_MODEL_H

#include "facts/Program.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace cursor_tidy::model {

/// How we know something, as the evidence of a model entry.
enum class Evidence : uint8_t {
  Documented, ///< official documentation, manual page, comment in the header
  Source,     ///< read in the library's source
  Header,     ///< a signature or type in the public header
  Run,        ///< seen in a run of our own
  Maintainer, ///< said by a maintainer
  Inferred,   ///< follows from the facts next to it
  Assumed     ///< nobody says so
};

struct Statement;
/// What a modelled function does, in order.
using Body = std::vector<Statement>;

/// One step of a modelled function.
struct Statement {
  enum class Kind : uint8_t {
    Line, ///< an event, or `return`, `throw`: `close p0 children ends`
    If,   ///< Branches: then, else. Text: `p2 hasbits 32768`, `p0`, `@destroy`
    Either, ///< Branches: alternatives, nobody knows which
    While   ///< Branches: the loop's body. Text: `t0 < this.*.size`
  };
  Kind What = Kind::Line;
  std::string Text; ///< the line, or the condition
  std::vector<Body> Branches;

  friend bool operator==(const Statement &, const Statement &) = default;
};

/// A function, method, constructor (`std::thread::thread`), destructor
/// (`std::thread::~thread`) or function-pointer field (`__wt_session::close`).
struct Function {
  std::string Name; ///< qualified, without template arguments
  unsigned MinParams = 0, MaxParams = ~0u; ///< `this` does not count
  /// Words for the types of the first parameters, each empty when any will do;
  /// see Models::function.
  std::vector<std::string> Types;
  Body Does;
  std::string Driver = {};  ///< that it belongs to, or empty
  std::string Library = {}; ///< that it belongs to, or empty
  bool IsNoReturn = false;
  /// May be called from any thread, also while another call runs.
  bool SafeFromAnyThread = false;
  std::string Source; ///< page or header, and the fact in our own words
  Evidence How = Evidence::Assumed;
};

/// What a method of a modelled class does that the model does not name.
enum class Otherwise : uint8_t {
  Nothing,  ///< keeps and closes nothing: `std::string::append`
  Escapes,  ///< its arguments and what the object holds go out of sight:
            ///< `std::vector::insert`
  Accesses, ///< a driver's class: they use its handle and those they are given
  Source    ///< its source is read like user code
};

/// A class whose bodies are not read from source.
struct Class {
  std::vector<std::string> Names; ///< `std::shared_ptr`, `std::__shared_ptr`
  Otherwise Rest = Otherwise::Nothing;
  /// The field in which an object keeps what it stands for: `<handle>` when it
  /// owns or shares a handle, `<status>` when it is a result that is 0 on
  /// success. Empty when the object is the handle itself, or none.
  std::string Holds = {};
  std::string Driver = {};  ///< that it belongs to, or empty
  std::string Library = {}; ///< that it belongs to, or empty
  /// A class whose objects have objects of this one as members, which use their
  /// owner's handle: `session.once`. Empty for most.
  std::string PartOf = {};
};

/// One library has what another one has, in a namespace of its own:
/// `boost::unique_lock` is what `std::unique_lock` is.
struct Likeness {
  std::string Library;  ///< whose functions and classes
  std::string From, To; ///< namespaces: `std`, `boost`
};

/// How a handle's type is written in C and C++.
enum class Spelling : uint8_t {
  Object,  ///< the type is the object: `sqlite3`, used as `sqlite3 *`
  Pointer, ///< the typedef is the pointer: `duckdb_connection`
  Sugar,   ///< only the typedef's name tells it from `void *` or an integer
  Address  ///< so too, and calls take its address: `isc_db_handle *`
};

/// One kind of handle of a driver.
struct Handle {
  facts::HandleKind Kind;         ///< with its key, level and closer
  std::vector<std::string> Types; ///< all spellings: typedefs, tags, classes
  Spelling Written = Spelling::Object;
  /// Its structure is public, and reading a field of it reads memory that its
  /// close gives back.
  bool HasPublicFields = false;
  std::string Source;
  Evidence How = Evidence::Assumed;
};

/// A macro of the build that sets a driver's level: `SQLITE_THREADSAFE=2`.
struct LevelMacro {
  std::string Macro;
  int64_t Value = 0;
  facts::Declared Is;
};

/// One database driver.
struct Driver {
  std::string Name;  ///< `sqlite3`
  std::string Title; ///< `SQLite`
  int8_t Level = 1;
  std::string DeclaredBy;           ///< the page that says the level
  std::string Source;               ///< what it says, in our own words
  std::vector<std::string> Headers; ///< ends of paths: `/sqlite3.h`
  std::vector<Handle> Handles;
  std::vector<LevelMacro> Macros;
};

/// What one model file says.
struct ModelFile {
  std::vector<Driver> Drivers; ///< one, or none in a library's file
  std::vector<Function> Functions;
  std::vector<Class> Classes;
  /// Ends of the paths of a library's headers, by its name; a driver's are its
  /// own.
  std::vector<std::pair<std::string, std::vector<std::string>>> Headers;
  std::vector<std::string> Borrowers;  ///< ends of header paths
  std::vector<std::string> FromSource; ///< functions and classes, qualified
  std::vector<Likeness> Likes;
};

} // namespace cursor_tidy::model

#endif
