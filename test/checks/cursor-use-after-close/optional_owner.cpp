// RUN: %check %s -- -std=c++17
// A std::optional builds, moves and ends the object that it holds.
#include <sqlite3.h>

#include <memory>
#include <optional>
#include <utility>

class Database {
public:
  explicit Database(const char *File) {
    if (sqlite3_open(File, &Handle)) {
      sqlite3_close(Handle);
      Handle = nullptr;
    }
  }
  Database(Database &&Other) noexcept
      : Handle(std::exchange(Other.Handle, nullptr)) {}
  Database &operator=(Database &&Other) noexcept {
    std::swap(Handle, Other.Handle);
    return *this;
  }
  ~Database() { sqlite3_close(Handle); }
  sqlite3 *get() const { return Handle; }

private:
  sqlite3 *Handle = nullptr;
};

int run(sqlite3 *Db) {
  return sqlite3_exec(Db, "x", nullptr, nullptr, nullptr);
}

int assignedSilent() {
  std::optional<Database> Kept;
  Kept = Database("a");
  Kept = Database("b");
  return run(Kept->get());
}

int assignedReported() {
  std::optional<Database> Kept(Database("a"));
  sqlite3 *Old = Kept->get();
  Kept = Database("b");
  return run(Old);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}is used after it was closed{{.*}} [cursor-use-after-close]
}

int movedSilent() {
  std::optional<Database> From(Database("a"));
  auto To = std::move(From);
  From.reset();
  return run(To->get());
}

int movedAssignedSilent() {
  std::optional<Database> From(Database("a")), To;
  To = std::move(From);
  From.reset();
  return run(To->get());
}

int movedAssignedReported() {
  std::optional<Database> From(Database("a")), To(Database("b"));
  sqlite3 *Old = To->get();
  To = std::move(From);
  return run(Old);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}is used after it was closed{{.*}} [cursor-use-after-close]
}

int swappedSilent() {
  std::optional<Database> One(Database("a")), Two;
  std::swap(One, Two);
  One.reset();
  return run(Two->get());
}

int swappedByMethodSilent() {
  std::optional<Database> One(Database("a")), Two;
  Two.swap(One);
  One.reset();
  return run(Two->get());
}

int swappedReported() {
  std::optional<Database> One(Database("a")), Two;
  sqlite3 *Moved = One->get();
  std::swap(One, Two);
  Two.reset();
  return run(Moved);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}is used after it was closed{{.*}} [cursor-use-after-close]
}

int valueOrSilent(bool IsNamed) {
  std::optional<Database> Named;
  if (IsNamed)
    Named.emplace("a");
  Database Used = std::move(Named).value_or(Database("b"));
  return run(Used.get());
}

int clearedReported() {
  std::optional<Database> Kept(Database("a"));
  sqlite3 *Old = Kept->get();
  Kept = std::nullopt;
  return run(Old);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}is used after it was closed{{.*}} [cursor-use-after-close]
}

int clearedSilent() {
  std::optional<Database> Kept(Database("a"));
  sqlite3 *Old = Kept->get();
  if (Kept == std::nullopt)
    return 0;
  return run(Old);
}
