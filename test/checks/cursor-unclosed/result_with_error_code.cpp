// RUN: %check %s -- -std=c++17
// A result class of the program's own, which a std::error_code rules.
#include <lmdb.h>
#include <memory>
#include <new>
#include <system_error>
#include <type_traits>
#include <utility>
const std::error_category &category();
inline std::error_code failure(int rc) { return {rc, category()}; }
template <typename T> class expect {
  std::error_code code_;
  typename std::aligned_storage<sizeof(T), alignof(T)>::type storage_;
  T &get() { return *reinterpret_cast<T *>(std::addressof(storage_)); }
  template <typename U> void store(U &&value) {
    new (std::addressof(storage_)) T{std::forward<U>(value)};
    code_ = std::error_code{};
  }

public:
  expect(std::error_code const &code) : code_(code), storage_() {}
  expect(T val) : code_(), storage_() { store(std::move(val)); }
  expect(expect &&src) : code_(src.error()), storage_() {
    if (src.has_value())
      store(std::move(src.get()));
  }
  ~expect() {
    if (has_value())
      get().~T();
  }
  explicit operator bool() const { return has_value(); }
  bool has_value() const { return !bool(code_); }
  std::error_code error() const { return code_; }
  T *operator->() { return &get(); }
};
struct abort_txn {
  void operator()(MDB_txn *t) const { mdb_txn_abort(t); }
};
using write_txn = std::unique_ptr<MDB_txn, abort_txn>;
expect<write_txn> create(MDB_env *env) {
  MDB_txn *txn = nullptr;
  int err = mdb_txn_begin(env, nullptr, 0, &txn);
  if (!err && txn != nullptr)
    return write_txn{txn};
  return {failure(err)};
}
expect<write_txn> readSilent(MDB_env *env) {
  auto made = create(env);
  if (made)
    return write_txn{made->release()};
  return made.error();
}
int endsSilent(MDB_env *env) {
  auto made = create(env);
  return made ? 0 : made.error().value();
}
int lostReported(MDB_env *env) {
  auto made = create(env);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}MDB_txn{{.*}} is not closed before 'lostReported' returns {{.*}}[cursor-unclosed]
  if (!made)
    return -1;
  MDB_txn *txn = made->release();
  return txn ? 0 : -1;
}
int filledReported(MDB_env *env, std::error_code (*fill)(std::error_code &)) {
  MDB_txn *txn = nullptr;
  if (mdb_txn_begin(env, nullptr, 0, &txn))
    return -1;
  // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: 'txn' {{.*}}[cursor-unclosed]
  std::error_code ec;
  fill(ec);
  if (ec)
    return -2;
  mdb_txn_abort(txn);
  return 0;
}
int neverSetSilent(MDB_env *env) {
  MDB_txn *txn = nullptr;
  if (mdb_txn_begin(env, nullptr, 0, &txn))
    return -1;
  std::error_code ec;
  if (ec)
    return -2;
  mdb_txn_abort(txn);
  return 0;
}
