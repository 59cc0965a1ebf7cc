//===- SolveRegistryTest.cpp - closes that retain, things by their name ---===//
#include "SolveFixture.h"

namespace cursor_tidy::solve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A connection that is shut first and deleted later.
constexpr const char *Shut = R"(
model "shut" {
  b0:
    close "db/conn" p0 children detaches retained
    return
}
define "shutdown" (db: conn*) {
  call "shut" (p0) @100
}
)";

TEST(Retained, IsStillToBeClosed) {
  EXPECT_THAT(faults(std::string(Shut) + R"(
define "f" () {
  v0 db: "conn *"
  v0 = call "connect" () @2
  call "shut" (v0) @3
  end v0 @4
}
define "g" () {
  v0 db: "conn *"
  v0 = call "connect" () @12
  call "shutdown" (v0) @13
  end v0 @14
}
)"),
              ElementsAre("unclosed db opened 2, return 0",
                          "unclosed db opened 12, return 0"));
}

TEST(Retained, MayBeShutTwiceAndClosedAfterIt) {
  EXPECT_THAT(faults(std::string(Shut) + R"(
define "f" () {
  v0 db: "conn *"
  v0 = call "connect" () @2
  call "shut" (v0) @3
  call "shutdown" (v0) @3
  call "close" (v0) @4
  end v0 @5
}
)"),
              IsEmpty());
}

TEST(Retained, IsNotToBeUsed) {
  EXPECT_THAT(faults(std::string(Shut) + R"(
define "f" () {
  v0 db: "conn *"
  v1 st: "stmt *"
  v0 = call "connect" () @2
  v2 = call "prepare" (v0, &v1) @3
  call "shutdown" (v0) @4
  call "ping" (v0) @5
  call "step" (v1) @6
  call "finalize" (v1) @7
  call "close" (v0) @8
  end v1 @9
  end v0 @9
}
)"),
              ElementsAre("stale db access 5, closed 4",
                          "stale st after parent 6, closed 4"));
}

TEST(Retained, IsNoMoreToBeShutOnceItIsClosed) {
  EXPECT_THAT(faults(std::string(Shut) + R"(
define "f" () {
  v0 db: "conn *"
  v0 = call "connect" () @2
  call "close" (v0) @3
  call "shut" (v0) @4
  end v0 @5
}
)"),
              ElementsAre("stale db double close 4, closed 3"));
}

/// Connections that a library keeps by their names.
constexpr const char *Registry = R"(
model "add" {
  b0:
    t0 = p0
    @"registry".[t0] = p1
    return
}
model "find" {
  b0:
    t0 = p0
    result = @"registry".[t0]
    return
}
)";

TEST(Registry, FindsWhatHasTheName) {
  EXPECT_THAT(faults(std::string(Registry) + R"(
define "use" (name: "const char *" borrow) {
  v0 db: "conn *"
  v0 = call "find" (p0) @101
  call "ping" (v0) @102
}
define "f" () {
  v0 db: "conn *"
  v0 = call "connect" () @2
  call "add" (text "main", v0) @3
  call "close" (v0) @4
  call "use" (text "main") @5
}
)"),
              ElementsAre("stale db access 5, closed 4"));
}

TEST(Registry, TellsNamesApart) {
  EXPECT_THAT(faults(std::string(Registry) + R"(
define "f" () {
  v0 db: "conn *"
  v1 same: "conn *"
  v0 = call "connect" () @2
  call "add" (text "main", v0) @3
  call "close" (v0) @4
  v1 = call "find" (text "other") @5
  call "ping" (v1) @6
}
define "g" (name: "const char *" borrow) {
  v0 db: "conn *"
  v1 same: "conn *"
  v0 = call "connect" () @12
  call "add" (text "third", v0) @13
  call "close" (v0) @14
  v1 = call "find" (p0) @15
  call "ping" (v1) @16
}
)"),
              IsEmpty());
}

} // namespace
} // namespace cursor_tidy::solve
