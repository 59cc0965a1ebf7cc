//===- Models.h - what is known of drivers, threads and libraries
//-----------===//
//
// The models of all files together, and their lookup by qualified name. No
// Clang here: extraction asks with the names that it reads off declarations.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_MODEL_MODELS_H
#define CURSOR_TIDY_MODEL_MODELS_H

#include "model/Model.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cursor_tidy::model {

/// All models; cheap to ask, never changed after loading.
class Models {
public:
  /// The models embedded at build time, and further files. A later file adds to
  /// a driver of the same name and replaces functions of the same name. The
  /// error names the file, the line, what was found and what was expected.
  /// What a configuration says of the project's own functions comes last.
  static llvm::Expected<Models> load(const std::vector<std::string> &Files = {},
                                     std::vector<ModelFile> Own = {});

  /// Of the embedded models those that may say something of a unit that knows
  /// these words and no others.
  static Models loadFor(llvm::function_ref<bool(llvm::StringRef)> Knows);

  /// The model of one text, without the embedded ones; \p File is for errors.
  static llvm::Expected<Models> read(std::string_view Text,
                                     std::string_view File);

  /// These models and those of further texts.
  llvm::Expected<Models> with(const std::vector<std::string> &Texts) const;

  Models() = default;
  Models(Models &&) = default;
  Models &operator=(Models &&) = default;
  Models(const Models &) = delete;
  Models &operator=(const Models &) = delete;

  /// The modelled function of this qualified name (template arguments and
  /// inline namespaces left out: `std::unique_ptr::release`,
  /// `std::thread::~thread`, `std::mutex::mutex`) with this many parameters;
  /// null when it has none.
  ///
  /// \p Types tells overloads of one arity apart. One word per parameter:
  /// the qualified name of a class or enum (references looked through), `*` for
  /// a pointer, `nullptr` for `std::nullptr_t`, `int` for an integer or `bool`;
  /// ` &&` is added for an rvalue reference: `std::unique_ptr &&`. Before it
  /// stands, of a callable, the class that it takes first: `(std::stop_token)`.
  /// A word may be left empty when none of these fits.
  const Function *function(std::string_view QualifiedName, unsigned Parameters,
                           std::span<const std::string> Types = {}) const;

  /// The modelled function behind a function-pointer field of a record,
  /// `session->open_cursor(...)`; its first parameter is the object again.
  const Function *field(std::string_view Record, std::string_view Field) const;

  /// The handle whose type is spelled so (typedef or tag or qualified class
  /// name without template arguments).
  const Handle *handle(std::string_view TypeName) const;

  /// The handle of this key, `sqlite3/sqlite3_stmt`.
  const Handle *handleOf(facts::Name Key) const;

  /// The driver to whose own headers a file belongs, by the end of its path.
  const Driver *driverOfHeader(std::string_view Path) const;

  /// True when a driver or a library has this header, or names none: then its
  /// names mean the same wherever they are declared.
  bool isHeaderOf(std::string_view Library, std::string_view Path) const;

  /// True when a header's functions keep and close nothing of what they are
  /// given (`<cstdio>`, `<cstring>`, `<iostream>`), unless a model names them.
  bool isBorrowerHeader(std::string_view Path) const;

  /// The model of a class of this qualified name (a std::thread, a smart
  /// pointer, a lock guard); null when its bodies are read from source.
  const Class *modelledClass(std::string_view QualifiedName) const;

  /// True when the source of a library's function, or of the methods of a
  /// class, of this qualified name is read as the user's own is.
  bool isReadFromSource(std::string_view QualifiedName) const {
    return FromSource.contains(QualifiedName);
  }

  const std::deque<Driver> &drivers() const { return Drivers; }
  const std::deque<Function> &functions() const { return Functions; }
  const std::deque<Class> &classes() const { return Classes; }

private:
  llvm::Error add(std::string_view Text, std::string_view File);
  void add(ModelFile Read);
  void addLikes();
  void index();

  std::deque<Driver> Drivers;
  std::deque<Function> Functions;
  std::deque<Class> Classes;
  std::vector<std::string> Borrowers; ///< ends of paths
  llvm::StringSet<> FromSource;       ///< qualified names
  std::vector<Likeness> Likes;
  llvm::StringMap<std::vector<const Function *>> ByName;
  llvm::StringMap<const Handle *> ByType;
  llvm::StringMap<const Class *> ByClass;
  /// Ends of the paths of the headers of drivers and libraries that name some.
  llvm::StringMap<std::vector<std::string>> HeadersOf;
  std::unordered_map<facts::Name, const Handle *> ByKey;
};

} // namespace cursor_tidy::model

#endif
