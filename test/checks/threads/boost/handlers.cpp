// RUN: %check %s -- -std=c++17 -pthread -I/usr/include/postgresql
#include <boost/asio.hpp>
#include <libpq-fe.h>
#include <thread>
#include <vector>

// Each handler is called by one of the threads that run the context, and what a
// handler posts runs after what it did before.
namespace asio = boost::asio;

void oneTaskSilent(PGconn *c) {
  asio::io_context io;
  asio::post(io, [=] { PQflush(c); });
  std::thread w([&] { io.run(); }), x([&] { io.run(); });
  w.join();
  x.join();
  PQconsumeInput(c);
}

void twoTasksReported(PGconn *c) {
  asio::io_context io;
  asio::post(io, [=] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' {{.*}} [cursor-thread-share]
  asio::post(io, [=] { PQconsumeInput(c); });
  std::thread w([&] { io.run(); }), x([&] { io.run(); });
  w.join();
  x.join();
}

void chainSilent(PGconn *c) {
  asio::io_context io;
  asio::post(io, [&io, c] {
    PQflush(c);
    asio::post(io, [c] { PQconsumeInput(c); });
  });
  std::thread w([&] { io.run(); }), x([&] { io.run(); });
  w.join();
  x.join();
  PQflush(c);
}

void chainReported(PGconn *c) {
  asio::io_context io;
  asio::post(io, [&io, c] {
    asio::post(io, [c] { PQconsumeInput(c); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' {{.*}} [cursor-thread-share]
    PQflush(c);
  });
  std::thread w([&] { io.run(); }), x([&] { io.run(); });
  w.join();
  x.join();
}

void chainOnManySilent(PGconn *c) {
  asio::io_context io;
  asio::post(io, [&io, c] {
    PQflush(c);
    asio::post(io, [c] { PQconsumeInput(c); });
  });
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([&] { io.run(); });
  for (std::thread &t : all)
    t.join();
}

void twoOnManyReported(PGconn *c) {
  asio::io_context io;
  asio::post(io, [=] { PQflush(c); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' {{.*}} [cursor-thread-share]
  asio::post(io, [=] { PQconsumeInput(c); });
  std::vector<std::thread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([&] { io.run(); });
  for (std::thread &t : all)
    t.join();
}

void closedByHandlerSilent() {
  PGconn *c = PQconnectdb("");
  asio::io_context io;
  asio::post(io, [c] { PQfinish(c); });
  io.run();
}

void closedOnEitherSilent() {
  PGconn *c = PQconnectdb("");
  asio::io_context io;
  asio::post(io, [c] { PQfinish(c); });
  std::thread w([&] { io.run(); }), x([&] { io.run(); });
  w.join();
  x.join();
}

void closedByHandlerReported() {
  PGconn *c = PQconnectdb("");
  asio::io_context io;
  asio::post(io, [c] { PQfinish(c); });
  io.run();
  PQflush(c);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' {{.*}} [cursor-use-after-close]
}

// Handlers hand over to the one thread that uses the connection.
void confinedSilent(PGconn *c) {
  asio::io_context net, db;
  asio::post(net, [&db, c] { asio::post(db, [c] { PQflush(c); }); });
  asio::post(net, [&db, c] { asio::post(db, [c] { PQconsumeInput(c); }); });
  std::thread w([&] { net.run(); }), x([&] { net.run(); });
  std::thread y([&] { db.run(); });
  w.join();
  x.join();
  y.join();
}
