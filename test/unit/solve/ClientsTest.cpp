//===- ClientsTest.cpp - which callers are made up, and how they look
//---------===//
#include "solve/Clients.h"
#include "facts/Text.h"

#include "gtest/gtest.h"

namespace cursor_tidy::solve {
namespace {

const Root This = {.What = Root::Kind::This};
const Root FirstParam = {.What = Root::Kind::Param};
Root global(std::string_view Symbol) {
  return {.What = Root::Kind::Global, .Symbol = facts::Name(Symbol)};
}

/// A program, and what its functions do to handles.
class ClientsTest : public testing::Test {
protected:
  void program(std::string_view Text) {
    llvm::Expected<facts::Program> Read = facts::parseProgram(Text);
    ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError());
    Program = std::move(*Read);
  }
  Behaviour &when(std::string_view Symbol) {
    return Behaviours[facts::Name(Symbol)];
  }
  Clients make() const {
    return clientsOf(Program, [this](facts::Name Symbol) {
      auto Known = Behaviours.find(Symbol);
      return Known == Behaviours.end() ? Behaviour() : Known->second;
    });
  }
  /// The symbols of all clients, one a line.
  std::string names() const {
    std::string Result;
    for (const facts::Function &Client : make().Functions)
      Result += std::string(Client.Symbol.text()) + "\n";
    return Result;
  }

  facts::Program Program;
  std::map<facts::Name, Behaviour> Behaviours;
};

class MemberClients : public ClientsTest {
protected:
  void SetUp() override {
    program(R"(
      class "Store" {
        method "make"
        method "start"
        method "query"
        method "poll"
        method "work"
      }
      define "make" class "Store" constructor (file: const char*) {
      }
      define "start" class "Store" {
      }
      define "query" class "Store" (sql: const char*) {
      }
      define "poll" class "Store" {
      }
      define "work" class "Store" hidden {
      }
    )");
  }
};

TEST_F(MemberClients, StarterMeetsAMethodThatTouchesTheSameObject) {
  when("start").ByThreads = {This};
  when("query").ByCaller = {This};
  ASSERT_EQ(names(), "client make start query\n");
  EXPECT_EQ(facts::print(make().Functions[0]),
            R"(define "client make start query" "" hidden implicit {
  p0 "": "Store *" pointer
  p1 file: "const char*" pointer borrow
  p2 sql: "const char*" pointer borrow
b0:
  make p0.* "Store"
  call "make" (p1) this p0
  call "start" () this p0
  call "query" (p2) this p0
  return
}
)");
}

TEST_F(MemberClients, NoThreadNoClient) {
  when("start").ByCaller = {This};
  when("query").ByCaller = {This};
  EXPECT_EQ(names(), "");
}

TEST_F(MemberClients, MethodThatTouchesNothingIsLeftOut) {
  when("start").ByThreads = {This};
  EXPECT_EQ(names(), "");
}

TEST_F(MemberClients, PrivateMethodIsLeftOut) {
  when("start").ByThreads = {This};
  when("work").ByCaller = {This};
  EXPECT_EQ(names(), "");
}

TEST_F(MemberClients, ThreadOfTheConstructorMeetsEveryMethod) {
  when("make").ByThreads = {This};
  when("query").ByCaller = {This};
  when("poll").ByCaller = {This};
  EXPECT_EQ(names(), "client make query\nclient make poll\n");
}

TEST_F(MemberClients, StarterMeetsItselfOnlyWhenItDetaches) {
  when("start").ByThreads = {This};
  EXPECT_EQ(names(), "");
  when("start").IsRepeatable = true;
  EXPECT_EQ(names(), "client make start start\n");
}

TEST_F(MemberClients, CopyConstructorMakesNoObject) {
  program(R"(
    class "Store" {
      method "copy"
      method "start"
      method "query"
    }
    define "copy" class "Store" constructor (other: const Store &) {
    }
    define "start" class "Store" {
    }
    define "query" class "Store" {
    }
  )");
  when("start").ByThreads = {This};
  when("query").ByCaller = {This};
  EXPECT_EQ(names(), "client start query\n");
}

TEST_F(ClientsTest, PairThatTheProgramCallsIsLeftToIt) {
  constexpr std::string_view Class = R"(
    class "Store" {
      method "start"
      method "query"
    }
    define "start" class "Store" {
    }
    define "query" class "Store" {
    }
  )";
  when("start").ByThreads = {This};
  when("query").ByCaller = {This};
  program(Class);
  EXPECT_EQ(names(), "client start query\n");
  program(std::string(Class) + R"(
    define "main" {
      call "start" () this &v0
      call "query" () this &v0
    }
  )");
  EXPECT_EQ(names(), "");
}

TEST_F(ClientsTest, CallFromTheSameClassIsNoUse) {
  program(R"(
    class "Store" {
      method "start"
      method "query"
      method "both"
    }
    define "start" class "Store" {
    }
    define "query" class "Store" {
    }
    define "both" class "Store" {
      call "start" () this this
      call "query" () this this
    }
  )");
  when("start").ByThreads = {This};
  when("query").ByCaller = {This};
  EXPECT_EQ(names(), "client start query\n");
}

