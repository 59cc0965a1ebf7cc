// RUN: %check %s -- -std=c++20 -pthread -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE -I/usr/include/postgresql
// Coroutines that are started on the threads of a pool.
#include <utility>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/thread_pool.hpp>
#include <libpq-fe.h>

namespace asio = boost::asio;

void besideReported(PGconn *Conn) {
  asio::thread_pool Pool(2);
  asio::co_spawn(
      Pool,
      [Conn]() -> asio::awaitable<void> {
        PQconsumeInput(Conn);
        // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Conn' (libpq PGconn) is used by two threads {{.*}}[cursor-thread-share]
        co_return;
      },
      asio::detached);
  PQconsumeInput(Conn);
  Pool.join();
}

void joinedSilent(PGconn *Conn) {
  asio::thread_pool Pool(2);
  asio::co_spawn(
      Pool,
      [Conn]() -> asio::awaitable<void> {
        PQconsumeInput(Conn);
        co_return;
      },
      asio::detached);
  Pool.join();
  PQconsumeInput(Conn);
}
