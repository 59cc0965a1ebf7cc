//===- Blocks.cpp - the function under construction -----------------------===//
//
// Blocks, events, temporaries, and the final tidying: blocks that nothing
// reaches are dropped, empty ones are jumped over.
//
//===----------------------------------------------------------------------===//
#include "extract/Lowering.h"

#include "llvm/ADT/STLExtras.h"

namespace cursor_tidy::extract {

using namespace facts;
using clang::SourceRange;

BlockId Lowering::newBlock() {
  Made.Blocks.emplace_back();
  return Made.Blocks.size() - 1;
}

void Lowering::start(BlockId Block) {
  Current = Block;
  Order.emplace(Block, std::pair(Unwinding > 0, Order.size()));
}

void Lowering::finish(Terminator End, SourceRange At) {
  if (!isReachable())
    return;
  Made.Blocks[Current].End = std::move(End);
  Made.Blocks[Current].EndAt = In.Locations.of(At);
  Current = NoBlock;
}

void Lowering::emit(Action What, SourceRange At) {
  if (!isReachable())
    return;
  if (DefaultArgumentAt.isValid())
    At = DefaultArgumentAt;
  Made.Blocks[Current].Events.push_back({std::move(What), In.Locations.of(At)});
}

void Lowering::set(Place To, Value From, SourceRange At) {
  if (!To.isNone())
    emit(Set{std::move(To), std::move(From)}, At);
}

Place Lowering::newTemp() { return place(Place::Base::Temp, Made.Temps++); }

Place Lowering::newFlag() {
  Place Flag = newTemp();
  AtEntry.push_back({Set{Flag, Value::number(0)}, Location{}});
  return Flag;
}

Value Lowering::compute(Operator Op, Value Left, Value Right, SourceRange At) {
  Place To = newTemp();
  emit(Compute{To, Op, std::move(Left), std::move(Right)}, At);
  return Value::load(To);
}

Place Lowering::behind(Value Pointer, SourceRange At) {
  if (Pointer.What == Value::Kind::Address)
    return Pointer.Where;
  if (Pointer.What == Value::Kind::Load)
    return deref(Pointer.Where);
  Place Holder = newTemp();
  set(Holder, std::move(Pointer), At);
  return deref(Holder);
}

//--- tidying ----------------------------------------------------------------//

/// Calls Visit with a reference to every block that a terminator names.
template <typename Visitor>
static void forEachTarget(Terminator &End, Visitor Visit) {
  if (auto *To = std::get_if<Jump>(&End)) {
    Visit(To->To);
  } else if (auto *Two = std::get_if<Branch>(&End)) {
    Visit(Two->Then);
    Visit(Two->Else);
  } else if (auto *Many = std::get_if<Switch>(&End)) {
    for (Switch::Case &Case : Many->Cases)
      Visit(Case.To);
    Visit(Many->Default);
  } else if (auto *Any = std::get_if<Choose>(&End)) {
    for (BlockId &To : Any->To)
      Visit(To);
  } else if (auto *Away = std::get_if<Throw>(&End)) {
    Visit(Away->To);
  }
}

template <typename Visitor> static void forEachTarget(Block &B, Visitor Visit) {
  for (Event &E : B.Events)
    if (auto *Made = std::get_if<Call>(&E.What))
      Visit(Made->Unwind);
  forEachTarget(B.End, Visit);
}

/// The block that control reaches from an empty one.
static BlockId pastEmpty(const std::vector<Block> &Blocks, BlockId From) {
  for (size_t Steps = 0; Steps < Blocks.size(); ++Steps) {
    const auto *Next = std::get_if<Jump>(&Blocks[From].End);
    if (!Next || !Blocks[From].Events.empty())
      return From;
    From = Next->To;
  }
  return From; // an empty endless loop
}

void Lowering::tidyBlocks() {
  std::vector<Block> &Blocks = Made.Blocks;
  for (Block &B : Blocks)
    forEachTarget(B, [&](BlockId &To) {
      if (To != NoBlock)
        To = pastEmpty(Blocks, To);
    });
  std::vector<BlockId> Number(Blocks.size(), NoBlock);
  std::vector<BlockId> Reached, Work{0};
  while (!Work.empty()) {
    BlockId B = Work.back();
    Work.pop_back();
    if (Number[B] != NoBlock)
      continue;
    Number[B] = 0;
    Reached.push_back(B);
    forEachTarget(Blocks[B], [&](BlockId &To) {
      if (To != NoBlock)
        Work.push_back(To);
    });
  }
  // In the order of the source, landing blocks at the end.
  llvm::sort(Reached,
             [&](BlockId L, BlockId R) { return Order[L] < Order[R]; });
  for (size_t I = 0; I < Reached.size(); ++I)
    Number[Reached[I]] = I;
  std::vector<Block> Kept;
  for (BlockId B : Reached) {
    forEachTarget(Blocks[B], [&](BlockId &To) {
      if (To != NoBlock)
        To = Number[To];
    });
    Kept.push_back(std::move(Blocks[B]));
  }
  Blocks = std::move(Kept);
}

} // namespace cursor_tidy::extract
