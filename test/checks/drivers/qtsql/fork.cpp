// RUN: %check %s -- -std=c++17 -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtSql
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <sys/wait.h>
#include <unistd.h>

void childUsesReported() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QPSQL", "f1");
  db.open();
  if (fork() == 0) {
    QSqlQuery query(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Qt SQL QSqlDatabase) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    query.exec("DELETE FROM log");
    _exit(0);
  }
  wait(nullptr);
}

void childClosesReported(QSqlDatabase &db) {
  if (fork() == 0) {
    db.close();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (Qt SQL QSqlDatabase) was opened before the fork and is used in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

void childOpensSilent() {
  if (fork() == 0) {
    {
      QSqlDatabase db = QSqlDatabase::addDatabase("QPSQL", "f2");
      db.open();
      QSqlQuery query(db);
      query.exec("DELETE FROM log");
    }
    QSqlDatabase::removeDatabase("f2");
    _exit(0);
  }
  wait(nullptr);
}
