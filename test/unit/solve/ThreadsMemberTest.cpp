//===- ThreadsMemberTest.cpp - wrapper classes, member threads, clients
//-------===//
#include "ThreadsFixture.h"

namespace cursor_tidy::solve {
namespace {

//--- A wrapper of the user's own, shared by two threads ---------------------//

/// `class Store` with a connection, a mutex and two methods, one that locks and
/// one that does not, and a thread of main that calls one of them.
std::string withStore(std::string_view InThread, std::string_view Beside) {
  return R"(
class "Store" {
  field db: "conn *"
  field m: "mutex"
  method "Store"
  method "~Store"
  method "add"
  method "peek"
}
define "Store" @100 class "Store" constructor {
  this.*.db = call "open" () @101
}
define "~Store" @110 class "Store" destructor {
  call "close" (this.*.db) @111
}
define "add" @120 class "Store" {
  call "guard" (&this.*.m) this &v0 @121
  call "exec" (this.*.db) @122
  call "~guard" () this &v0 @123
}
define "peek" @130 class "Store" {
  call "exec" (this.*.db) @131
}
class "lambda" calloperator "body" closure {
  field store: "Store &" reference
}
define "body" @200 class "lambda" hidden {
)" + std::string(InThread) +
         R"(
}
define "main" @1 {
  make v0 "Store"
  call "Store" () this &v0 @5
  make v1 "lambda"
  v1.store = &v0
  call "thread" (&v1) this &v2 @10
)" + std::string(Beside) +
         R"(
  call "thread.join" () this &v2 @30
  call "~Store" () this &v0 @31
  end v0 @31
  return @32
}
)";
}

TEST(ThreadsWrapper, MethodWithoutTheLockIsReported) {
  EXPECT_EQ(threadFaults(withStore(R"(
    call "add" () this this.*.store @201
  )",
                                   R"(
    call "peek" () this &v0 @20
  )")),
            "122/131");
}

TEST(ThreadsWrapper, MethodsUnderOneMutexAreSilent) {
  EXPECT_EQ(threadFaults(withStore(R"(
    call "add" () this this.*.store @201
  )",
                                   R"(
    call "add" () this &v0 @20
  )")),
            "");
}

TEST(ThreadsWrapper, DestructorAfterTheJoinIsSilent) {
  EXPECT_EQ(threadFaults(withStore(R"(
    call "peek" () this this.*.store @201
  )",
                                   "")),
            "");
}

TEST(ThreadsWrapper, ObjectOfItsOwnIsSilent) {
  EXPECT_EQ(threadFaults(withStore(R"(
    make v0 "Store"
    call "Store" () this &v0 @201
    call "peek" () this &v0 @202
    call "~Store" () this &v0 @203
    end v0 @203
  )",
                                   R"(
    call "peek" () this &v0 @20
  )")),
            "");
}

//--- A member thread, and clients that are made up --------------------------//

/// `class Worker` that opens, starts a thread over `this` and stops it.
std::string withWorker(std::string_view Query, std::string_view Rest = "") {
  return R"(
class "Worker" {
  field db: "conn *"
  field m: "mutex"
  field t: "thread"
  method "Worker"
  method "~Worker"
  method "begin"
  method "stop"
  method "find"
  method "loop"
}
define "Worker" @100 class "Worker" constructor {
  this.*.db = call "open" () @101
  this.*.t.thread = 0
}
define "~Worker" @110 class "Worker" destructor {
  call "stop" () this this @111
  call "close" (this.*.db) @112
}
class "lambda" calloperator "body" closure {
  field this: "Worker *"
}
define "body" @125 class "lambda" hidden {
  call "loop" () this this.*.this @126
}
define "begin" @120 class "Worker" {
  make v0 "lambda"
  v0.this = this
  call "thread" (&v0) this &this.*.t @121
}
define "stop" @130 class "Worker" {
b0:
  t0 = this.*.t.thread != 0
  branch t0 b1 b2 "t.joinable" @131
b1:
  call "thread.join" () this &this.*.t @132
b2:
  return
}
define "loop" @140 class "Worker" hidden {
  call "guard" (&this.*.m) this &v0 @141
  call "exec" (this.*.db) @142
  call "~guard" () this &v0 @143
}
define "find" @150 class "Worker" {
)" + std::string(Query) +
         R"(
}
)" + std::string(Rest);
}

