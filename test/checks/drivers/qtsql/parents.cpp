// RUN: %check %s -- -std=c++17 -fPIC -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtSql
// A parent deletes its children.
#include <QCoreApplication>
#include <QObject>
#include <QSqlDatabase>
#include <QSqlTableModel>

class Ledger : public QObject {
public:
  explicit Ledger(QObject *Parent = nullptr) : QObject(Parent) {}
  bool openSilent(const QSqlDatabase &Db) {
    Entries = new QSqlTableModel(this, Db);
    return Entries->select();
  }

private:
  QSqlTableModel *Entries = nullptr;
};

bool ofTheApplicationSilent(QCoreApplication &App, const QSqlDatabase &Db) {
  auto *Kept = new Ledger(&App);
  return Kept->openSilent(Db);
}

bool ofNobodyReported(const QSqlDatabase &Db) {
  auto *Entries = new QSqlTableModel(nullptr, Db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}(Qt SQL QSqlQueryModel) is not closed{{.*}} [cursor-unclosed]
  return Entries->select();
}
