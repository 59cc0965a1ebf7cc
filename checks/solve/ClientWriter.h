//===- ClientWriter.h - writes one client, call by call
//-----------------------===//
//
// The form of a client: its parameters are whatever the calls want, so that all
// of it belongs to whoever would call the client, and nothing of it can be
// lost. The object is one of them, or a local when its end is of interest.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_SOLVE_CLIENTWRITER_H
#define CURSOR_TIDY_SOLVE_CLIENTWRITER_H

#include "facts/Program.h"

#include <map>
#include <vector>

namespace cursor_tidy::solve {

/// A method as an object of a class has it: its own, or that of a base.
struct Member {
  const facts::Function *Method = nullptr;
  std::vector<facts::Step> ToBase; ///< from the object to the base's part
};

/// The field of an object that is its part of a base class.
facts::Step toBase(const facts::Class &Base);

class ClientWriter {
public:
  /// Named after what it will call.
  explicit ClientWriter(const std::vector<const facts::Function *> &Calls);

  /// A further parameter; the value is what it holds.
  facts::Value want(facts::Variable Parameter);
  /// A pointer to an object that nobody else has; it is made.
  facts::Value object(const facts::Class &Of);
  /// The address of a local object; it is made.
  facts::Value local(const facts::Class &Of);
  /// Calls a method on an object, or on a base of it.
  void call(const Member &Of, const facts::Value &Object,
            facts::Location At = {});
  /// Somebody takes what the last call returns.
  void takeResult();
  /// Stores a further parameter in a part of an object.
  void store(const facts::Value &Object, const std::vector<facts::Step> &Part);
  /// The end of the local object's life.
  void end(const facts::Value &Object, facts::Location At);
  /// Calls a function, or a method of some object, with some arguments given by
  /// their position and the others made up.
  void call(const facts::Function &Callee,
            const std::map<uint32_t, facts::Value> &Given);
  facts::Function finish() { return std::move(Client); }

private:
  facts::Call callOf(const facts::Function &Callee,
                     const std::map<uint32_t, facts::Value> &Given);
  void append(facts::Action What, facts::Location At = {});

  facts::Function Client;
};

} // namespace cursor_tidy::solve

#endif