constexpr std::string_view Bare = R"(
  call "exec" (this.*.db) @151
)";
constexpr std::string_view Locked = R"(
  call "guard" (&this.*.m) this &v0 @151
  call "exec" (this.*.db) @152
  call "~guard" () this &v0 @153
)";

TEST(ThreadsMember, BareMethodIsReportedWithoutACaller) {
  EXPECT_EQ(threadFaults(withWorker(Bare)), "142/151");
}

TEST(ThreadsMember, LockedMethodIsSilent) {
  EXPECT_EQ(threadFaults(withWorker(Locked)), "");
}

TEST(ThreadsMember, StopThatJoinsFirstIsSilent) {
  EXPECT_EQ(threadFaults(withWorker(R"(
    call "stop" () this this @151
    call "exec" (this.*.db) @152
  )")),
            "");
}

TEST(ThreadsMember, BareMethodIsReportedInMain) {
  EXPECT_EQ(threadFaults(withWorker(Bare, R"(
define "main" @1 {
  make v0 "Worker"
  call "Worker" () this &v0 @5
  call "begin" () this &v0 @6
  call "find" () this &v0 @7
  call "~Worker" () this &v0 @8
  end v0 @8
}
)")),
            "142/151");
}

TEST(ThreadsMember, UseAfterStopInMainIsSilent) {
  EXPECT_EQ(threadFaults(withWorker(Bare, R"(
define "main" @1 {
  make v0 "Worker"
  call "Worker" () this &v0 @5
  call "begin" () this &v0 @6
  call "stop" () this &v0 @7
  call "find" () this &v0 @8
  call "~Worker" () this &v0 @9
  end v0 @9
}
)")),
            "");
}

TEST(ThreadsMember, UseBeforeStartInMainIsSilent) {
  EXPECT_EQ(threadFaults(withWorker(Bare, R"(
define "main" @1 {
  make v0 "Worker"
  call "Worker" () this &v0 @5
  call "find" () this &v0 @6
  call "begin" () this &v0 @7
  call "~Worker" () this &v0 @8
  end v0 @8
}
)")),
            "");
}

TEST(ThreadsMember, ThreadOfTheConstructorMeetsAMethod) {
  constexpr std::string_view Program = R"(
class "Feed" {
  field db: "conn *"
  field t: "thread"
  method "Feed"
  method "next"
}
class "lambda" calloperator "body" closure {
  field this: "Feed *"
}
define "body" @125 class "lambda" hidden {
  call "exec" (this.*.this.*.db) @126
}
define "Feed" @100 class "Feed" constructor (db: conn *) {
  this.*.db = p0
  make v0 "lambda"
  v0.this = this
  call "thread" (&v0) this &this.*.t @101
}
define "next" @110 class "Feed" {
  call "exec" (this.*.db) @111
}
)";
  EXPECT_EQ(threadFaults(Program), "126/111");
}

TEST(ThreadsMember, DetachedThreadOfEveryCallMeetsItself) {
  constexpr std::string_view Program = R"(
class "Cache" {
  field db: "conn *"
  method "refresh"
}
class "lambda" calloperator "body" closure {
  field this: "Cache *"
}
define "body" @125 class "lambda" hidden {
  call "exec" (this.*.this.*.db) @126
}
define "refresh" @100 class "Cache" {
  make v0 "lambda"
  v0.this = this
  call "thread" (&v0) this &v1 @101
  detach v1.thread @102
}
)";
  EXPECT_EQ(threadFaults(Program), "126/126");
}

TEST(ThreadsMember, FunctionsOverOneGlobalMeet) {
  constexpr std::string_view Program = R"(
global "db" db: "conn *"
define "entry" @100 (nothing: void *) hidden {
  call "exec" (@"db") @101
}
define "begin" @110 {
  @"db" = call "open" () @111
  call "run" (&v0, fn "entry", 0) @112
}
define "lookup" @120 {
  call "exec" (@"db") @121
}
)";
  EXPECT_EQ(threadFaults(Program), "101/121");
}

} // namespace
} // namespace cursor_tidy::solve
