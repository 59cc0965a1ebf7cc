// What the tests need of folly, faithfully declared after its documentation.
#pragma once

#include <functional>

namespace folly {

using Func = std::function<void()>;

class Executor {
public:
  virtual ~Executor() {}
  virtual void add(Func task) = 0;
};

} // namespace folly
