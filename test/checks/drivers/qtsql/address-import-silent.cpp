// RUN: %check %s -- -std=c++17 -fPIC -pthread -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtSql
// The connection is removed when nobody names it any more.
#include <QDebug>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QTextStream>
#include <QVariant>

namespace {

const char *const ConnectionName = "import";

struct Address {
    QString name, street, town;
};

bool parse(const QString &line, Address *out)
{
    const QStringList parts = line.split(';');
    if (parts.size() != 3)
        return false;
    *out = {parts[0], parts[1], parts[2]};
    return true;
}

int fill(QSqlDatabase &db, QTextStream &in)
{
    int count = 0;
    QSqlQuery insert(db);
    if (!insert.prepare("INSERT INTO address(name, street, town) VALUES(:n, :s, :t)")) {
        qWarning() << insert.lastError().text();
        return -1;
    }
    while (!in.atEnd()) {
        Address a;
        if (!parse(in.readLine(), &a))
            continue;
        insert.bindValue(":n", a.name);
        insert.bindValue(":s", a.street);
        insert.bindValue(":t", a.town);
        if (!insert.exec())
            return -1;
        ++count;
    }
    return count;
}

} // namespace

int importAddresses(const QString &source, const QString &target)
{
    QFile file(source);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    QTextStream in(&file);
    int count = -1;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase("QSQLITE", ConnectionName);
        db.setDatabaseName(target);
        if (db.open() && db.transaction()) {
            count = fill(db, in);
            if (count < 0 || !db.commit())
                db.rollback();
        }
        db.close();
    }
    QSqlDatabase::removeDatabase(ConnectionName);
    return count;
}
