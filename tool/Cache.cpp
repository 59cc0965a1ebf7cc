//===- Cache.cpp - what earlier runs found out ----------------------------===//
#include "Cache.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

#include <vector>

using namespace llvm;

namespace cursor_tidy::tool {
namespace {

constexpr StringRef Magic = "cursor-tidy kept 1\n";
constexpr StringRef Extension = ".kept", Unfinished = ".part";

std::string checksum(StringRef Value) {
  return formatv("{0:x-16}\n", xxh3_64bits(Value)).str();
}

struct Entry {
  std::string Path;
  uint64_t Bytes = 0;
  sys::TimePoint<> Used;
};

/// Calls Do for each file below a folder.
void eachFile(StringRef Folder, function_ref<void(const Entry &)> Do) {
  std::error_code Code;
  for (sys::fs::recursive_directory_iterator At(Folder, Code), End;
       At != End && !Code; At.increment(Code)) {
    sys::fs::file_status Status;
    if (sys::fs::status(At->path(), Status) ||
        Status.type() != sys::fs::file_type::regular_file)
      continue;
    Do({At->path(), Status.getSize(), Status.getLastModificationTime()});
  }
}

/// Marks a file as used now, at most once an hour.
void touch(StringRef Path) {
  sys::fs::file_status Status;
  auto Now = std::chrono::system_clock::now();
  if (sys::fs::status(Path, Status) ||
      Now - Status.getLastModificationTime() < std::chrono::hours(1))
    return;
  int File = -1;
  if (sys::fs::openFileForReadWrite(Path, File, sys::fs::CD_OpenExisting,
                                    sys::fs::OF_None))
    return;
  (void)sys::fs::setLastAccessAndModificationTime(File, Now);
  sys::fs::file_t Native = sys::fs::convertFDToNativeFile(File);
  (void)sys::fs::closeFile(Native);
}

} // namespace

Expected<std::unique_ptr<Cache>> Cache::open(StringRef Folder,
                                             uint64_t MostBytes) {
  if (std::error_code Code = sys::fs::create_directories(Folder))
    return createStringError("--cache-dir " + Folder + ": " + Code.message());
  if (!sys::fs::is_directory(Folder))
    return createStringError("--cache-dir " + Folder + ": is no folder");
  if (sys::fs::access(Folder, sys::fs::AccessMode::Write))
    return createStringError("--cache-dir " + Folder +
                             ": cannot write there; name another folder");
  return std::unique_ptr<Cache>(new Cache(Folder, MostBytes));
}

std::string Cache::usualFolder() {
  SmallString<128> Folder;
  if (!sys::path::cache_directory(Folder))
    return "";
  sys::path::append(Folder, "cursor-tidy");
  return std::string(Folder);
}

std::string Cache::pathOf(StringRef Key) const {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Key.take_front(2), Key + Extension);
  return std::string(Path);
}

std::optional<std::string> Cache::get(StringRef Key) {
  std::string Path = pathOf(Key);
  auto File = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                    /*RequiresNullTerminator=*/false);
  if (!File)
    return std::nullopt;
  StringRef Value = (*File)->getBuffer();
  size_t Head = Magic.size() + checksum("").size();
  if (!Value.consume_front(Magic) || Value.size() + Magic.size() < Head ||
      checksum(Value.drop_front(Head - Magic.size())) !=
          Value.take_front(Head - Magic.size())) {
    (void)sys::fs::remove(Path);
    return std::nullopt;
  }
  touch(Path);
  return Value.drop_front(Head - Magic.size()).str();
}

void Cache::put(StringRef Key, StringRef Value) {
  std::string Path = pathOf(Key);
  if (sys::fs::create_directories(sys::path::parent_path(Path)))
    return;
  Expected<sys::fs::TempFile> File =
      sys::fs::TempFile::create(Path + ".%%%%%%%%" + Unfinished, 0666);
  if (!File)
    return consumeError(File.takeError());
  raw_fd_ostream Stream(File->FD, /*shouldClose=*/false);
  Stream << Magic << checksum(Value) << Value;
  Stream.flush();
  if (Stream.has_error()) {
    Stream.clear_error();
    return consumeError(File->discard());
  }
  if (Error Wrong = File->keep(Path))
    return consumeError(std::move(Wrong));
  HasGrown = true;
}

void Cache::trim() {
  if (!HasGrown)
    return;
  std::vector<Entry> Entries;
  uint64_t Bytes = 0;
  auto Old = std::chrono::system_clock::now() - std::chrono::hours(1);
  eachFile(Folder, [&](const Entry &Each) {
    // What a killed run was about to write.
    if (StringRef(Each.Path).ends_with(Unfinished) && Each.Used < Old) {
      (void)sys::fs::remove(Each.Path);
      return;
    }
    if (!StringRef(Each.Path).ends_with(Extension))
      return;
    Bytes += Each.Bytes;
    Entries.push_back(Each);
  });
  if (Bytes <= MostBytes)
    return;
  sort(Entries, [](const Entry &L, const Entry &R) { return L.Used < R.Used; });
  for (const Entry &Each : Entries) {
    if (Bytes <= MostBytes / 5 * 4) // Room, so that not each run has to.
      return;
    if (!sys::fs::remove(Each.Path))
      Bytes -= Each.Bytes;
  }
}

std::string Cache::statistics() const {
  uint64_t Bytes = 0, Number = 0;
  eachFile(Folder, [&](const Entry &Each) {
    if (!StringRef(Each.Path).ends_with(Extension))
      return;
    Bytes += Each.Bytes;
    ++Number;
  });
  constexpr double Mega = 1 << 20;
  return formatv("{0}\n{1} entries, {2:F1} MB of at most {3:F0} MB\n", Folder,
                 Number, Bytes / Mega, MostBytes / Mega)
      .str();
}

} // namespace cursor_tidy::tool
