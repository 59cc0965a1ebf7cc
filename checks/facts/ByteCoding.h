//===- ByteCoding.h - structs as bytes ------------------------------------===//
//
// Numbers are varints of seven bits a byte, signed ones in zigzag; names stand
// in a table in front. What is in a struct says its list of fields. A reader
// trusts no byte.
//
//===----------------------------------------------------------------------===//
#ifndef CURSOR_TIDY_FACTS_BYTECODING_H
#define CURSOR_TIDY_FACTS_BYTECODING_H

#include "facts/SerializeFields.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/xxhash.h"

#include <concepts>
#include <map>
#include <memory>
#include <set>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace cursor_tidy::facts::bytes {

inline void putVarint(std::string &Out, uint64_t Number) {
  for (; Number >= 0x80; Number >>= 7)
    Out += char(Number | 0x80);
  Out += char(Number);
}

inline uint64_t zigzag(int64_t Number) {
  return (uint64_t(Number) << 1) ^ uint64_t(Number >> 63);
}

inline int64_t unzigzag(uint64_t Bits) {
  return int64_t(Bits >> 1) ^ -int64_t(Bits & 1);
}

/// Within 32 bits the difference of two numbers wraps and comes back.
inline uint64_t difference(uint32_t To, uint32_t From) {
  return zigzag(int32_t(To - From));
}

//--- Writing ----------------------------------------------------------------//

class Writer {
public:
  /// Of names: a number in the table, or, for those who only compare, a hash of
  /// the text.
  enum class Names : uint8_t { InTable, Hashed };
  explicit Writer(Names How = Names::InTable) : How(How) {}

  /// All that was put, behind the table of names.
  std::string take() const {
    std::string All;
    putVarint(All, Strings.size());
    for (Name N : Strings) {
      putVarint(All, N.text().size());
      All += N.text();
    }
    return All + Out;
  }

  /// Likewise, without the table.
  std::string_view rest() const { return Out; }

  void put(Name N) {
    if (How == Names::Hashed) {
      const uint64_t Hash = llvm::xxh3_64bits(llvm::StringRef(N.text()));
      Out.append(reinterpret_cast<const char *>(&Hash), sizeof(Hash));
      return;
    }
    auto [Slot, IsNew] = Index.try_emplace(N, Strings.size());
    if (IsNew)
      Strings.push_back(N);
    putVarint(Out, Slot->second);
  }

  template <std::unsigned_integral T> void put(T Number) {
    putVarint(Out, Number);
  }
  template <std::signed_integral T> void put(T Number) {
    putVarint(Out, zigzag(Number));
  }
  template <typename T>
    requires std::is_enum_v<T>
  void put(T Word) {
    putVarint(Out, uint64_t(Word));
  }

  /// Most locations are a short way on from their own begin; nothing else in a
  /// program is as frequent.
  void put(const Location &L) {
    put(L.File);
    put(L.Line);
    put(L.Column);
    put(difference(L.ColumnUtf16, L.Column));
    put(L.Offset);
    put(difference(L.EndLine, L.Line));
    put(difference(L.EndColumn, L.Column));
    put(difference(L.EndOffset, L.Offset));
  }

  template <typename T> void put(const std::vector<T> &List) {
    putVarint(Out, List.size());
    for (const T &Element : List)
      put(Element);
  }
  template <typename T> void put(const std::optional<T> &Maybe) {
    put(Maybe.has_value());
    if (Maybe)
      put(*Maybe);
  }
  template <typename T> void put(const std::set<T> &Elements) {
    putVarint(Out, Elements.size());
    for (const T &Element : Elements)
      put(Element);
  }
  template <typename K, typename T> void put(const std::map<K, T> &Entries) {
    putVarint(Out, Entries.size());
    for (const auto &Entry : Entries)
      put(Entry);
  }
  template <typename L, typename R> void put(const std::pair<L, R> &Pair) {
    put(Pair.first);
    put(Pair.second);
  }
  template <typename T> void put(const std::shared_ptr<T> &Maybe) {
    put(Maybe != nullptr);
    if (Maybe)
      put(*Maybe);
  }
  template <typename... T> void put(const std::variant<T...> &OneOf) {
    putVarint(Out, OneOf.index());
    std::visit([this](const auto &Is) { this->put(Is); }, OneOf);
  }
  template <typename T>
    requires requires { fields(Tag<T>()); }
  void put(const T &Struct) {
    std::apply([&](auto... Member) { (put(Struct.*Member), ...); },
               fields(Tag<T>()));
  }

private:
  Names How;
  std::string Out;
  std::vector<Name> Strings;
  std::unordered_map<Name, size_t> Index;
};

