// RUN: %check %s -- -std=c++17 -pthread -isystem %source/test/headers/boost-mysql
// A pool belongs to one thread at a time unless it was made for several.
#include <boost/mysql/connection_pool.hpp>

#include <thread>
#include <utility>

namespace mysql = boost::mysql;

struct Context {};

static void take(mysql::connection_pool &pool) {
  pool.async_get_connection([] { return 0; });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'pool' (Boost.MySQL boost::mysql::connection_pool) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
}

void plainReported(Context &context) {
  mysql::pool_params params;
  params.database = "shop";
  mysql::connection_pool pool(context, std::move(params));
  std::thread other([&] { take(pool); });
  take(pool);
  other.join();
}

void threadSafeSilent(Context &context) {
  mysql::pool_params params;
  params.thread_safe = true;
  mysql::connection_pool pool(context, std::move(params));
  std::thread other([&] { take(pool); });
  take(pool);
  other.join();
}

mysql::pool_params configured();

void unknownSilent(Context &context) {
  mysql::connection_pool pool(context, configured());
  std::thread other([&] { take(pool); });
  take(pool);
  other.join();
}

void joinedSilent(Context &context) {
  mysql::pool_params params;
  mysql::connection_pool pool(context, std::move(params));
  std::thread other([&] { take(pool); });
  other.join();
  take(pool);
}
