// What the reader of model files takes, and how it says what it does not take.
#include "model/Models.h"

#include "llvm/ADT/STLExtras.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace cursor_tidy;
using namespace cursor_tidy::model;
using testing::HasSubstr;

namespace {

/// The error of a text, or empty.
std::string errorOf(std::string_view Text) {
  llvm::Expected<Models> M = Models::read(Text, "my.json");
  return M ? "" : llvm::toString(M.takeError());
}

constexpr std::string_view Small = R"({
  "driver": "toy", "title": "Toy", "level": 1, "declaredBy": "https://toy",
  "headers": ["/toy.h"],
  "macros": [{"macro": "TOY_THREADS", "value": 0, "level": 0}],
  "handles": [{"handle": "conn", "type": "toy_conn", "spellings": ["toy_conn", "toy_conn_s"],
               "role": "connection", "sharing": "serial", "closer": "toy_close", "source": "toy.h"}],
  "functions": [
    {"name": ["toy_open", "toy_open2"], "params": 1, "opens": {"handle": "conn", "at": "result"}, "source": "toy.h"},
    {"name": "toy_next", "params": [1, 2], "source": "toy.h"},
    {"field": {"records": ["toy_s"], "name": "close"}, "closes": {"handle": "conn", "at": "p0"}}]
})";

TEST(ReadModel, findsAHandleByEverySpelling) {
  Models M = llvm::cantFail(Models::read(Small, "toy.json"));
  ASSERT_TRUE(M.handle("toy_conn"));
  EXPECT_EQ(M.handle("toy_conn"), M.handle("toy_conn_s"));
  EXPECT_EQ(M.handle("toy_conn")->Kind.Key.text(), "toy/conn");
  EXPECT_EQ(M.handle("toy_conn")->Kind.DeclaredBy.text(), "https://toy");
  EXPECT_EQ(M.handleOf(facts::Name("toy/conn")), M.handle("toy_conn"));
  EXPECT_FALSE(M.handle("conn"));
}

TEST(ReadModel, findsAFunctionByNameAndArity) {
  Models M = llvm::cantFail(Models::read(Small, "toy.json"));
  EXPECT_TRUE(M.function("toy_open2", 1));
  EXPECT_FALSE(M.function("toy_open2", 2));
  EXPECT_TRUE(M.function("toy_next", 2));
  EXPECT_FALSE(M.function("toy_next", 3));
  EXPECT_TRUE(M.field("toy_s", "close"));
  EXPECT_FALSE(M.field("toy_s", "open"));
}

TEST(ReadModel, knowsADriverByItsHeader) {
  Models M = llvm::cantFail(Models::read(Small, "toy.json"));
  ASSERT_TRUE(M.driverOfHeader("/usr/include/toy.h"));
  EXPECT_FALSE(M.driverOfHeader("/usr/include/mytoy.h"));
  EXPECT_EQ(M.drivers().front().Macros.front().Is.By.text(), "TOY_THREADS=0");
}

TEST(ReadModel, tellsOverloadsApartByType) {
  Models M = llvm::cantFail(Models::read(R"({"library": "l", "functions": [
    {"name": "f", "params": 1, "types": ["S &&"], "does": ["lock p0"]},
    {"name": "f", "params": 1, "types": ["S"], "does": ["unlock p0"]},
    {"name": "f", "params": 1, "does": ["join p0"]}]})",
                                         "l.json"));
  auto Line = [&](const std::string &Type) {
    std::vector<std::string> Types = {Type};
    return M.function("f", 1, Types)->Does.front().Text;
  };
  EXPECT_EQ(Line("S &&"), "lock p0");
  EXPECT_EQ(Line("S"), "unlock p0");
  EXPECT_EQ(Line("T"), "join p0");
  EXPECT_EQ(M.function("f", 1)->Does.front().Text, "join p0");
}

TEST(ReadModel, namesTheMethodsOfAClass) {
  Models M = llvm::cantFail(Models::read(R"({"library": "l", "classes": [
    {"name": ["n::Lock", "n::Base"], "methods": [
      {"name": "constructor", "params": 0}, {"name": "destructor"}, {"name": "take"}]}]})",
                                         "l.json"));
  EXPECT_TRUE(M.function("n::Lock::Lock", 0));
  EXPECT_TRUE(M.function("n::Base::~Base", 0));
  EXPECT_TRUE(M.function("n::Base::take", 7));
  EXPECT_NE(M.modelledClass("n::Base"), nullptr);
  EXPECT_EQ(M.modelledClass("n::Other"), nullptr);
}

TEST(ReadModel, saysTheLineOfBrokenJson) {
  EXPECT_THAT(errorOf("{\n\"driver\": \"x\",\n}"),
              HasSubstr("my.json:3: found"));
  EXPECT_THAT(
      errorOf("{\n\n\"driver\": 1.5\n}"),
      HasSubstr("my.json:3: found the number 1.5, expected an integer"));
  EXPECT_THAT(errorOf("{\"driver\": \"x\",\n \"driver\": \"y\"}"),
              HasSubstr("my.json:2: found the key \"driver\" a second time"));
}

