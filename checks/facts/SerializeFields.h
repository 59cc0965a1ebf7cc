//===- SerializeFields.h - what of each struct goes into the bytes --------===//
//
// One list per struct, read by writer and reader, so that the two cannot
// disagree. Whoever adds a member adds it here and raises FormatVersion.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_SERIALIZEFIELDS_H
#define CURSOR_TIDY_FACTS_SERIALIZEFIELDS_H

#include "facts/Program.h"

#include <tuple>

namespace cursor_tidy::facts::bytes {

/// Written behind the magic word; a reader refuses every other version.
inline constexpr uint32_t FormatVersion = 4;

template <typename T> struct Tag {};

/// The highest enumerator, so that a reader refuses what is beyond it.
constexpr auto last(Tag<Step::Kind>) { return Step::Kind::VariableElement; }
constexpr auto last(Tag<Place::Base>) { return Place::Base::Global; }
constexpr auto last(Tag<Value::Kind>) { return Value::Kind::Text; }
constexpr auto last(Tag<Operator>) { return Operator::OpenChild; }
constexpr auto last(Tag<ChildRule>) { return ChildRule::Dangles; }
constexpr auto last(Tag<Protocol::Phase>) { return Protocol::Phase::Ends; }
constexpr auto last(Tag<ForkKind>) { return ForkKind::Daemon; }
constexpr auto last(Tag<EndKind>) { return EndKind::Cancelled; }
constexpr auto last(Tag<Role>) { return Role::Cursor; }
constexpr auto last(Tag<Word>) { return Word::Pinned; }
constexpr auto last(Tag<BodyKind>) { return BodyKind::Modelled; }

/// Pointers to the members of a struct, in the order of the bytes.
template <typename... Members> constexpr auto list(Members... Of) {
  return std::tuple<Members...>(Of...);
}

constexpr auto fields(Tag<Step>) {
  return list(&Step::What, &Step::Field, &Step::Index);
}
constexpr auto fields(Tag<Place>) {
  return list(&Place::Root, &Place::Index, &Place::Symbol, &Place::Path);
}
constexpr auto fields(Tag<Value>) {
  return list(&Value::What, &Value::Number, &Value::Where, &Value::Symbol);
}
constexpr auto fields(Tag<Declared>) {
  return list(&Declared::Level, &Declared::Word, &Declared::By);
}

constexpr auto fields(Tag<Set>) { return list(&Set::To, &Set::From); }
constexpr auto fields(Tag<Compute>) {
  return list(&Compute::To, &Compute::Op, &Compute::Left, &Compute::Right);
}
constexpr auto fields(Tag<Make>) { return list(&Make::Object, &Make::Class); }
constexpr auto fields(Tag<Allocate>) {
  return list(&Allocate::To, &Allocate::Class);
}
constexpr auto fields(Tag<Free>) { return list(&Free::Object); }
constexpr auto fields(Tag<End>) { return list(&End::Object); }
constexpr auto fields(Tag<Iterate>) {
  return list(&Iterate::To, &Iterate::Container, &Iterate::Cursor);
}
constexpr auto fields(Tag<Call>) {
  return list(&Call::To, &Call::Callee, &Call::Arguments, &Call::This,
              &Call::Unwind, &Call::Virtual);
}
constexpr auto fields(Tag<Open>) {
  return list(&Open::Kind, &Open::Handle, &Open::Parents, &Open::By,
              &Open::Borrowed);
}
constexpr auto fields(Tag<Close>) {
  return list(&Close::Kind, &Close::Handle, &Close::Children, &Close::Retained);
}
constexpr auto fields(Tag<Access>) {
  return list(&Access::Kind, &Access::Handle, &Access::ReadOnly,
              &Access::IsLocal);
}
constexpr auto fields(Tag<Borrow>) {
  return list(&Borrow::To, &Borrow::Owner, &Borrow::Until);
}
constexpr auto fields(Tag<Invalidate>) {
  return list(&Invalidate::Owner, &Invalidate::Group, &Invalidate::Children);
}
constexpr auto fields(Tag<EndChildren>) {
  return list(&EndChildren::Parent, &EndChildren::Rule, &EndChildren::Kind);
}
constexpr auto fields(Tag<Protocol>) {
  return list(&Protocol::Handle, &Protocol::Is, &Protocol::Group);
}
constexpr auto fields(Tag<Parent>) {
  return list(&Parent::To, &Parent::Handle, &Parent::Kind);
}
constexpr auto fields(Tag<Escape>) { return list(&Escape::What); }
constexpr auto fields(Tag<Configure>) {
  return list(&Configure::Driver, &Configure::By);
}
constexpr auto fields(Tag<ConfigureHandle>) {
  return list(&ConfigureHandle::Handle, &ConfigureHandle::By);
}
constexpr auto fields(Tag<Spawn>) {
  return list(&Spawn::To, &Spawn::Entry, &Spawn::Arguments, &Spawn::This,
              &Spawn::Many, &Spawn::Blocking);
}
constexpr auto fields(Tag<Join>) { return list(&Join::Thread); }
constexpr auto fields(Tag<Detach>) { return list(&Detach::Thread); }
constexpr auto fields(Tag<Cancel>) { return list(&Cancel::Thread); }
constexpr auto fields(Tag<Shield>) { return list(&Shield::Ends); }
constexpr auto fields(Tag<Lock>) { return list(&Lock::Mutex, &Lock::Shared); }
constexpr auto fields(Tag<Unlock>) { return list(&Unlock::Mutex); }
constexpr auto fields(Tag<Signal>) { return list(&Signal::Object); }
constexpr auto fields(Tag<Await>) { return list(&Await::Object); }
constexpr auto fields(Tag<Fork>) { return list(&Fork::To, &Fork::Kind); }
constexpr auto fields(Tag<Leave>) { return list(&Leave::Kind); }
constexpr auto fields(Tag<AtExit>) { return list(&AtExit::Function); }
constexpr auto fields(Tag<AtFork>) { return list(&AtFork::Function); }
constexpr auto fields(Tag<ResetAfterFork>) {
  return list(&ResetAfterFork::Handle);
}
constexpr auto fields(Tag<Spot>) {
  return list(&Spot::Into, &Spot::Before, &Spot::After, &Spot::EndAt,
              &Spot::End);
}

constexpr auto fields(Tag<Jump>) { return list(&Jump::To); }
constexpr auto fields(Tag<Branch>) {
  return list(&Branch::Condition, &Branch::Then, &Branch::Else, &Branch::Text);
}
constexpr auto fields(Tag<Switch::Case>) {
  return list(&Switch::Case::Low, &Switch::Case::High, &Switch::Case::To);
}
constexpr auto fields(Tag<Switch>) {
  return list(&Switch::On, &Switch::Cases, &Switch::Default, &Switch::Text);
}
constexpr auto fields(Tag<Choose>) { return list(&Choose::To); }
constexpr auto fields(Tag<Return>) { return list(); }
constexpr auto fields(Tag<Throw>) { return list(&Throw::To); }
constexpr auto fields(Tag<Unreachable>) { return list(); }

constexpr auto fields(Tag<Event>) { return list(&Event::What, &Event::At); }
constexpr auto fields(Tag<Block>) {
  return list(&Block::Events, &Block::End, &Block::EndAt);
}
constexpr auto fields(Tag<Variable>) {
  return list(&Variable::Text, &Variable::Type, &Variable::Class,
              &Variable::IsReference, &Variable::IsPointer, &Variable::IsBorrow,
              &Variable::IsThreadLocal, &Variable::Handle, &Variable::At);
}
constexpr auto fields(Tag<HandleKind>) {
  return list(&HandleKind::Key, &HandleKind::Driver, &HandleKind::Title,
              &HandleKind::Type, &HandleKind::Is, &HandleKind::Sharing,
              &HandleKind::Level, &HandleKind::DeclaredBy, &HandleKind::Assumed,
              &HandleKind::Closer, &HandleKind::Limit, &HandleKind::UsedInChild,
              &HandleKind::ClosedInChild, &HandleKind::CloseIsLocal,
              &HandleKind::BoundToProcess);
}
constexpr auto fields(Tag<Closing>) {
  return list(&Closing::Of, &Closing::Kind, &Closing::Statement);
}
constexpr auto fields(Tag<Function>) {
  return list(&Function::Symbol, &Function::Text, &Function::Body,
              &Function::IsNoReturn, &Function::IsVirtual,
              &Function::IsConstructor, &Function::IsDestructor,
              &Function::IsStatic, &Function::IsVisible, &Function::IsImplicit,
              &Function::MayThrow, &Function::Class, &Function::Overrides,
              &Function::Params, &Function::ResultHandle, &Function::Locals,
              &Function::Temps, &Function::Closings, &Function::Blocks,
              &Function::At);
}
constexpr auto fields(Tag<Class::Field>) { return list(&Class::Field::Is); }
constexpr auto fields(Tag<Class>) {
  return list(&Class::Symbol, &Class::Text, &Class::Bases, &Class::Fields,
              &Class::Methods, &Class::Destructor, &Class::CallOperator,
              &Class::IsClosure, &Class::At);
}
constexpr auto fields(Tag<Global>) {
  return list(&Global::Symbol, &Global::Is, &Global::Destructor,
              &Global::IsZero);
}
constexpr auto fields(Tag<LevelDeclaration>) {
  return list(&LevelDeclaration::Driver, &LevelDeclaration::Is,
              &LevelDeclaration::At);
}
constexpr auto fields(Tag<Program>) {
  return list(&Program::Units, &Program::Kinds, &Program::Levels,
              &Program::Classes, &Program::Globals, &Program::Functions);
}

} // namespace cursor_tidy::facts::bytes

#endif
