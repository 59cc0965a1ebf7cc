// RUN: %check %s -- -std=c++17 -fPIC -pthread -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtSql
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>
#include <mutex>
#include <thread>

void handedOverReported() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "a1");
  db.open();
  std::thread worker([db] {
    QSqlQuery q(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}QSqlDatabase{{.*}} [cursor-thread-share]
    q.exec("DELETE FROM log");
  });
  worker.join();
}

void ownConnectionSilent() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "a2");
  db.open();
  std::thread worker([] {
    QSqlDatabase mine = QSqlDatabase::addDatabase("QSQLITE", "a2 worker");
    mine.open();
    QSqlQuery q(mine);
    q.exec("DELETE FROM log");
  });
  worker.join();
}

void cloneSilent() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "a3");
  db.open();
  std::thread worker([db] {
    QSqlDatabase mine = QSqlDatabase::cloneDatabase(db, "a3 worker");
    mine.open();
    QSqlQuery q("DELETE FROM log", mine);
  });
  worker.join();
}

// No lock and no join helps: it is about which thread.
void lockedReported() {
  static std::mutex lock;
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "a4");
  db.open();
  std::thread worker([&db] {
    std::lock_guard<std::mutex> hold(lock);
    db.transaction();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}} [cursor-thread-share]
    db.commit();
  });
  worker.join();
  std::lock_guard<std::mutex> hold(lock);
  db.close();
}

// Only carried along.
void capturedSilent() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "a5");
  db.open();
  int seen = 0;
  std::thread worker([db, &seen] { seen = 1; });
  worker.join();
}

// A query is as pinned as its connection.
void queryReported() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "a6");
  db.open();
  QSqlQuery q("SELECT n FROM log", db);
  int sum = 0;
  std::thread worker([&] {
    while (q.next())
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}}through 'q'{{.*}} [cursor-thread-share]
      sum += q.value(0).toInt();
  });
  worker.join();
}

// By its name in the registry.
void byNameReported() {
  QSqlDatabase::addDatabase("QSQLITE", "a7").open();
  std::thread worker([] {
    QSqlDatabase db = QSqlDatabase::database("a7");
    db.transaction();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'a7'{{.*}} [cursor-thread-share]
  });
  worker.join();
}

void byOtherNameSilent() {
  QSqlDatabase::addDatabase("QSQLITE", "a8").open();
  std::thread worker([] {
    QSqlDatabase::addDatabase("QSQLITE", "a9").open();
    QSqlDatabase db = QSqlDatabase::database("a9");
    db.transaction();
  });
  worker.join();
}

// A name that nobody can know beforehand.
void madeUpNameSilent(int number) {
  QSqlDatabase::addDatabase("QSQLITE", "worker").open();
  std::thread worker([number] {
    QString name("worker");
    name += QString::number(number);
    QSqlDatabase::addDatabase("QSQLITE", name).open();
    QSqlDatabase db = QSqlDatabase::database(name);
    db.transaction();
  });
  worker.join();
}
