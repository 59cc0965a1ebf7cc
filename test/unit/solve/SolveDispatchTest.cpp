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

} // namespace
} // namespace cursor_tidy::solve
