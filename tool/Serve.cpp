//===- Serve.cpp - findings for an editor ---------------------------------===//
#include "Serve.h"

#include "Configure.h"
#include "KeptUnit.h"
#include "NoLint.h"
#include "Whole.h"
#include "Writers.h"

#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <istream>
#include <list>
#include <nlohmann/json.hpp>

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

/// A kept unit takes some tens of megabytes.
constexpr size_t MostKept = 8;

/// What an editor asks for.
struct Request {
  std::string Id = "null"; ///< as JSON
  std::string File;
  std::optional<std::string> Text; ///< not saved yet
};

/// A unit with the models that hold for it.
struct Open {
  std::unique_ptr<Setup> Known;
  std::unique_ptr<KeptUnit> Unit;
};

class Server {
public:
  explicit Server(const CommandLine &Line) : Line(Line) {}

  /// The answer to a line, without its end.
  std::string answer(StringRef Text);

private:
  Expected<Request> read(StringRef Text, std::string &Id);
  Expected<std::string> findings(const Request &Of);
  Expected<Open *> open(const std::string &File);
  Expected<Report> analyse(Open &Of, StringRef Text);

  const CommandLine &Line;
  std::list<std::pair<std::string, Open>> Kept; ///< the last asked for in front
};

Expected<Request> Server::read(StringRef Text, std::string &Id) {
  auto Given = nlohmann::json::parse(Text.begin(), Text.end(), nullptr,
                                     /*allow_exceptions=*/false);
  if (!Given.is_object())
    return createStringError("a request is a JSON object on one line");
  if (Given.contains("id"))
    Id = Given["id"].dump();
  Request Of{.Id = Id, .File = {}, .Text = std::nullopt};
  if (!Given.contains("file") || !Given["file"].is_string())
    return createStringError("a request has a text \"file\"");
  Of.File = Given["file"].get<std::string>();
  if (!Given.contains("text"))
    return Of;
  if (!Given["text"].is_string())
    return createStringError("\"text\" is the text of the file");
  Of.Text = Given["text"].get<std::string>();
  return Of;
}

Expected<Open *> Server::open(const std::string &File) {
  for (auto At = Kept.begin(); At != Kept.end(); ++At)
    if (At->first == File) {
      Kept.splice(Kept.begin(), Kept, At);
      return &Kept.front().second;
    }
  CommandLine One = Line;
  One.Files = {File};
  Expected<UnitList> Found = findUnits(One);
  if (!Found)
    return Found.takeError();
  Unit First = Found->Units.front();
  Options Chosen = Line.Options;
  Chosen.Configurations = configurationsOf(Line, First.File);
  Expected<Setup> Known = setUp(Chosen);
  if (!Known)
    return Known.takeError();
  Open New;
  New.Known = std::make_unique<Setup>(std::move(*Known));
  New.Unit = std::make_unique<KeptUnit>(First, New.Known->Models);
  Kept.emplace_front(File, std::move(New));
  if (Kept.size() > MostKept)
    Kept.pop_back();
  return &Kept.front().second;
}

Expected<Report> Server::analyse(Open &Of, StringRef Text) {
  Report Report;
  Report.Units = {Of.Unit->unit()};
  auto Parsed = Of.Unit->parse(Text);
  if (auto *Wrong = std::get_if<Failure>(&Parsed)) {
    Report.Failures.push_back(std::move(*Wrong));
    return Report;
  }
  std::vector<facts::Program> Programs;
  Programs.push_back(std::move(std::get<facts::Program>(Parsed)));
  auto IsWanted = [&](std::string_view Check) { return Line.isEnabled(Check); };
  std::optional<Analysis> Result =
      analyzeSafely(std::move(Programs), Of.Known->Options, IsWanted);
  if (!Result)
    return createStringError("cursor-tidy crashed while it followed the "
                             "handles; please report it");
  Report.Findings = std::move(Result->Findings);
  Report.Count = Result->Count;
  auto Overlay = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  Overlay->addFile(Of.Unit->unit().File, 0,
                   MemoryBuffer::getMemBufferCopy(Text));
  auto Disk =
      makeIntrusiveRefCnt<vfs::OverlayFileSystem>(vfs::getRealFileSystem());
  Disk->pushOverlay(Overlay);
  Report.Disk = Disk;
  suppress(Report, nulls());
  return Report;
}

Expected<std::string> Server::findings(const Request &Of) {
  Expected<Open *> Unit = open(Of.File);
  if (!Unit)
    return Unit.takeError();
  std::string Text = Of.Text.value_or("");
  if (!Of.Text) {
    auto Saved = MemoryBuffer::getFile((*Unit)->Unit->unit().File);
    if (!Saved)
      return createStringError(Of.File + ": " + Saved.getError().message());
    Text = (*Saved)->getBuffer().str();
  }
  Expected<Report> Result = analyse(**Unit, Text);
  if (!Result)
    return Result.takeError();
  return asJsonLine(*Result, Of.Id);
}

std::string Server::answer(StringRef Text) {
  std::string Id = "null";
  Expected<Request> Asked = read(Text, Id);
  Expected<std::string> Given =
      Asked ? findings(*Asked) : Expected<std::string>(Asked.takeError());
  return Given ? *Given : errorAsJsonLine(toString(Given.takeError()), Id);
}

} // namespace

Status serve(const CommandLine &Line, std::istream &Requests,
             raw_ostream &Answers) {
  Server Server(Line);
  for (std::string Text; std::getline(Requests, Text);)
    if (!StringRef(Text).trim().empty()) {
      Answers << Server.answer(Text) << '\n';
      Answers.flush();
    }
  return Clean;
}

} // namespace cursor_tidy::tool
