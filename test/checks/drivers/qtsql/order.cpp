// RUN: %check %s -- -std=c++17 -fPIC -pthread -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtSql
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

int queryOutlivesReported() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "o1");
  db.open();
  QSqlQuery q("SELECT n FROM log", db);
  int n = q.next() ? q.value(0).toInt() : 0;
  QSqlDatabase::removeDatabase("o1");
  return n;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'q'{{.*}} [cursor-use-after-close]
}

int scopeEndsFirstSilent() {
  int n = 0;
  {
    QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "o2");
    db.open();
    QSqlQuery q("SELECT n FROM log", db);
    n = q.next() ? q.value(0).toInt() : 0;
  }
  QSqlDatabase::removeDatabase("o2");
  return n;
}

void copyOutlivesReported() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "o3");
  db.open();
  db.exec("VACUUM");
  db.close();
  QSqlDatabase::removeDatabase("o3");
  // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}'db'{{.*}} [cursor-use-after-close]
}

// The name outlives the connection, as the documentation has it.
void nameKeptSilent() {
  QString name;
  {
    QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "o4");
    db.open();
    name = db.connectionName();
    db.close();
  }
  QSqlDatabase::removeDatabase(name);
}

void usedAfterCloseReported() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "o5");
  db.open();
  QSqlQuery q("SELECT n FROM log", db);
  db.close();
  q.next();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'q'{{.*}} [cursor-use-after-close]
}

void openedAgainSilent() {
  QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", "o6");
  db.open();
  db.close();
  db.setDatabaseName("other.sqlite");
  db.open();
  QSqlQuery q("SELECT n FROM log", db);
  q.next();
}

static QSqlQuery ask(const QSqlDatabase &db, const QString &text) {
  QSqlQuery q(db);
  q.setForwardOnly(true);
  q.exec(text);
  return q;
}

// Copies share the query; the last one frees it.
int returnedSilent(const QSqlDatabase &db) {
  QSqlQuery q = ask(db, "SELECT n FROM log");
  QSqlQuery same = q;
  int n = 0;
  while (same.next())
    n += same.value(0).toInt();
  q = ask(db, "SELECT m FROM log");
  return q.next() ? n + q.value(0).toInt() : n;
}

int neverDeletedReported(const QSqlDatabase &db) {
  QSqlQuery *q = new QSqlQuery(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}QSqlQuery{{.*}} [cursor-unclosed]
  q->exec("SELECT n FROM log");
  return q->next() ? q->value(0).toInt() : 0;
}

int deletedSilent(const QSqlDatabase &db) {
  QSqlQuery *q = new QSqlQuery(db);
  q->exec("SELECT n FROM log");
  int n = q->next() ? q->value(0).toInt() : 0;
  delete q;
  return n;
}
