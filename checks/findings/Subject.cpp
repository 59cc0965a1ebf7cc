//===- Subject.cpp - how a message speaks of a handle ---------------------===//
#include "findings/Subject.h"

namespace cursor_tidy::findings {

std::string_view levelInWords(int Level) {
  switch (Level) {
  case 0:
    return "threads may not even share the module";
  case 1:
    return "threads may share the module, not connections";
  case 2:
    return "threads may share connections, not cursors";
  default:
    return "threads may share connections and cursors";
  }
}

namespace {

/// Where the handle's own word says more than the level of its driver.
std::string_view wordInWords(const solve::HandleRef &Ref, facts::Role Is,
                             int Level) {
  switch (Ref.Sharing) {
  case facts::Word::Pinned:
    return "; only the thread that opened this handle may use it";
  case facts::Word::ReadShared:
    return "; of this handle they may share reads";
  case facts::Word::Serial:
    return Is == facts::Role::Connection && Level >= 2
               ? "; but only one of them at a time may use this handle"
               : "";
  case facts::Word::Shared:
    return "";
  }
  return "";
}

} // namespace

std::string quote(facts::Name Text) {
  return "'" + std::string(Text.text()) + "'";
}

std::string_view Subject::role() const {
  switch (Kind.Is) {
  case facts::Role::Environment:
    return "environment";
  case facts::Role::Connection:
    return "connection";
  case facts::Role::Cursor:
    return "cursor";
  }
  return "handle";
}

std::string_view Subject::driver() const {
  return (Kind.Title.empty() ? Kind.Driver : Kind.Title).text();
}

std::string Subject::name() const {
  return Ref.Variable.empty() ? "this " + std::string(role())
                              : quote(Ref.Variable);
}

std::string Subject::introduced() const {
  std::string_view Article = Kind.Is == facts::Role::Environment ? "an " : "a ";
  std::string Text = Ref.Variable.empty() ? std::string(Article).append(role())
                                          : quote(Ref.Variable);
  return Text.append(" (")
      .append(driver())
      .append(" ")
      .append(Kind.Type.text())
      .append(")");
}

std::string Subject::declaredBy() const {
  facts::Name By = Ref.DeclaredBy.empty() ? Kind.DeclaredBy : Ref.DeclaredBy;
  return std::string(By.text());
}

std::string Subject::levelClause() const {
  std::string Text = " (level " + std::to_string(level()) + ": ";
  Text.append(levelInWords(level())).append(wordInWords(Ref, Kind.Is, level()));
  std::string By = declaredBy();
  // A level that the code or the user declares is no assumption of the model.
  bool Assumed = Kind.Assumed &&
                 (Ref.DeclaredBy.empty() || Ref.DeclaredBy == Kind.DeclaredBy);
  if (Assumed || By.empty())
    Text += "; assumed, no document says it";
  else
    Text += "; declared by " + By;
  return Text + ")";
}

std::string Subject::closeIt() const {
  return Kind.Closer.empty() ? "close it"
                             : "close it with " + quote(Kind.Closer);
}

Handle Subject::handle() const {
  return {.Name = std::string(Ref.Variable.text()),
          .Type = std::string(Kind.Type.text()),
          .Role = std::string(role()),
          .Driver = std::string(Kind.Driver.text()),
          .Level = level(),
          .DeclaredBy = declaredBy()};
}

Subject subjectOf(const solve::HandleRef &Ref, const solve::Solution &Known) {
  auto Found = Known.Kinds.find(Ref.Kind);
  if (Found != Known.Kinds.end())
    return {Ref, Found->second};
  // A kind that no unit describes still has a key to show.
  facts::HandleKind Unknown;
  Unknown.Key = Unknown.Type = Ref.Kind;
  return {Ref, Unknown};
}

} // namespace cursor_tidy::findings