//--- Reading ----------------------------------------------------------------//

/// Reads until the first mistake; from then on it reads zeros and has failed.
class Reader {
public:
  explicit Reader(std::string_view Bytes) : Bytes(Bytes) {}

  bool failed() const { return Failed; }
  size_t at() const { return At; }
  bool atEnd() const { return At == Bytes.size(); }

  uint64_t varint() {
    uint64_t Number = 0;
    for (unsigned Shift = 0; Shift < 64; Shift += 7) {
      if (At == Bytes.size())
        break;
      uint64_t Byte = uint8_t(Bytes[At++]);
      // The tenth byte has room for one bit only.
      if (Shift == 63 && Byte > 1)
        break;
      Number |= (Byte & 0x7f) << Shift;
      if (!(Byte & 0x80))
        return Number;
    }
    return fail();
  }

  std::string_view raw(uint64_t Length) {
    if (Length > Bytes.size() - At) {
      fail();
      return {};
    }
    At += Length;
    return Bytes.substr(At - Length, Length);
  }

  void strings() {
    for (uint64_t Count = varint(); Count && !Failed; --Count)
      Strings.emplace_back(raw(varint()));
  }

  void read(Name &N) {
    uint64_t Number = varint();
    if (Number < Strings.size())
      N = Strings[Number];
    else
      fail();
  }
  void read(bool &Flag) { Flag = below(2); }
  template <std::unsigned_integral T> void read(T &Number) {
    uint64_t Read = varint();
    Number = T(Read);
    if (Number != Read)
      fail();
  }
  template <std::signed_integral T> void read(T &Number) {
    int64_t Read = unzigzag(varint());
    Number = T(Read);
    if (Number != Read)
      fail();
  }
  template <typename T>
    requires std::is_enum_v<T>
  void read(T &Word) {
    Word = T(below(uint64_t(last(Tag<T>())) + 1));
  }

  void read(Location &L) {
    read(L.File);
    read(L.Line);
    read(L.Column);
    L.ColumnUtf16 = from(L.Column);
    read(L.Offset);
    L.EndLine = from(L.Line);
    L.EndColumn = from(L.Column);
    L.EndOffset = from(L.Offset);
  }

  // A count is not believed: memory grows only with what is really there.
  template <typename T> void read(std::vector<T> &List) {
    for (uint64_t Count = varint(); Count && !Failed; --Count)
      read(List.emplace_back());
  }
  template <typename T> void read(std::optional<T> &Maybe) {
    if (below(2))
      read(Maybe.emplace());
  }
  template <typename T> void read(std::set<T> &Elements) {
    for (uint64_t Count = varint(); Count && !Failed; --Count) {
      T Element{};
      read(Element);
      Elements.insert(std::move(Element));
    }
  }
  template <typename K, typename T> void read(std::map<K, T> &Entries) {
    for (uint64_t Count = varint(); Count && !Failed; --Count) {
      std::pair<K, T> Entry;
      read(Entry);
      Entries.insert(std::move(Entry));
    }
  }
  template <typename L, typename R> void read(std::pair<L, R> &Pair) {
    read(Pair.first);
    read(Pair.second);
  }
  template <typename... T> void read(std::variant<T...> &OneOf) {
    readAlternative(OneOf, below(sizeof...(T)),
                    std::index_sequence_for<T...>());
  }
  template <typename T>
    requires requires { fields(Tag<T>()); }
  void read(T &Struct) {
    std::apply([&](auto... Member) { (read(Struct.*Member), ...); },
               fields(Tag<T>()));
  }

private:
  template <typename Variant, size_t... I>
  void readAlternative(Variant &OneOf, uint64_t Index,
                       std::index_sequence<I...>) {
    ((I == Index ? read(OneOf.template emplace<I>()) : void()), ...);
  }

  uint64_t below(uint64_t Bound) {
    uint64_t Number = varint();
    return Number < Bound ? Number : fail();
  }

  uint32_t from(uint32_t Start) { return Start + uint32_t(unzigzag(varint())); }

  uint64_t fail() {
    Failed = true;
    At = Bytes.size();
    return 0;
  }

  std::string_view Bytes;
  std::vector<Name> Strings;
  size_t At = 0;
  bool Failed = false;
};

} // namespace cursor_tidy::facts::bytes

#endif
