//===- ModelBodies.h - model function -> function of the handle program
//-----===//
//
// A model says what a function does in the text of the handle program; here it
// becomes a body for one concrete declaration, whose parameters extraction
// knows. No Clang: the Shape carries what a declaration tells.
//
// Beyond the text of events, a model's lines may use
//  - `arg1`     the value of argument 1: `p1.*` when parameter 1 is a
//  reference,
//               `p1.*.__ptr` when it is a std::reference_wrapper (so the
//               address that it wraps), else `p1`;
//  - `arg1...`  in an argument list: the values of all arguments from 1 on;
//  - `@deleter` as a callee or function: what destroys the pointee of an owner
//               (see Shape::Deleter);
//  - `@delete`  the function that deletes an object of the pointee's class, as
//               deleteFunction makes it (`delete p`); for shared_ptr's
//               constructor that is the pointee of its first argument;
//  - `@destroy` the destructor of the element type of a container, optional or
//               smart pointer. A line that calls it is dropped when the type
//               has none, and `if: "@destroy"` asks whether it has one.
//  - `@end`     the destructor of the class whose method it is;
//  - `@run`     any other name: the virtual method of that name of its own
//               class or of a parameter's;
//  - `~p1`, `~this`, `~result`  the handle behind an object of a driver's
//               class: its hidden field when the class holds one
//               (model::Class::Holds), else the object's address;
//  - `obj0`     the address of the object that argument 0 is, points to, or
//               stands for as a smart pointer;
//  - `accesses` an access through every handle of the driver among the
//               parameters (what driverDefault does);
//  - `bind P`   a bound callable at P, `bind` one in `result`: a closure that
//               calls argument 0 with the others (ModelBodiesBound.h);
//  - `spawn T E (...) under X`  a thread that holds X as a lock
//               (ModelBodiesSerial.h);
//  - `construct P` builds an object of the element type at the place P from
//               all arguments, by the constructor that the function chose;
//  - `construct P from Q` builds it from the element at Q, which a function
//               that takes its argument by `&&` moves, another one copies;
//  - `upcast P from Q` sets P to the pointer Q, as a pointer to the base class
//               that the object of the method points to, when Q's is derived;
//  - `return` and `throw`.
// A callable object that a model builds has its function in the field `target`.
//
// What extraction does for these bodies to be right:
//  - A modelled class's fields have the names that its model gives them
//  (`_ptr`,
//    `deleter`, `m`, `thread`, `target`, `size`); a step from a class into a
//    modelled base class adds no `<Base>` field, so that the parts of a library
//    class share one object.
//  - A parameter of reference type to a *function* holds the function itself
//  and
//    is declared with IsReference false.
//  - What a modelled function returns by value of a class is built in `result`.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_EXTRACT_MODELBODIES_H
#define CURSOR_TIDY_EXTRACT_MODELBODIES_H

#include "facts/Program.h"
#include "model/Models.h"

#include "llvm/Support/Error.h"

#include <map>
#include <optional>
#include <vector>

