// RUN: %check %s -- -std=c++17 -fPIC -pthread -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtSql
#include <QSqlDatabase>
#include <QSqlQuery>
#include <thread>

// The default connection may be a worker's.
void workerMakesItSilent() {
  std::thread worker([] {
    QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE");
    db.open();
    QSqlQuery q("DELETE FROM log");
    QSqlQuery other;
    other.exec("VACUUM");
  });
  worker.join();
}

void oneThreadSilent() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE");
  db.open();
  QSqlQuery q("DELETE FROM log");
}

// Another thread, another connection, named by its user.
void workerNamesItsOwnSilent() {
  QSqlDatabase::addDatabase("QSQLITE").open();
  std::thread worker([] {
    QSqlDatabase mine = QSqlDatabase::addDatabase("QSQLITE", "mine");
    mine.open();
    QSqlQuery q("DELETE FROM log", mine);
    QSqlQuery other(mine);
    other.exec("VACUUM");
  });
  worker.join();
}