class InheritedClients : public ClientsTest {
protected:
  void SetUp() override {
    program(R"(
      class "c:Base" "app::Base" {
        method "start"
        method "poll"
      }
      class "c:Derived" "app::Derived" bases "c:Base" {
        method "query"
        method "polled"
      }
      define "start" class "c:Base" {
      }
      define "poll" class "c:Base" virtual {
      }
      define "query" class "c:Derived" {
      }
      define "polled" class "c:Derived" virtual overrides "poll" {
      }
    )");
    when("start").ByThreads = {This};
  }
};

TEST_F(InheritedClients, StarterOfTheBaseMeetsAMethodOfTheDerivedClass) {
  when("query").ByCaller = {This};
  ASSERT_EQ(names(), "client start query\n");
  EXPECT_NE(facts::print(make().Functions[0])
                .find("call \"start\" () this &p0.*.\"<Base>\""),
            std::string::npos);
}

TEST_F(InheritedClients, OverriddenMethodIsNotAMemberOfTheDerivedClass) {
  when("poll").ByCaller = {This};
  EXPECT_EQ(names(), "client start poll\n") << "of an object of the base";
}

//--- Functions --------------------------------------------------------------//

class FunctionClients : public ClientsTest {
protected:
  void SetUp() override {
    program(R"(
      unit "app.c"
      global "db" db: "sqlite3 *"
      define "start" @1 (app: App *) {
      }
      define "query" @2 (app: App *, sql: const char *) {
      }
      define "other" @3 (queue: Queue *) {
      }
      define "main" @4 {
      }
    )");
  }
};

TEST_F(FunctionClients, OverOneGlobalMeet) {
  when("start").ByThreads = {global("db")};
  when("other").ByCaller = {global("db")};
  EXPECT_EQ(names(), "client start other\n");
}

TEST_F(FunctionClients, WhatAWholeProgramDoesNotCallMeetsNothing) {
  const char *Calls = R"(
    global "db" db: "sqlite3 *"
    define "start" @1 () {
    }
    define "other" @3 () {
    }
    define "MAIN" @4 () {
      call "start" ()
    }
  )";
  std::string Whole = Calls, Part = Calls;
  Whole.replace(Whole.find("MAIN"), 4, "main");
  when("start").ByThreads = {global("db")};
  when("other").ByCaller = {global("db")};
  program(Part.c_str());
  EXPECT_EQ(names(), "client start other\n");
  program(Whole.c_str());
  EXPECT_EQ(names(), "");
}

TEST_F(FunctionClients, OverTwoGlobalsDoNotMeet) {
  when("start").ByThreads = {global("db")};
  when("other").ByCaller = {global("log")};
  EXPECT_EQ(names(), "");
}

TEST_F(FunctionClients, MainIsNoOtherFunction) {
  when("start").ByThreads = {global("db")};
  when("main").ByCaller = {global("db")};
  EXPECT_EQ(names(), "");
}

TEST_F(FunctionClients, OverOneContextMeet) {
  when("start").ByThreads = {FirstParam};
  when("query").ByCaller = {FirstParam};
  ASSERT_EQ(names(), "client start query\n");
  const std::string Text = facts::print(make().Functions[0]);
  EXPECT_NE(Text.find("call \"start\" (p0)"), std::string::npos) << Text;
  EXPECT_NE(Text.find("call \"query\" (p0, p1)"), std::string::npos) << Text;
}

TEST_F(FunctionClients, OverContextsOfTwoTypesDoNotMeet) {
  when("start").ByThreads = {FirstParam};
  when("other").ByCaller = {FirstParam};
  EXPECT_EQ(names(), "");
}

TEST_F(FunctionClients, HandleIsNoContext) {
  program(R"(
    define "start" (db: sqlite3 * handle "sqlite3/sqlite3") {
    }
    define "query" (db: sqlite3 * handle "sqlite3/sqlite3") {
    }
  )");
  when("start").ByThreads = {FirstParam};
  when("query").ByCaller = {FirstParam};
  EXPECT_EQ(names(), "");
}

//--- Behaviour --------------------------------------------------------------//

std::vector<Root> inObject(ValueId) { return {This}; }

View starting() {
  View Entry, Result;
  AccessRecord Record;
  Record.Handle = 1;
  Entry.access(Record);
  Result.absorbThread(
      Result.spawn({}), Entry, [](ValueId Value) { return Value; },
      [](ValueId) { return std::vector<ThreadId>(); });
  return Result;
}

TEST(Behaviours, ThreadLeftRunningTouchesTheRoot) {
  const Behaviour Seen = behaviourOf(starting(), inObject);
  EXPECT_EQ(Seen.ByThreads, std::set<Root>{This});
  EXPECT_TRUE(Seen.ByCaller.empty());
  EXPECT_FALSE(Seen.IsRepeatable);
}

TEST(Behaviours, JoinedThreadIsOver) {
  View Path = starting();
  Path.join(1);
  EXPECT_TRUE(behaviourOf(Path, inObject).ByThreads.empty());
}

TEST(Behaviours, DetachedThreadIsRepeatable) {
  View Path = starting();
  Path.detach(1);
  EXPECT_TRUE(behaviourOf(Path, inObject).IsRepeatable);
}

TEST(Behaviours, WayOutWithoutAThreadDoesNotSpoilRepetition) {
  const Behaviour Detached = {{}, {This}, true}, Nothing;
  EXPECT_TRUE(either(Detached, Nothing).IsRepeatable);
  EXPECT_FALSE(either(Nothing, Nothing).IsRepeatable);
  EXPECT_FALSE(either(Detached, {{}, {This}, false}).IsRepeatable);
}

} // namespace
} // namespace cursor_tidy::solve
