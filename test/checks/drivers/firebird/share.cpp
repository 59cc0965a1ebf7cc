// RUN: %check %s -- -std=c++17
#include <mutex>
#include <thread>
#include <unistd.h>

#include <ibase.h>

static void ping(isc_db_handle db) {
  ISC_STATUS_ARRAY status;
  char items[] = {isc_info_page_size};
  char answer[64];
  isc_database_info(status, &db, sizeof items, items, sizeof answer, answer);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Firebird isc_db_handle) is used by two threads {{.*}} [cursor-thread-share]
}

void oneConnectionReported(isc_db_handle db) {
  std::thread other([db] { ping(db); });
  ping(db);
  other.join();
}

void handedOverSilent(isc_db_handle db) {
  std::thread other([db] { ping(db); });
  other.join();
  ping(db);
}

void guardedSilent(isc_db_handle db) {
  std::mutex m;
  std::thread other([db, &m] {
    std::lock_guard<std::mutex> lock(m);
    ping(db);
  });
  {
    std::lock_guard<std::mutex> lock(m);
    ping(db);
  }
  other.join();
}

// Made for another thread.
void cancelledSilent(isc_db_handle db) {
  std::thread other([db]() mutable {
    ISC_STATUS_ARRAY status;
    fb_cancel_operation(status, &db, fb_cancel_raise);
  });
  ping(db);
  other.join();
}

void inheritedReported(isc_db_handle db) {
  if (fork() == 0) {
    ISC_STATUS_ARRAY status;
    isc_detach_database(status, &db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Firebird isc_db_handle) {{.*}} [cursor-fork-share]
    _exit(0);
  }
}

void parentGoesOnSilent(isc_db_handle db) {
  if (fork() == 0)
    _exit(0);
  ping(db);
}
