//===- RecordFields.h - what of each struct of a record goes into the bytes
//===//
#ifndef CURSOR_TIDY_SOLVE_RECORDFIELDS_H
#define CURSOR_TIDY_SOLVE_RECORDFIELDS_H

#include "facts/ByteCoding.h"
#include "solve/Record.h"

namespace cursor_tidy::solve {

using facts::bytes::list;
using facts::bytes::Tag;

constexpr auto last(Tag<StepKind>) { return StepKind::Left; }
constexpr auto last(Tag<WayOut>) { return WayOut::ProcessLeft; }
constexpr auto last(Tag<StaleKind>) { return StaleKind::Borrowed; }
constexpr auto last(Tag<SharedKind>) { return SharedKind::SplitRegion; }
constexpr auto last(Tag<Root::Kind>) { return Root::Kind::Global; }
constexpr auto last(Tag<Topic>) { return Topic::Summary; }

constexpr auto fields(Tag<PathStep>) {
  return list(&PathStep::Kind, &PathStep::Text, &PathStep::Flag, &PathStep::At,
              &PathStep::Thread, &PathStep::Under);
}
constexpr auto fields(Tag<HandleRef>) {
  return list(&HandleRef::Variable, &HandleRef::Kind, &HandleRef::Opened,
              &HandleRef::Level, &HandleRef::Sharing, &HandleRef::DeclaredBy);
}
constexpr auto fields(Tag<Mending>) {
  return list(&Mending::Where, &Mending::Statement);
}
constexpr auto fields(Tag<Lost>) {
  return list(&Lost::Handle, &Lost::How, &Lost::Function, &Lost::At,
              &Lost::LeftAt, &Lost::InLoop, &Lost::Closer, &Lost::Path,
              &Lost::Fix);
}
constexpr auto fields(Tag<Stale>) {
  return list(&Stale::Handle, &Stale::How, &Stale::ClosedParent,
              &Stale::Function, &Stale::At, &Stale::ClosedAt, &Stale::Path);
}
constexpr auto fields(Tag<Shared>) {
  return list(&Shared::Resource, &Shared::Handle, &Shared::How,
              &Shared::SelfParallel, &Shared::IsDriver, &Shared::Function,
              &Shared::At, &Shared::Other, &Shared::Begins, &Shared::GoesOn,
              &Shared::Path);
}
constexpr auto fields(Tag<Crossed>) {
  return list(&Crossed::Handle, &Crossed::Closes, &Crossed::AtExit,
              &Crossed::Daemon, &Crossed::Function, &Crossed::At,
              &Crossed::ForkAt, &Crossed::Path);
}
constexpr auto fields(Tag<Undecided>) { return list(&Undecided::Fault); }
constexpr auto fields(Tag<AskedAbout>) {
  return list(&AskedAbout::Opened, &AskedAbout::Left);
}
constexpr auto fields(Tag<Childs>) { return list(&Childs::Fault); }
constexpr auto fields(Tag<OpenBefore>) {
  return list(&OpenBefore::At, &OpenBefore::ForkAt, &OpenBefore::Opened);
}
constexpr auto fields(Tag<Offer>) {
  return list(&Offer::OpenedAt, &Offer::Fix);
}
constexpr auto fields(Tag<Cut>) { return list(&Cut::Function, &Cut::At); }
constexpr auto fields(Tag<TooLarge>) {
  return list(&TooLarge::Symbol, &TooLarge::Is);
}

constexpr auto fields(Tag<Hash>) { return list(&Hash::High, &Hash::Low); }
constexpr auto fields(Tag<Question>) {
  return list(&Question::About, &Question::Of, &Question::With,
              &Question::Answer);
}
constexpr auto fields(Tag<Root>) {
  return list(&Root::What, &Root::Index, &Root::Symbol);
}
constexpr auto fields(Tag<Behaviour>) {
  return list(&Behaviour::ByCaller, &Behaviour::ByThreads,
              &Behaviour::IsRepeatable);
}
constexpr auto fields(Tag<Care>) {
  return list(&Care::LookedAfter, &Care::EndsOthers);
}
constexpr auto fields(Tag<Upkeep>) {
  return list(&Upkeep::Opens, &Upkeep::AlwaysOpens, &Upkeep::Closes,
              &Upkeep::Writes, &Upkeep::Fills);
}
constexpr auto fields(Tag<Digest>) {
  return list(&Digest::IsCut, &Digest::LeavesOpen, &Digest::Does,
              &Digest::Cares, &Digest::Keeps);
}
constexpr auto fields(Tag<Record>) {
  return list(&Record::Function, &Record::Summary, &Record::Is,
              &Record::StatesMerged, &Record::StatesDropped, &Record::Told,
              &Record::Asked);
}

} // namespace cursor_tidy::solve

#endif
