// XFAIL: *
// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
// A known error; the test fails here once it is mended and belongs to test/checks then.
// Each handler is called by one of the threads that run the context, here by
// either.
#include <boost/asio.hpp>
#include <libpq-fe.h>
#include <thread>

namespace asio = boost::asio;

void oneTaskSilent(PGconn *c) {
  asio::io_context io;
  asio::post(io, [=] { PQflush(c); });
  std::thread w([&] { io.run(); }), x([&] { io.run(); });
  w.join();
  x.join();
  PQconsumeInput(c);
}
