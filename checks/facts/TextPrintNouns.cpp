//===- TextPrintNouns.cpp - names, places and values as text --------------===//
#include "facts/TextPrinter.h"
#include "facts/TextWords.h"

namespace cursor_tidy::facts::text {
namespace {

bool isWord(std::string_view Text) {
  auto Letter = [](char C) {
    return C == '_' || (C >= 'a' && C <= 'z') || (C >= 'A' && C <= 'Z');
  };
  if (Text.empty() || !Letter(Text.front()))
    return false;
  for (char C : Text)
    if (!Letter(C) && !(C >= '0' && C <= '9'))
      return false;
  return true;
}

} // namespace

void Printer::quoted(Name N) {
  Out << '"';
  for (char C : N.text())
    switch (C) {
    case '"':
    case '\\':
      Out << '\\' << C;
      break;
    case '\n':
      Out << "\\n";
      break;
    case '\r':
      Out << "\\r";
      break;
    default:
      Out << C;
    }
  Out << '"';
}

void Printer::quotedIf(Name N, std::string_view Word) {
  if (N.empty())
    return;
  if (!Word.empty())
    Out << ' ' << Word;
  Out << ' ';
  quoted(N);
}

void Printer::names(std::string_view Word, const std::vector<Name> &List) {
  std::string_view Before = Word;
  for (Name N : List) {
    Out << (Before == "," ? ", " : " ");
    if (Before != ",")
      Out << Before << ' ';
    quoted(N);
    Before = ",";
  }
}

void Printer::textIfOther(Name Symbol, Name Text) {
  if (Text == Symbol)
    return;
  Out << ' ';
  quoted(Text);
}

void Printer::place(const Place &P) {
  switch (P.Root) {
  case Place::Base::None:
    Out << '_';
    break;
  case Place::Base::Param:
    Out << 'p' << P.Index;
    break;
  case Place::Base::Local:
    Out << 'v' << P.Index;
    break;
  case Place::Base::Temp:
    Out << 't' << P.Index;
    break;
  case Place::Base::This:
    Out << "this";
    break;
  case Place::Base::Result:
    Out << "result";
    break;
  case Place::Base::Global:
    Out << '@';
    quoted(P.Symbol);
    break;
  }
  for (const Step &S : P.Path)
    step(S);
}

void Printer::step(const Step &S) {
  switch (S.What) {
  case Step::Kind::Field:
    Out << '.';
    if (isWord(S.Field.text()))
      Out << S.Field.text();
    else
      quoted(S.Field);
    break;
  case Step::Kind::Deref:
    Out << ".*";
    break;
  case Step::Kind::Element:
    Out << ".[" << S.Index << ']';
    break;
  case Step::Kind::VariableElement:
    if (S.Index < 0)
      Out << ".[?]";
    else
      Out << ".[t" << S.Index << ']';
    break;
  }
}

void Printer::value(const Value &V) {
  switch (V.What) {
  case Value::Kind::Unknown:
  case Value::Kind::NonZero:
  case Value::Kind::Positive:
  case Value::Kind::Negative:
    Out << wordOf(UnknownWords, V.What);
    break;
  case Value::Kind::Int:
    Out << V.Number;
    break;
  case Value::Kind::Load:
    place(V.Where);
    break;
  case Value::Kind::Address:
    Out << '&';
    place(V.Where);
    break;
  case Value::Kind::Function:
    Out << "fn ";
    quoted(V.Symbol);
    break;
  case Value::Kind::Text:
    Out << "text ";
    quoted(V.Symbol);
    break;
  }
}

void Printer::arguments(const std::vector<Value> &List) {
  Out << '(';
  for (size_t I = 0; I < List.size(); ++I) {
    Out << (I ? ", " : "");
    value(List[I]);
  }
  Out << ')';
}

void Printer::block(BlockId B) {
  if (B == NoBlock)
    Out << " b?";
  else
    Out << " b" << B;
}

void Printer::declared(const Declared &D) {
  if (D.Level >= 0)
    Out << " level " << int(D.Level);
  quotedIf(D.Word, "word");
  Out << " by ";
  quoted(D.By);
}

void Printer::location(const Location &L) {
  if (L == Location{})
    return;
  Out << " @";
  if (L.File != File) {
    quoted(L.File);
    Out << ':';
  }
  Out << L.Line;
  if (L.Column)
    Out << ':' << L.Column;
  if (L.ColumnUtf16 != L.Column)
    Out << '/' << L.ColumnUtf16;
  if (L.Offset)
    Out << '+' << L.Offset;
  if (L.EndLine || L.EndColumn || L.EndOffset)
    Out << '-' << L.EndLine << ':' << L.EndColumn << '+' << L.EndOffset;
}

void Printer::variable(const Variable &V) {
  Out << ' ';
  if (isWord(V.Text.text()))
    Out << V.Text.text();
  else
    quoted(V.Text);
  if (!V.Type.empty()) {
    Out << ": ";
    quoted(V.Type);
  }
  flags(VariableFlags, V);
  quotedIf(V.Class, "class");
  quotedIf(V.Handle, "handle");
  location(V.At);
}

} // namespace cursor_tidy::facts::text
