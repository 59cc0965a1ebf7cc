//===- TextWords.h - the words of the text format -------------------------===//
//
// One table per enumeration, read by the printer and by the parser, so that the
// two cannot disagree on a word.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_TEXTWORDS_H
#define CURSOR_TIDY_FACTS_TEXTWORDS_H

#include "facts/Program.h"

#include <array>
#include <string_view>
#include <utility>

namespace cursor_tidy::facts::text {

template <typename Enum> using WordOf = std::pair<Enum, std::string_view>;

inline constexpr std::array<WordOf<Role>, 3> RoleWords{{
    {Role::Environment, "environment"},
    {Role::Connection, "connection"},
    {Role::Cursor, "cursor"},
}};

inline constexpr std::array<WordOf<Word>, 4> SharingWords{{
    {Word::Shared, "shared"},
    {Word::ReadShared, "read-shared"},
    {Word::Serial, "serial"},
    {Word::Pinned, "pinned"},
}};

inline constexpr std::array<WordOf<ChildRule>, 5> ChildRuleWords{{
    {ChildRule::Defers, "defers"},
    {ChildRule::Detaches, "detaches"},
    {ChildRule::Ends, "ends"},
    {ChildRule::KeptAlive, "keptalive"},
    {ChildRule::Dangles, "dangles"},
}};

inline constexpr std::array<WordOf<Protocol::Phase>, 3> PhaseWords{{
    {Protocol::Phase::Begins, "begins"},
    {Protocol::Phase::Proceeds, "proceeds"},
    {Protocol::Phase::Ends, "ends"},
}};

inline constexpr std::array<WordOf<ForkKind>, 3> ForkWords{{
    {ForkKind::Fork, "fork"},
    {ForkKind::Vfork, "vfork"},
    {ForkKind::Daemon, "daemon"},
}};

inline constexpr std::array<WordOf<EndKind>, 8> EndWords{{
    {EndKind::Exit, "exit"},
    {EndKind::QuickExit, "quickexit"},
    {EndKind::Immediate, "immediate"},
    {EndKind::Abort, "abort"},
    {EndKind::Exec, "exec"},
    {EndKind::LongJump, "longjump"},
    {EndKind::Thread, "thread"},
    {EndKind::Cancelled, "cancelled"},
}};

inline constexpr std::array<WordOf<BodyKind>, 3> BodyWords{{
    {BodyKind::Unseen, "declare"},
    {BodyKind::Defined, "define"},
    {BodyKind::Modelled, "model"},
}};

/// Operators between two values; `not` and `openchildren` stand before one.
inline constexpr std::array<WordOf<Operator>, 11> InfixWords{{
    {Operator::Equal, "=="},
    {Operator::NotEqual, "!="},
    {Operator::Less, "<"},
    {Operator::LessEqual, "<="},
    {Operator::And, "&"},
    {Operator::Or, "|"},
    {Operator::Add, "+"},
    {Operator::Subtract, "-"},
    {Operator::HasBits, "hasbits"},
    {Operator::StartsWith, "startswith"},
    {Operator::OpenChild, "openchild"},
}};

inline constexpr std::array<WordOf<Operator>, 2> PrefixWords{{
    {Operator::Not, "not"},
    {Operator::HasOpenChildren, "openchildren"},
}};

inline constexpr std::array<WordOf<Value::Kind>, 4> UnknownWords{{
    {Value::Kind::Unknown, "?"},
    {Value::Kind::NonZero, "?nonzero"},
    {Value::Kind::Positive, "?positive"},
    {Value::Kind::Negative, "?negative"},
}};

/// A word that stands for a boolean member when it is present.
template <typename Owner> struct FlagOf {
  std::string_view Word;
  bool Owner::*Member;
  bool Present; ///< the value that the word stands for
};

inline constexpr std::array<FlagOf<Variable>, 4> VariableFlags{{
    {"reference", &Variable::IsReference, true},
    {"pointer", &Variable::IsPointer, true},
    {"borrow", &Variable::IsBorrow, true},
    {"thread_local", &Variable::IsThreadLocal, true},
}};

inline constexpr std::array<FlagOf<Function>, 8> FunctionFlags{{
    {"noreturn", &Function::IsNoReturn, true},
    {"virtual", &Function::IsVirtual, true},
    {"constructor", &Function::IsConstructor, true},
    {"destructor", &Function::IsDestructor, true},
    {"static", &Function::IsStatic, true},
    {"hidden", &Function::IsVisible, false},
    {"implicit", &Function::IsImplicit, true},
    {"maythrow", &Function::MayThrow, true},
}};

inline constexpr std::array<FlagOf<HandleKind>, 3> KindFlags{{
    {"assumed", &HandleKind::Assumed, true},
    {"localclose", &HandleKind::CloseIsLocal, true},
    {"processbound", &HandleKind::BoundToProcess, true},
}};

/// The word of an enumerator that is in its table.
template <typename Table, typename Enum>
constexpr std::string_view wordOf(const Table &Words, Enum Is) {
  for (const auto &[Value, Text] : Words)
    if (Value == Is)
      return Text;
  return {};
}

} // namespace cursor_tidy::facts::text

#endif
