//===- Lives.cpp - objects whose life the program does not show -----------===//
#include "solve/Lives.h"

#include "solve/ClientCalls.h"
#include "solve/Flow.h"
#include "solve/Upkeep.h"

#include <algorithm>

namespace cursor_tidy::solve {

using facts::Class;
using facts::Function;
using facts::Location;
using facts::Name;
using facts::Value;

namespace {

/// A bound on the lives of one program.
constexpr size_t MaxLives = 1000;

/// One object, and what is called on it between its making and its end.
struct Life {
  const Function *Maker = nullptr; ///< a constructor
  const Member *Opener = nullptr;  ///< or none: the constructor opens
  const Member *Other = nullptr;   ///< or none
  const Function *Destructor = nullptr;
  /// What the opener fills had been filled before, nobody knows how far.
  bool IsFull = false;

  std::vector<const Function *> calls() const {
    std::vector<const Function *> Found;
    for (const Function *Call : {Maker, Opener ? Opener->Method : nullptr,
                                 Other ? Other->Method : nullptr, Destructor})
      if (Call)
        Found.push_back(Call);
    return Found;
  }
};

/// Lives all lives of the objects of one class.
class LivesOfClass {
public:
  LivesOfClass(Engine &Shared, const ClientCalls &Callable, const Class &Of,
               size_t &Lived);
  void run();

private:
  const Upkeep &upkeep(const Function *Of);
  bool leavesOpen(Name Member);
  void liveUnlessKnown(const Life &Now);
  void live(const Life &Now);
  bool judge(Lost &Fault, const Life &Now);
  bool judge(Stale &Fault, const Life &Now);
  Name memberOpenedAt(const std::vector<PathStep> &Path, const Life &Now);