TEST(ReadModel, saysTheLineOfAWrongKey) {
  EXPECT_THAT(errorOf("{\"library\": \"x\",\n\"functions\": [\n{\"name\": "
                      "\"f\",\n\"levl\": 1}]}"),
              HasSubstr("my.json:4: found the key \"levl\", expected one of"));
}

TEST(ReadModel, saysTheLineOfAWrongWord) {
  EXPECT_THAT(errorOf("{\"driver\": \"x\", \"title\": \"X\", \"level\": 1, "
                      "\"declaredBy\": \"\",\n"
                      "\"handles\": [{\"handle\": \"h\", \"spellings\": \"h\", "
                      "\"source\": \"\",\n"
                      "\"role\": \"cusror\"}]}"),
              HasSubstr("my.json:3: found the text \"cusror\", expected one of "
                        "\"environment\", \"connection\", \"cursor\""));
}

TEST(ReadModel, saysTheLineOfAStepThatIsNone) {
  EXPECT_THAT(
      errorOf("{\"library\": \"x\",\n\"functions\": [{\"name\": \"f\",\n"
              "\"does\": [\"lock p0\",\n\"frobnicate p0\"]}]}"),
      HasSubstr("my.json:4: found the text \"frobnicate p0\", expected a "
                "line of the handle program"));
}

TEST(ReadModel, saysTheLineOfAConditionThatIsNone) {
  EXPECT_THAT(
      errorOf("{\"library\": \"x\",\n\"functions\": [{\"name\": \"f\",\n"
              "\"does\": [{\"if\": \"p0 == 1\", \"then\": []},\n"
              "{\"while\": \"p0 > 1\", \"do\": []}]}]}"),
      HasSubstr("my.json:4: found the text \"p0 > 1\", expected a "
                "line of the handle program"));
}

TEST(ReadModel, saysWhatIsMissing) {
  EXPECT_THAT(
      errorOf("{}"),
      HasSubstr("my.json:1: found an object without the key \"driver\""));
  EXPECT_THAT(errorOf("{\"driver\": \"x\"}"), HasSubstr("without the key"));
  EXPECT_THAT(errorOf(""), HasSubstr("my.json:1: found"));
}

TEST(ReadModel, saysThatALevelIsNone) {
  EXPECT_THAT(errorOf("{\"driver\": \"x\", \"title\": \"\", \"declaredBy\": "
                      "\"\", \"level\": 7}"),
              HasSubstr("found the number 7, expected a level from 0 to 3"));
}

TEST(Load, saysThatAFileCannotBeRead) {
  llvm::Expected<Models> M = Models::load({"/no/such/model.json"});
  ASSERT_FALSE(M);
  EXPECT_THAT(llvm::toString(M.takeError()),
              HasSubstr("/no/such/model.json: the model file cannot be read"));
}

TEST(Load, hasTheDriversOfTheProject) {
  Models M = llvm::cantFail(Models::load());
  for (const char *Type : {"sqlite3_stmt", "PGconn", "MYSQL", "MDB_txn"})
    EXPECT_TRUE(M.handle(Type)) << Type;
  EXPECT_TRUE(M.function("std::thread::thread", 2));
  EXPECT_TRUE(M.isBorrowerHeader("/usr/include/stdio.h"));
}

/// The models for a unit of which these are all words.
Models knowing(std::initializer_list<llvm::StringRef> Words) {
  return Models::loadFor(
      [&](llvm::StringRef Word) { return llvm::is_contained(Words, Word); });
}

TEST(LoadFor, readsADriverWhoseTypeIsNamed) {
  Models M = knowing({"sqlite3_stmt"});
  EXPECT_TRUE(M.handle("sqlite3"));
  EXPECT_TRUE(M.function("sqlite3_step", 1));
  EXPECT_FALSE(M.handle("PGconn"));
  EXPECT_FALSE(M.function("std::thread::thread", 2));
}

TEST(LoadFor, wantsEveryPartOfAName) {
  EXPECT_FALSE(knowing({"session"}).handle("cppdb::session"));
  EXPECT_TRUE(knowing({"cppdb", "session"}).handle("cppdb::session"));
}

TEST(LoadFor, readsALibraryByWhatItStandsIn) {
  EXPECT_TRUE(knowing({"std"}).function("std::thread::thread", 2));
  EXPECT_TRUE(knowing({"uv_run"}).function("uv_run", 2));
  EXPECT_FALSE(knowing({"std"}).function("uv_run", 2));
}

TEST(LoadFor, readsWhatAnotherLibraryIsLike) {
  EXPECT_TRUE(knowing({"boost"}).modelledClass("boost::unique_lock"));
}

TEST(LoadFor, alwaysKnowsTheBorrowersOfAllPrograms) {
  EXPECT_TRUE(knowing({}).isBorrowerHeader("/usr/include/stdio.h"));
}

} // namespace
