//===- Inputs.cpp - the files that a run reads ----------------------------===//
#include "Inputs.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

class NotingDisk : public vfs::ProxyFileSystem {
public:
  NotingDisk(IntrusiveRefCntPtr<vfs::FileSystem> Disk, Inputs &Into)
      : ProxyFileSystem(std::move(Disk)), Into(Into) {}

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    return noted(Path, ProxyFileSystem::status(Path));
  }
  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    auto Got = noted(Path, ProxyFileSystem::openFileForRead(Path));
    if (Got)
      compareShortened(Path);
    return Got;
  }
  bool exists(const Twine &Path) override { return bool(status(Path)); }

private:
  template <typename T> ErrorOr<T> noted(const Twine &Path, ErrorOr<T> Got) {
    if (!Got) {
      SmallString<256> Full;
      Path.toVector(Full);
      if (!makeAbsolute(Full))
        Into.noteAbsent(Full);
    }
    return Got;
  }

  /// Notes a path that names another file without its `a/..`.
  void compareShortened(const Twine &Path) {
    SmallString<256> Full;
    Path.toVector(Full);
    if (makeAbsolute(Full))
      return;
    SmallString<256> Shorter = Full;
    bool IsSame = false;
    if (sys::path::remove_dots(Shorter, /*remove_dot_dot=*/true) &&
        (sys::fs::equivalent(Full, Shorter, IsSame) || !IsSame))
      Into.noteMisnamed(Shorter);
  }

  Inputs &Into;
};

} // namespace

std::string hashOf(StringRef Content) {
  XXH128_hash_t Hash = xxh3_128bits(arrayRefFromStringRef(Content));
  return utohexstr(Hash.high64, /*LowerCase=*/true, 16) +
         utohexstr(Hash.low64, /*LowerCase=*/true, 16);
}

StringRef Inputs::pathOf(StringRef Path) {
  std::lock_guard Lock(Guard);
  return Paths.insert(Path).first->first();
}

std::string Inputs::hashOfFile(StringRef Path) {
  {
    std::lock_guard Lock(Guard);
    if (auto Known = Hashes.find(Path); Known != Hashes.end())
      return Known->second;
  }
  auto Text = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                    /*RequiresNullTerminator=*/false);
  std::string Hash = Text ? hashOf((*Text)->getBuffer()) : "";
  std::lock_guard Lock(Guard);
  if (Hash.empty())
    Missing.insert(Path);
  else
    Hashes[Path] = Hash;
  return Hash;
}

IntrusiveRefCntPtr<vfs::FileSystem> Inputs::disk() {
  return makeIntrusiveRefCnt<NotingDisk>(
      IntrusiveRefCntPtr<vfs::FileSystem>(vfs::createPhysicalFileSystem()),
      *this);
}

void Inputs::noteAbsent(StringRef Path) {
  std::lock_guard Lock(Guard);
  Missing.insert(Path);
}

void Inputs::noteMisnamed(StringRef Path) {
  std::lock_guard Lock(Guard);
  Misnamed.insert(Path);
}

bool Inputs::isMisnamed(StringRef Path) {
  std::lock_guard Lock(Guard);
  return Misnamed.contains(Path);
}

std::vector<std::pair<std::string, std::string>> Inputs::files() {
  std::lock_guard Lock(Guard);
  std::vector<std::pair<std::string, std::string>> All;
  for (const auto &Entry : Hashes)
    All.emplace_back(Entry.first(), Entry.second);
  sort(All);
  return All;
}

std::vector<std::string> Inputs::absent() {
  std::lock_guard Lock(Guard);
  std::vector<std::string> All;
  for (const auto &Entry : Missing)
    All.push_back(Entry.first().str());
  sort(All);
  return All;
}

} // namespace cursor_tidy::tool
