//===- SolveDispatchTest.cpp - virtual methods that are called through a base
//---------------------===//
//
// The method of the derived class runs on the object around the base, wherever
// that is known: in the function itself, in its caller, or through a pointer
// that a library has converted.
//
//===----------------------------------------------------------------------===//
#include "SolveFixture.h"

using testing::ElementsAre;
using testing::IsEmpty;

namespace cursor_tidy::solve {
namespace {

/// A task that has two classes, with a function that runs any.
std::vector<std::string> faultsOf(const std::string &Main) {
  return faults(R"(
class "Task" "app::Task" {
  method "Task.run"
}
class "Ping" "app::Ping" bases "Task" {
  field db: "conn *"
  method "Ping.run"
}
class "Idle" "app::Idle" bases "Task" {
  method "Idle.run"
}
declare "Task.run" class "Task" virtual
define "Ping.run" class "Ping" virtual overrides "Task.run" {
b0:
  call "ping" (this.*.db) @1
  return
}
define "Idle.run" class "Idle" virtual overrides "Task.run" {
b0:
  return
}
define "runAll" (task: Task*) {
b0:
  call "Task.run" () this p0 virtual @2
  return
}
)" + Main);
}

TEST(SolveDispatch, UsesTheObjectAroundTheBase) {
  EXPECT_THAT(faultsOf(R"(
define "f" (db: conn* handle "db/conn") {
  v0 task: Ping class "Ping"
b0:
  make v0 "Ping" @3
  v0.db = p0 @3
  v1 = &v0."<Task>" @4
  call "close" (p0) @5
  call "Task.run" () this v1 virtual @6
  return
}
)"),
              ElementsAre(testing::HasSubstr("access 6, closed 5")));
}

TEST(SolveDispatch, UsesTheObjectThatTheCallerKnows) {
  EXPECT_THAT(faultsOf(R"(
define "f" (db: conn* handle "db/conn") {
  v0 task: Ping class "Ping"
b0:
  make v0 "Ping" @3
  v0.db = p0 @3
  call "close" (p0) @5
  call "runAll" (&v0."<Task>") @6
  return
}
)"),
              ElementsAre(testing::HasSubstr("access 6, closed 5")));
}

TEST(SolveDispatch, UsesAWholeObjectBehindAPointerToTheBase) {
  EXPECT_THAT(faultsOf(R"(
define "f" (db: conn* handle "db/conn") {
  v0 task: Ping class "Ping"
b0:
  make v0 "Ping" @3
  v0.db = p0 @3
  call "close" (p0) @5
  call "runAll" (&v0) @6
  return
}
)"),
              ElementsAre(testing::HasSubstr("access 6, closed 5")));
}

TEST(SolveDispatch, RunsWhatTheObjectsClassSays) {
  EXPECT_THAT(faultsOf(R"(
define "f" (db: conn* handle "db/conn") {
  v0 task: Idle class "Idle"
b0:
  make v0 "Idle" @3
  call "close" (p0) @5
  call "runAll" (&v0."<Task>") @6
  return
}
)"),
              IsEmpty());
}

/// A library's callable of unknown content, copied with what it is a part of.
std::vector<std::string> faultsOfCopies(const std::string &Main) {
  return faults(R"(
class "Any" "lib::Any" {
}
class "Bound" "app::Bound" calloperator "Bound.call" {
  field db: "conn *"
}
define "Bound.call" class "Bound" {
b0:
  call "ping" (this.*.db) @1
  return
}
define "Any.copy" (from: Any&) class "Any" constructor {
b0:
  this.* = p0.*
  return
}
define "Holder.copy" (from: Holder&) class "Holder" constructor {
b0:
  make this.*.any "Any"
  call "Any.copy" (&p0.*.any) this &this.*.any
  return
}
define "run" (what: Holder&) {
  v0 mine: Holder class "Holder"
b0:
  make v0 "Holder"
  call "Holder.copy" (p0) this &v0
  call v0.any () @2
  return
}
)" + Main);
}

TEST(SolveDispatch, ACopyIsOfItsOriginalsClass) {
  EXPECT_THAT(faultsOfCopies(R"(
define "f" (db: conn* handle "db/conn") {
  v0 what: Holder class "Holder"
b0:
  make v0.any "Bound" @3
  v0.any.db = p0 @3
  call "close" (p0) @5
  call "run" (&v0) @6
  return
}
)"),
              ElementsAre(testing::HasSubstr("access 6, closed 5")));
  EXPECT_THAT(faultsOfCopies(R"(
define "f" (db: conn* handle "db/conn") {
  v0 what: Holder class "Holder"
b0:
  make v0.any "Bound" @3
  v0.any.db = p0 @3
  call "run" (&v0) @6
  call "close" (p0) @7
  return
}
)"),
              IsEmpty());
}

} // namespace
} // namespace cursor_tidy::solve