namespace cursor_tidy::extract {

/// What a callable parameter of a library function is, where it matters to a
/// thread's entry or a bound call.
enum class ParamForm : uint8_t {
  Plain,
  MemberPointer,    ///< `&C::run`: the next argument is the object
  ReferenceWrapper, ///< `std::ref(x)`: stands for the address that it wraps
  Output,           ///< address of a number or a text, which may be written
  SmartPointer,     ///< an object whose field `_ptr` is the pointer: as the
                    ///< object of a MemberPointer that is meant
  ObjectValue       ///< an object of a class (not a pointer), by value or by
                    ///< reference: as the object of a MemberPointer its
                    ///< address is meant
};

/// How an object comes to be that a library function builds.
struct Building {
  facts::Name Class;       ///< symbol, empty when it is no object of a class
  facts::Name Constructor; ///< symbol, empty when it only copies fields or when
                           ///< nothing is known of it
  std::vector<bool> ByReference; ///< which of its parameters are references
  bool IsCopy = false;           ///< from an object of its own class
};

/// One concrete declaration that a model speaks of.
struct Shape {
  facts::Name Symbol; ///< USR
  facts::Name Text;   ///< qualified name for people
  facts::Name Class;  ///< symbol of the class of a method, or empty
  std::vector<facts::Variable> Params; ///< without `this`
  /// By parameter; shorter means Plain from there on.
  std::vector<ParamForm> Forms;
  /// By parameter: of `std::placeholders::_2` 2, else 0; shorter means 0.
  std::vector<unsigned> Placeholders;
  /// By parameter: an address at which the function may leave a number or a
  /// pointer; shorter means no from there on.
  std::vector<bool> IsOut;
  /// By parameter, the hidden field that holds its handle or status, or empty;
  /// shorter means empty from there on.
  std::vector<facts::Name> Held;
  /// By parameter: key of the handle whose address it takes, or empty; shorter
  /// means empty from there on. Only of handles that every call takes so.
  std::vector<facts::Name> ByAddress;
  facts::Name ResultHandle;    ///< key of the handle that it returns, or empty
  facts::Name ResultHeld;      ///< hidden field of the object that it returns
  bool ReturnsAddress = false; ///< a pointer or reference to that object
  facts::Name ThisHandle;      ///< key of the handle that `this` is or holds
  facts::Name ThisHeld;        ///< hidden field of `this`
  bool IsConst = false;        ///< changes nothing of `this`
  bool IsCopy = false;         ///< constructor or assignment from `const T &`
  bool IsMove = false;         ///< constructor or assignment from `T &&`
  bool IsMethod = false;       ///< has a `this`
  bool IsConstructor = false;
  bool IsDestructor = false;
  bool IsVirtual = false;

  /// What `@deleter` stands for: the deleter of a std::unique_ptr<T, D>.
  ///  - D is a class with an operator(): Function with that symbol; the call
  ///    gets the address of the stored deleter as `this`;
  ///  - D is a function pointer or a std::function: not set, and the deleter is
  ///    called through the field `deleter` of the owner;
  ///  - D is std::default_delete: Function with the symbol of the
  ///    deleteFunction of T, and IsDefaultDelete set.
  std::optional<facts::Name> Deleter;
  bool IsDefaultDelete = false;
  /// What `@delete` stands for: symbol of a deleteFunction, or empty.
  facts::Name Delete;
  /// What `@destroy` stands for: symbol of a destructor, or empty.
  facts::Name Destroy;
  /// What `@end` stands for, or empty.
  facts::Name End;
  /// What `construct` runs.
  Building Element;
  /// What `construct ... from` runs.
  Building Again;
  /// The fields from what an argument points to into what the object points to.
  std::vector<facts::Name> Bases;
  /// How a thread gets its own copy of an argument, by parameter; shorter means
  /// that fields are copied.
  std::vector<Building> Kept;
  /// Virtual methods that lines name, as `@run`: their symbols.
  std::map<std::string, facts::Name> Methods;
};

/// The function of a handle program that a model describes, for one
/// declaration. A line that does not fit the declaration (a parameter that it
/// does not have) is an error in the model.
llvm::Expected<facts::Function> modelledFunction(const model::Function &Model,
                                                 const Shape &Shape);

/// A function that is declared in a driver's own header and that no model
/// names: an access through every handle that it takes, which keeps and closes
/// nothing. As every default it may write the numbers and texts whose address
/// it gets.
facts::Function driverDefault(const model::Driver &Driver, const Shape &Shape);

/// A method of a modelled class that its model does not name.
facts::Function classDefault(const model::Class &Class, const Shape &Shape);

/// A function that keeps and closes nothing (Models::isBorrowerHeader).
facts::Function borrowerDefault(const Shape &Shape);

/// `delete p` as a function of one parameter: the destructor, if the class has
/// one, then the memory. Its symbol is deleteSymbol of the class.
facts::Function deleteFunction(facts::Name Class, facts::Name Destructor,
                               bool IsVirtual);

/// What reading a field of a handle's own structure does.
facts::Function readFunction(facts::Name Symbol, facts::Name Kind);

/// `delete c:@S@Wrapper`. Of a type without a class symbol: of its spelling.
facts::Name deleteSymbol(facts::Name Class);

} // namespace cursor_tidy::extract

#endif
