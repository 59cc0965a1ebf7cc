// RUN: %check %s -- -std=c++14
#include <soci/soci.h>

#include <mutex>
#include <string>
#include <thread>

void sessionReported(soci::session &sql) {
  std::thread other([&] { sql << "delete from a"; });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sql' (SOCI soci::session) is used by two threads {{.*}} [cursor-thread-share]
  sql << "delete from b";
  other.join();
}

void leasedSilent(soci::connection_pool &pool) {
  std::thread other([&] {
    soci::session sql(pool);
    sql << "delete from a";
  });
  soci::session sql(pool);
  sql << "delete from b";
  other.join();
}

// A session and all its dependents together.
void statementReported(soci::session &sql) {
  int id = 0;
  soci::statement st = (sql.prepare << "select id from a", soci::into(id));
  std::thread other([&] { st.execute(true); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sql' (SOCI soci::session) is used by two threads {{.*}} [cursor-thread-share]
  sql << "delete from b";
  other.join();
}

void guardedSilent(soci::session &sql) {
  std::mutex mutex;
  std::thread other([&] {
    std::lock_guard<std::mutex> lock(mutex);
    sql << "delete from a";
  });
  {
    std::lock_guard<std::mutex> lock(mutex);
    sql.once << "delete from b";
  }
  other.join();
}

void handedOverSilent(const std::string &target) {
  soci::session sql(target);
  sql << "delete from a";
  std::thread other([&] { sql << "delete from b"; });
  other.join();
  sql << "delete from c";
}
