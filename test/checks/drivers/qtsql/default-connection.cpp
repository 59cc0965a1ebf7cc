// RUN: %check %s -- -std=c++17 -fPIC -pthread -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtSql
#include <QSqlDatabase>
#include <QSqlQuery>
#include <thread>

// Whoever says no name means the default connection, which another thread made.
void nobodyNamesItReported() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE");
  db.open();
  std::thread worker([] {
    QSqlQuery q("DELETE FROM log");
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
  });
  worker.join();
}
