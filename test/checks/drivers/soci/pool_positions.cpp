// RUN: %check %s -- -std=c++14
// A session by its position in a pool is leased to nobody.
#include <soci/soci.h>

#include <string>
#include <thread>

void openedSilent(const std::string &dsn) {
  soci::connection_pool pool(4);
  for (std::size_t i = 0; i < 4; ++i)
    pool.at(i).open(dsn);
  soci::session sql(pool);
  sql << "delete from a";
}

void usedByPositionSilent(const std::string &dsn) {
  soci::connection_pool pool(4);
  for (std::size_t i = 0; i < 4; ++i) {
    soci::session &sql = pool.at(i);
    sql.open(dsn);
    sql << "delete from b";
  }
}

void sameReported(soci::connection_pool &pool) {
  std::thread other([&] { pool.at(0) << "delete from a"; });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'pool->session' (SOCI soci::session) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  pool.at(0) << "delete from b";
  other.join();
}

void ownPositionSilent(soci::connection_pool &pool) {
  std::thread other([&] { pool.at(0) << "delete from a"; });
  pool.at(1) << "delete from b";
  other.join();
}

void leasedPositionSilent(soci::connection_pool &pool) {
  auto work = [&] {
    std::size_t position = pool.lease();
    pool.at(position) << "delete from a";
    pool.give_back(position);
  };
  std::thread one(work);
  std::thread other(work);
  one.join();
  other.join();
}
