#pragma once

#include <cstddef>
#include <folly/Executor.h>

namespace folly {

class ThreadPoolExecutor : public Executor {
public:
  void join();
  void stop();
};

class CPUThreadPoolExecutor : public ThreadPoolExecutor {
public:
  explicit CPUThreadPoolExecutor(std::size_t threads);
  ~CPUThreadPoolExecutor() override;
  void add(Func task) override;
};

} // namespace folly
