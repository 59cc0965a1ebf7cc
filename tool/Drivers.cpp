//===- Drivers.cpp - shows what is known of drivers -----------------------===//
//
// Everything is read off the models, drivers in the order of their names.
//
//===----------------------------------------------------------------------===//
#include "Drivers.h"

#include "findings/Subject.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

#include <nlohmann/json.hpp>

using namespace llvm;
using Json = nlohmann::ordered_json;

namespace cursor_tidy::tool {
namespace {

StringRef roleOf(const model::Handle &Of) {
  switch (Of.Kind.Is) {
  case facts::Role::Environment:
    return "environment";
  case facts::Role::Connection:
    return "connection";
  case facts::Role::Cursor:
    return "cursor";
  }
  return "";
}

StringRef sharingOf(const model::Handle &Of) {
  switch (Of.Kind.Sharing) {
  case facts::Word::Shared:
    return "shared";
  case facts::Word::ReadShared:
    return "read-shared";
  case facts::Word::Serial:
    return "serial";
  case facts::Word::Pinned:
    return "pinned";
  }
  return "";
}

StringRef evidenceOf(model::Evidence How) {
  switch (How) {
  case model::Evidence::Documented:
    return "documented";
  case model::Evidence::Source:
    return "read in its source";
  case model::Evidence::Header:
    return "read in its header";
  case model::Evidence::Run:
    return "seen in a run";
  case model::Evidence::Maintainer:
    return "said by a maintainer";
  case model::Evidence::Inferred:
    return "inferred";
  case model::Evidence::Assumed:
    return "assumed";
  }
  return "";
}

std::vector<const model::Driver *> sorted(const model::Models &Models) {
  std::vector<const model::Driver *> Drivers;
  for (const model::Driver &Driver : Models.drivers())
    Drivers.push_back(&Driver);
  sort(Drivers, [](const model::Driver *L, const model::Driver *R) {
    return L->Name < R->Name;
  });
  return Drivers;
}

/// `type`, or `type (level 1)` where the handle has another level than its
/// driver.
std::string shortly(const model::Driver &Driver, const model::Handle &Of) {
  std::string Text(Of.Kind.Type.text());
  if (Of.Kind.Level != Driver.Level)
    Text += " (level " + std::to_string(Of.Kind.Level) + ")";
  return Text;
}

bool isAssumed(const model::Driver &Driver) {
  return any_of(Driver.Handles, [&](const model::Handle &Handle) {
    return Handle.Kind.Level == Driver.Level && Handle.Kind.Assumed;
  });
}

std::string asRows(const model::Models &Models) {
  std::string Text;
  raw_string_ostream Stream(Text);
  size_t Width = 0;
  for (const model::Driver &Driver : Models.drivers())
    Width = std::max(Width, Driver.Name.size());
  for (const model::Driver *Driver : sorted(Models)) {
    std::vector<std::string> Handles;
    for (const model::Handle &Handle : Driver->Handles)
      Handles.push_back(shortly(*Driver, Handle));
    Stream << left_justify(Driver->Name, Width) << "  level "
           << int(Driver->Level) << (isAssumed(*Driver) ? ", assumed" : "")
           << "  " << Driver->Title << ": " << join(Handles, ", ") << " ("
           << Driver->DeclaredBy << ")\n";
  }
  return Text;
}

Json asValue(const model::Driver &Driver) {
  Json Handles = Json::array();
  for (const model::Handle &Handle : Driver.Handles)
    Handles.push_back({{"type", Handle.Kind.Type.text()},
                       {"role", roleOf(Handle).str()},
                       {"sharing", sharingOf(Handle).str()},
                       {"level", Handle.Kind.Level},
                       {"assumed", Handle.Kind.Assumed},
                       {"closer", Handle.Kind.Closer.text()},
                       {"source", Handle.Source}});
  return {{"name", Driver.Name},
          {"title", Driver.Title},
          {"level", Driver.Level},
          {"declaredBy", Driver.DeclaredBy},
          {"handles", Handles}};
}

void explain(raw_ostream &Stream, const model::Handle &Handle) {
  Stream << "  " << Handle.Kind.Type.text() << " (" << roleOf(Handle) << ", "
         << sharingOf(Handle) << ", level " << int(Handle.Kind.Level)
         << (Handle.Kind.Assumed ? ", assumed" : "") << ")";
  if (!Handle.Kind.Closer.empty())
    Stream << ", closed by " << Handle.Kind.Closer.text();
  Stream << "\n    " << Handle.Source << " (" << evidenceOf(Handle.How)
         << ")\n";
}

} // namespace

std::string listDrivers(const model::Models &Models, Format As) {
  if (As == Format::Text)
    return asRows(Models);
  Json All = Json::array();
  for (const model::Driver *Driver : sorted(Models))
    All.push_back(asValue(*Driver));
  return All.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Expected<std::string> explainDriver(const model::Models &Models,
                                    StringRef Name) {
  std::vector<StringRef> Names;
  const model::Driver *Found = nullptr;
  for (const model::Driver *Driver : sorted(Models)) {
    Names.push_back(Driver->Name);
    if (Driver->Name == Name)
      Found = Driver;
  }
  if (!Found)
    return createStringError("--explain-driver: no driver is called '" + Name +
                             "'; the models know " + join(Names, ", "));
  std::string Text;
  raw_string_ostream Stream(Text);
  Stream << Found->Name << ": " << Found->Title << "\nlevel "
         << int(Found->Level) << ": " << findings::levelInWords(Found->Level)
         << " (declared by " << Found->DeclaredBy << ")\n";
  if (!Found->Source.empty())
    Stream << "  " << Found->Source << '\n';
  Stream << "headers: " << join(Found->Headers, ", ") << "\nhandles:\n";
  for (const model::Handle &Handle : Found->Handles)
    explain(Stream, Handle);
  Stream << "functions (the others of its headers are accesses through each "
            "handle that they take):\n";
  for (const model::Function &Function : Models.functions())
    if (Function.Driver == Name)
      Stream << "  " << Function.Name << ": " << Function.Source << " ("
             << evidenceOf(Function.How) << ")\n";
  return Text;
}

} // namespace cursor_tidy::tool
