//===- JsonWriter.cpp - a report as JSON
//--------------------------------------===//
//
// Keys stand in the order of the schema and nothing depends on time, on the
// number of threads or on the order in which units were read. Bytes that are no
// UTF-8 are replaced, so that the output always is.
//
//===----------------------------------------------------------------------===//
#include "Writers.h"

#include "clang/Basic/Version.h"

#include <nlohmann/json.hpp>

using Json = nlohmann::ordered_json;

namespace cursor_tidy::tool {
namespace {

/// Number of the format; grows with every change that a reader could trip over.
constexpr int FormatVersion = 1;

Json place(const facts::Location &At) {
  return {{"file", At.File.text()},    {"line", At.Line},
          {"column", At.Column},       {"columnUtf16", At.ColumnUtf16},
          {"byteOffset", At.Offset},   {"endLine", At.EndLine},
          {"endColumn", At.EndColumn}, {"endByteOffset", At.EndOffset}};
}

Json handle(const findings::Handle &Of) {
  return {{"name", Of.Name},   {"type", Of.Type},
          {"role", Of.Role},   {"driver", Of.Driver},
          {"level", Of.Level}, {"declaredBy", Of.DeclaredBy}};
}

Json flow(const std::vector<findings::Note> &Notes) {
  Json Steps = Json::array();
  for (const findings::Note &Note : Notes)
    Steps.push_back({{"kind", Note.Kind},
                     {"message", Note.Message},
                     {"location", place(Note.At)}});
  return Steps;
}

Json fixes(const std::vector<findings::Fix> &Fixes) {
  Json List = Json::array();
  for (const findings::Fix &Fix : Fixes) {
    Json Edits = Json::array();
    for (const findings::Edit &Edit : Fix.Edits)
      Edits.push_back({{"location", place(Edit.Range)}, {"text", Edit.Text}});
    List.push_back({{"title", Fix.Title}, {"edits", Edits}});
  }
  return List;
}

Json finding(const findings::Finding &Finding) {
  Json Location = place(Finding.At);
  Location["function"] = Finding.Function;
  return {{"check", Finding.Check},
          {"message", Finding.Message},
          {"severity", Finding.Severity},
          {"location", Location},
          {"handle", handle(Finding.Handle)},
          {"flow", flow(Finding.Flow)},
          {"remedy", Finding.Remedy},
          {"fixes", fixes(Finding.Fixes)},
          {"fingerprint", Finding.Fingerprint}};
}

Json failure(const Failure &Failed) {
  Json Text = {{"unit", Failed.Unit}, {"message", Failed.Message}};
  if (!Failed.File.empty())
    Text["location"] = {{"file", Failed.File},
                        {"line", Failed.Line},
                        {"column", Failed.Column}};
  return Text;
}

Json whole(const Report &Report) {
  Json Findings = Json::array(), Failures = Json::array();
  for (const findings::Finding &Finding : Report.Findings)
    Findings.push_back(finding(Finding));
  for (const Failure &Failed : Report.Failures)
    Failures.push_back(failure(Failed));
  const solve::Counters &Count = Report.Count;
  return {{"version", FormatVersion},
          {"tool",
           {{"name", "cursor-tidy"},
            {"version", CURSOR_TIDY_VERSION},
            {"llvm", CLANG_VERSION_STRING}}},
          {"findings", Findings},
          {"failures", Failures},
          {"stats",
           {{"units", Report.Units.size()},
            {"unitsFailed", Report.Failures.size()},
            {"suppressed", Report.Suppressed},
            {"functions", Count.Functions},
            {"functionsCut", Count.FunctionsCut},
            {"statesMerged", Count.StatesMerged},
            {"statesDropped", Count.StatesDropped}}}};
}

/// Bytes that are no UTF-8 are replaced.
std::string text(const Json &Of, int Indent) {
  return Of.dump(Indent, ' ', /*ensure_ascii=*/false,
                 Json::error_handler_t::replace);
}

std::string answerLine(Json Said, const std::string &Id) {
  Json Answer = {{"id", Json::parse(Id)}};
  Answer.update(Said);
  return text(Answer, -1);
}

} // namespace

std::string asJson(const Report &Report) {
  return text(whole(Report), 2) + "\n";
}

std::string asJsonLine(const Report &Report, const std::string &Id) {
  return answerLine(whole(Report), Id);
}

std::string errorAsJsonLine(const std::string &Message, const std::string &Id) {
  return answerLine({{"error", Message}}, Id);
}

} // namespace cursor_tidy::tool
