//===- Budget.h - memory that several workers share -----------------------===//
#ifndef CURSOR_TIDY_TOOL_BUDGET_H
#define CURSOR_TIDY_TOOL_BUDGET_H

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace cursor_tidy::tool {

class Budget {
public:
  /// Most: bytes; 0: no bound.
  explicit Budget(uint64_t Most) : Most(Most) {}

  bool isBounded() const { return Most != 0; }

  /// Runs Do once there is room for what it is expected to take. What is more
  /// than everything runs alone.
  template <typename Callable> auto run(uint64_t Expected, Callable Do) {
    Share Held(*this, Expected);
    return Do();
  }

private:
  struct Share {
    Share(Budget &Of, uint64_t Bytes) : Of(Of), Bytes(Bytes) {
      std::unique_lock Lock(Of.Guard);
      Of.Changed.wait(Lock, [&] {
        return !Of.Most || !Of.Used || Of.Used + Bytes <= Of.Most;
      });
      Of.Used += Bytes;
    }
    ~Share() {
      std::lock_guard Lock(Of.Guard);
      Of.Used -= Bytes;
      Of.Changed.notify_all();
    }
    Share(const Share &) = delete;
    Share &operator=(const Share &) = delete;

    Budget &Of;
    const uint64_t Bytes;
  };

  const uint64_t Most;
  uint64_t Used = 0;
  std::mutex Guard;
  std::condition_variable Changed;
};

} // namespace cursor_tidy::tool

#endif