  Engine &Shared;
  const ClientCalls &Callable;
  const Class &Of;
  size_t &Lived; ///< so many lives of all classes
  std::vector<Member> Members;
  std::vector<const Function *> Makers;
  const Function *Destructor = nullptr;
  std::set<Name> Opened, Closed;
  std::set<Name> GivenUp; ///< closed by a method that does not open it anew
};

LivesOfClass::LivesOfClass(Engine &Shared, const ClientCalls &Callable,
                           const Class &Of, size_t &Lived)
    : Shared(Shared), Callable(Callable), Of(Of), Lived(Lived),
      Members(Callable.openMembersOf(Of)), Makers(Callable.constructorsOf(Of)) {
  if (const Function *Found = Callable.function(Of.Destructor);
      Found && Found->Body == facts::BodyKind::Defined)
    Destructor = Found;
  for (const Member &Each : Callable.membersOf(Of)) {
    if (Each.Method->Body != facts::BodyKind::Defined || Each.Method->IsStatic)
      continue;
    const Upkeep &Does = upkeep(Each.Method);
    for (const auto &[Member, At] : Does.Opens)
      Opened.insert(Member);
    Closed.insert(Does.Closes.begin(), Does.Closes.end());
    for (Name Member : Does.Closes)
      if (!Does.Opens.contains(Member) &&
          ClientCalls::isOpenToCallers(*Each.Method))
        GivenUp.insert(Member);
  }
}

const Upkeep &LivesOfClass::upkeep(const Function *Of) {
  static const Upkeep None;
  return Of ? Shared.about(*Of).Keeps : None;
}

/// True when every object has the handle of a member open from the start, and
/// no method gives it up: one that opens it anew must close it first.
bool LivesOfClass::leavesOpen(Name Member) {
  return !GivenUp.contains(Member) &&
         std::all_of(Makers.begin(), Makers.end(), [&](const Function *Maker) {
           return upkeep(Maker).AlwaysOpens.contains(Member);
         });
}

void LivesOfClass::liveUnlessKnown(const Life &Now) {
  std::vector<const Function *> Calls = Now.calls();
  // Whoever calls them all has been judged.
  if (std::all_of(Calls.begin(), Calls.end(),
                  [&](const Function *F) { return Callable.isUsed(*F); }))
    return;
  if (Lived++ < MaxLives)
    live(Now);
  else
    ++Shared.Solution.Count.FunctionsCut;
}

void LivesOfClass::run() {
  std::vector<Name> Judged;
  std::set_intersection(Opened.begin(), Opened.end(), Closed.begin(),
                        Closed.end(), std::back_inserter(Judged));
  // How an object begins must be known, or its flags mean nothing.
  if (Judged.empty() || Makers.empty())
    return;
  std::vector<const Member *> Openers{nullptr};
  for (const Member &Each : Members)
    if (!upkeep(Each.Method).Opens.empty())
      Openers.push_back(&Each);
  for (const Function *Maker : Makers)
    for (const Member *Opener : Openers) {
      if (!Opener && upkeep(Maker).Opens.empty())
        continue;
      liveUnlessKnown({Maker, Opener, nullptr, Destructor});
      for (const Member &Other : Members) {
        const Upkeep &Does = upkeep(Other.Method);
        if (Does.Writes.empty() && Does.Closes.empty())
          continue;
        if (&Other != Opener)
          liveUnlessKnown({Maker, Opener, &Other, Destructor});
        if (Opener && !upkeep(Opener->Method).Fills.empty())
          liveUnlessKnown({Maker, Opener, &Other, nullptr, /*IsFull=*/true});
      }
    }
}

/// The last event of a function that names a member: where it is dropped.
Location lastMention(const Function &In, Name Member) {
  Location Last = In.At;
  auto Names = [&](const facts::Place &Where) {
    return Where.Root == facts::Place::Base::This &&
           std::any_of(Where.Path.begin(), Where.Path.end(),
                       [&](const facts::Step &Step) {
                         return Step.What == facts::Step::Kind::Field &&
                                Step.Field == Member;
                       });
  };
  for (const facts::Block &Block : In.Blocks)
    for (const facts::Event &Event : Block.Events) {
      bool IsNamed = false;
      for (const auto &[Where, Use] : placesOf(Event.What))
        IsNamed |= Names(*Where);
      if (IsNamed && Event.At.isValid())
        Last = Event.At;
    }
  return Last;
}

/// Steps into the calls of a client are no steps of the program.
void dropCalls(std::vector<PathStep> &Path, const Life &Now) {
  const std::vector<const Function *> Calls = Now.calls();
  std::erase_if(Path, [&](const PathStep &Step) {
    return Step.Kind == StepKind::Called &&
           std::any_of(Calls.begin(), Calls.end(), [&](const Function *Call) {
             return Call->At == Step.At && Call->Text == Step.Text;
           });
  });
}

Name LivesOfClass::memberOpenedAt(const std::vector<PathStep> &Path,
                                  const Life &Now) {
  for (const PathStep &Step : Path)
    for (const Function *Call :
         {Now.Maker, Now.Opener ? Now.Opener->Method : nullptr})
      for (const auto &[Member, Places] : upkeep(Call).Opens)
        if (Step.Kind == StepKind::Opened && Places.contains(Step.At))
          return Member;
  return {};
}

/// Decides whether what a life loses is a fault of the class, and tells it as
/// the code that is there.
bool LivesOfClass::judge(Lost &Fault, const Life &Now) {
  const Name Member = memberOpenedAt(Fault.Path, Now);
  if (Member.empty() || !Closed.contains(Member))
    return false;
  dropCalls(Fault.Path, Now);
  if (Fault.Path.size() < 2)
    return false;
  PathStep &Exit = Fault.Path.back();
  const bool IsOther = Now.Other && Exit.At == Now.Other->Method->At;
  if (IsOther) {
    const Function &Other = *Now.Other->Method;
    if (upkeep(&Other).Opens.contains(Member) && !leavesOpen(Member) &&
        !Now.IsFull)
      return false;
    Fault.How = WayOut::Overwritten;
    Fault.Function = Other.Text;
    Exit = {.Kind = StepKind::Overwritten, .At = lastMention(Other, Member)};
  } else {
    if (!Destructor || Exit.At != Destructor->At ||
        !upkeep(Destructor).Closes.contains(Member))
      return false;
    Fault.How = WayOut::Return;
    Fault.Function = Destructor->Text;
    Exit = {.Kind = StepKind::Returned,
            .Text = Destructor->Text,
            .At = Destructor->At};
  }
  Fault.At = Fault.Handle.Opened = Fault.Path.front().At;
  Fault.LeftAt = Exit.At;
  return true;
}

/// Likewise, of what a life uses after its close. Only the end of the object is
/// sure to come.
bool LivesOfClass::judge(Stale &Fault, const Life &Now) {
  if (!Destructor || Fault.At != Destructor->At ||
      memberOpenedAt(Fault.Path, Now).empty())
    return false;
  dropCalls(Fault.Path, Now);
  auto IsClose = [](const PathStep &Step) {
    return Step.Kind == StepKind::Closed || Step.Kind == StepKind::ParentClosed;
  };
  auto Close = std::find_if(Fault.Path.begin(), Fault.Path.end(), IsClose);
  if (Close == Fault.Path.end() || Close + 1 == Fault.Path.end())
    return false;
  Fault.ClosedAt = Close->At;
  Fault.At = (Close + 1)->At;
  Fault.Function = Destructor->Text;
  Fault.Handle.Opened = Fault.Path.front().At;
  return Fault.At.isValid();
}

/// Of the faults behind Before those are kept that are judged so and that say
/// something new.
template <class Fault, class Judge>
void keepSome(std::vector<Fault> &All, size_t Before, Judge IsFault) {
  std::vector<Fault> New(std::make_move_iterator(All.begin() + Before),
                         std::make_move_iterator(All.end()));
  All.resize(Before);
  for (Fault &Each : New)
    if (IsFault(Each) &&
        std::none_of(All.begin(), All.end(), [&](const Fault &Other) {
          return Other.At == Each.At ||
                 Other.Handle.Opened == Each.Handle.Opened;
        }))
      All.push_back(std::move(Each));
}

void LivesOfClass::live(const Life &Now) {
  ClientWriter Writer(Now.calls());
  const Value Object = Now.Destructor ? Writer.local(Of) : Writer.object(Of);
  Writer.call({Now.Maker, {}}, Object, Now.Maker->At);
  if (Now.IsFull)
    for (const std::vector<facts::Step> &ToSize :
         upkeep(Now.Opener->Method).Fills)
      Writer.store(Object, ToSize);
  if (Now.Opener)
    Writer.call(*Now.Opener, Object, Now.Opener->Method->At);
  if (Now.Other) {
    Writer.call(*Now.Other, Object, Now.Other->Method->At);
    Writer.takeResult();
  }
  if (Now.Destructor) {
    Writer.call({Now.Destructor, {}}, Object, Now.Destructor->At);
    Writer.end(Object, Now.Destructor->At);
  }
  Solution &Told = Shared.Solution;
  const size_t Unclosed = Told.Unclosed.size();
  const size_t UsedAfterClose = Told.UsedAfterClose.size();
  const size_t ThreadShared = Told.ThreadShared.size();
  const size_t ForkShared = Told.ForkShared.size();
  const Function Client = Writer.finish();
  Shared.about(Client);
  Told.ThreadShared.resize(ThreadShared);
  Told.ForkShared.resize(ForkShared);
  keepSome(Told.Unclosed, Unclosed,
           [&](Lost &Fault) { return judge(Fault, Now); });
  keepSome(Told.UsedAfterClose, UsedAfterClose,
           [&](Stale &Fault) { return judge(Fault, Now); });
}

} // namespace

void findFaultsInLives(Engine &Shared) {
  const ClientCalls Callable(Shared.program());
  size_t Lived = 0;
  for (const Class &Of : Shared.program().Classes)
    if (!Of.IsClosure)
      LivesOfClass(Shared, Callable, Of, Lived).run();
}

} // namespace cursor_tidy::solve
