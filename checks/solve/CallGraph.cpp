//===- CallGraph.cpp - callees before callers
//--------------------------------===//
//
// Tarjan's algorithm with a stack of its own, for call chains may be long.
//
//===----------------------------------------------------------------------===//
#include "solve/CallGraph.h"

#include <algorithm>
#include <unordered_map>

namespace cursor_tidy::solve {

using namespace facts;

namespace {

using Graph = std::vector<std::vector<uint32_t>>;

Graph callees(const std::vector<const Function *> &Nodes,
              const std::unordered_map<Name, uint32_t> &Numbers) {
  Graph Out(Nodes.size());
  for (uint32_t I = 0; I < Nodes.size(); ++I) {
    auto Add = [&](Name Symbol) {
      if (auto At = Numbers.find(Symbol); At != Numbers.end())
        Out[I].push_back(At->second);
    };
    for (const Block &B : Nodes[I]->Blocks)
      for (const Event &E : B.Events) {
        if (const auto *C = std::get_if<Call>(&E.What))
          if (C->Callee.What == Value::Kind::Function)
            Add(C->Callee.Symbol);
        if (const auto *S = std::get_if<Spawn>(&E.What))
          if (S->Entry.What == Value::Kind::Function)
            Add(S->Entry.Symbol);
      }
  }
  return Out;
}

/// Tarjan's components, each sorted, callees first.
std::vector<std::vector<uint32_t>> strongComponents(const Graph &Next) {
  constexpr uint32_t None = ~0u;
  std::vector<uint32_t> Number(Next.size(), None), Low(Next.size(), 0);
  std::vector<bool> IsOpen(Next.size(), false);
  std::vector<uint32_t> Path;
  std::vector<std::vector<uint32_t>> Found;
  uint32_t Count = 0;
  for (uint32_t Root = 0; Root < Next.size(); ++Root) {
    if (Number[Root] != None)
      continue;
    std::vector<std::pair<uint32_t, size_t>> Stack{{Root, 0}};
    while (!Stack.empty()) {
      auto &[Node, I] = Stack.back();
      if (I == 0 && Number[Node] == None) {
        Number[Node] = Low[Node] = Count++;
        Path.push_back(Node);
        IsOpen[Node] = true;
      }
      if (I < Next[Node].size()) {
        uint32_t To = Next[Node][I++];
        if (Number[To] == None)
          Stack.push_back({To, 0});
        else if (IsOpen[To])
          Low[Node] = std::min(Low[Node], Number[To]);
        continue;
      }
      uint32_t Done = Node;
      Stack.pop_back();
      if (!Stack.empty())
        Low[Stack.back().first] = std::min(Low[Stack.back().first], Low[Done]);
      if (Low[Done] != Number[Done])
        continue;
      std::vector<uint32_t> Members;
      uint32_t Last = None;
      do {
        Last = Path.back();
        Path.pop_back();
        IsOpen[Last] = false;
        Members.push_back(Last);
      } while (Last != Done);
      std::sort(Members.begin(), Members.end());
      Found.push_back(std::move(Members));
    }
  }
  return Found;
}

} // namespace

std::vector<Component> components(const Program &Program) {
  std::vector<const Function *> Nodes;
  for (const Function &F : Program.Functions)
    if (F.Body != BodyKind::Unseen)
      Nodes.push_back(&F);
  std::unordered_map<Name, uint32_t> Numbers;
  for (uint32_t I = 0; I < Nodes.size(); ++I)
    Numbers.emplace(Nodes[I]->Symbol, I);
  Graph Next = callees(Nodes, Numbers);
  std::vector<Component> Out;
  for (const std::vector<uint32_t> &Members : strongComponents(Next)) {
    Component One;
    for (uint32_t I : Members)
      One.Functions.push_back(Nodes[I]);
    uint32_t First = Members.front();
    One.IsCycle = Members.size() > 1 ||
                  std::count(Next[First].begin(), Next[First].end(), First);
    Out.push_back(std::move(One));
  }
  return Out;
}

} // namespace cursor_tidy::solve
