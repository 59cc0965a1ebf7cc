// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
#include <boost/asio.hpp>
#include <libpq-fe.h>
#include <thread>

// What is posted to a context waits until some thread is in its run.
namespace asio = boost::asio;

void timerReported(PGconn *c) {
  asio::io_context io;
  asio::steady_timer t(io, std::chrono::seconds(1));
  t.async_wait([=](const boost::system::error_code &) { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  std::thread w([&] { io.run(); });
  PQconsumeInput(c);
  w.join();
}

void timerSilent(PGconn *c) {
  asio::io_context io;
  asio::steady_timer t(io, std::chrono::seconds(1));
  t.async_wait([=](const boost::system::error_code &) { PQflush(c); });
  PQconsumeInput(c);
  io.run();
  PQconsumeInput(c);
}

void postReported(PGconn *c) {
  asio::io_context io;
  asio::post(io, [=] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  std::thread w([&] { io.run(); });
  PQconsumeInput(c);
  w.join();
}

void laterReported(PGconn *c) {
  asio::io_context io;
  auto guard = asio::make_work_guard(io);
  std::thread w([&] { io.run(); });
  asio::post(io, [=] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common{{.*}} [cursor-thread-share]
  PQconsumeInput(c);
  guard.reset();
  w.join();
}

void laterSilent(PGconn *c) {
  asio::io_context io;
  auto guard = asio::make_work_guard(io);
  std::thread w([&] { io.run(); });
  asio::post(io, [=] { PQflush(c); });
  asio::post(io, [=] { PQconsumeInput(c); });
  guard.reset();
  w.join();
  PQconsumeInput(c);
}

void twoRunReported(PGconn *c) {
  asio::io_context io;
  asio::post(io, [=] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time under different locks{{.*}} [cursor-thread-share]
  asio::post(io, [=] { PQconsumeInput(c); });
  std::thread w([&] { io.run(); });
  io.run();
  w.join();
}

void strandSilent(PGconn *c) {
  asio::io_context io;
  auto s = asio::make_strand(io);
  asio::post(s, [=] { PQflush(c); });
  asio::post(s, [=] { PQconsumeInput(c); });
  std::thread w([&] { io.run(); });
  io.run();
  w.join();
  PQconsumeInput(c);
}

void oneRunSilent(PGconn *c) {
  asio::io_service io;
  io.post([=] { PQflush(c); });
  io.post([=] { PQconsumeInput(c); });
  io.run();
  PQconsumeInput(c);
}
