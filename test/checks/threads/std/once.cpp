// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql
#include <libpq-fe.h>
#include <mutex>
#include <thread>

// What the function of call_once does comes before whatever its other callers
// do after it.

static PGconn *conn;
static std::once_flag once;
static std::mutex mutex;

static void open() {
  conn = PQconnectdb("");
  PQconsumeInput(conn);
}

static void guarded() {
  std::call_once(once, open);
  std::lock_guard<std::mutex> hold(mutex);
  PQflush(conn);
}

void openedOnceSilent() {
  std::thread one(guarded), other(guarded);
  one.join();
  other.join();
}

static void unguarded() {
  std::call_once(once, open);
  PQflush(conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'conn' {{.*}} with no lock in common {{.*}} [cursor-thread-share]
}

void usedByBothReported() {
  std::thread one(unguarded), other(unguarded);
  one.join();
  other.join();
}

// So is the initialisation of a local static.
static PGconn *opened() {
  PGconn *made = PQconnectdb("");
  PQconsumeInput(made);
  return made;
}

static void guardedStatic() {
  static PGconn *only = opened();
  std::lock_guard<std::mutex> hold(mutex);
  PQflush(only);
}

void localStaticSilent() {
  std::thread one(guardedStatic), other(guardedStatic);
  one.join();
  other.join();
}
