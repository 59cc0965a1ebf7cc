// RUN: %check %s -- -std=c++17 -I/usr/include/postgresql -pthread
// Executors of asio: a pool of several threads, of one, a strand.
#include <libpq-fe.h>

#include <boost/asio.hpp>
#include <boost/thread.hpp>

void poolReported(PGconn *Conn) {
  boost::asio::thread_pool Pool(4);
  for (int I = 0; I < 8; ++I)
    boost::asio::post(Pool, [Conn] {
      PQflush(Conn);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
    });
  Pool.join();
}

void besideThePoolReported(PGconn *Conn) {
  boost::asio::thread_pool Pool(1);
  boost::asio::post(Pool, [Conn] {
    PQflush(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  PQconsumeInput(Conn);
  Pool.join();
}

void oneThreadSilent(PGconn *Conn) {
  boost::asio::thread_pool Pool(1);
  for (int I = 0; I < 8; ++I)
    boost::asio::post(Pool, [Conn] { PQflush(Conn); });
  Pool.join();
  PQconsumeInput(Conn);
}

void strandSilent(PGconn *Conn) {
  boost::asio::thread_pool Pool(4);
  auto Turn = boost::asio::make_strand(Pool);
  for (int I = 0; I < 8; ++I)
    boost::asio::post(Turn, [Conn] { PQflush(Conn); });
  Pool.join();
  PQconsumeInput(Conn);
}

void strandOfExecutorSilent(PGconn *Conn) {
  boost::asio::thread_pool Pool(4);
  boost::asio::strand<boost::asio::thread_pool::executor_type> Turn(
      Pool.get_executor());
  boost::asio::post(Turn, [Conn] { PQflush(Conn); });
  boost::asio::dispatch(Turn, [Conn] { PQconsumeInput(Conn); });
  Pool.join();
}

void twoStrandsReported(PGconn *Conn) {
  boost::asio::thread_pool Pool(4);
  auto One = boost::asio::make_strand(Pool);
  auto Other = boost::asio::make_strand(Pool.get_executor());
  boost::asio::post(One, [Conn] { PQflush(Conn); });
  boost::asio::post(Other, [Conn] {
    PQconsumeInput(Conn);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} under different locks {{.*}} [cursor-thread-share]
  });
  Pool.join();
}

void ownConnectionSilent(const char *Info) {
  boost::asio::thread_pool Pool(4);
  for (int I = 0; I < 8; ++I)
    boost::asio::post(Pool, [Info] {
      PGconn *Own = PQconnectdb(Info);
      PQflush(Own);
      PQfinish(Own);
    });
  Pool.join();
}
