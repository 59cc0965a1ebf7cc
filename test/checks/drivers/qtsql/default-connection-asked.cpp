// RUN: %check %s -- -std=c++17 -fPIC -pthread -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtSql
#include <QSqlDatabase>
#include <QSqlQuery>
#include <thread>

static void addDefault() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE");
  db.setDatabaseName("log.sqlite");
  db.open();
}

void askedForReported() {
  addDefault();
  std::thread worker([] {
    QSqlDatabase db = QSqlDatabase::database();
    db.transaction();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}QSqlDatabase{{.*}} [cursor-thread-share]
  });
  worker.join();
}
