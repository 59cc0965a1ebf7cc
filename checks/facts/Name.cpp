//===- Name.cpp - the pool of interned strings ----------------------------===//
//
// One pool for the process, in shards so that threads which extract different
// units seldom wait for each other. The pool is never destroyed: names may be
// used by destructors of statics.
//
//===----------------------------------------------------------------------===//
#include "facts/Name.h"

#include <array>
#include <mutex>
#include <string>
#include <unordered_set>

namespace cursor_tidy::facts {
namespace {

/// Lets the pool be asked with a view, without making a string first.
struct TextHash {
  using is_transparent = void;
  size_t operator()(std::string_view Text) const {
    return std::hash<std::string_view>()(Text);
  }
};

/// The nodes of an unordered set never move, so a view of one stays good.
struct Shard {
  std::mutex Guard;
  std::unordered_set<std::string, TextHash, std::equal_to<>> Texts;

  std::string_view intern(std::string_view Text) {
    std::lock_guard Held(Guard);
    auto Found = Texts.find(Text);
    if (Found == Texts.end())
      Found = Texts.emplace(Text).first;
    return *Found;
  }
};

std::string_view intern(std::string_view Text) {
  static auto &Pool = *new std::array<Shard, 32>;
  // The high bits choose the shard: the low ones choose the bucket in it.
  size_t Hash = TextHash()(Text);
  return Pool[(Hash >> 40) % Pool.size()].intern(Text);
}

} // namespace

Name::Name(std::string_view Text) {
  if (Text.empty())
    return;
  std::string_view Kept = intern(Text);
  Data = Kept.data();
  Size = Kept.size();
}

} // namespace cursor_tidy::facts
