// RUN: %check %s -- -std=c++17 -fPIC -pthread -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtSql
// A query that names no connection uses the default one, which another thread made.
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <future>

// Titles for the list view; the first page at once, the others in the background.
class Catalogue
{
public:
    Catalogue(const QString &host, const QString &user)
    {
        QSqlDatabase db = QSqlDatabase::addDatabase("QPSQL");
        configure(db, host, user);
        m_host = host;
        m_user = user;
    }

    static void configure(QSqlDatabase &db, const QString &host, const QString &user)
    {
        db.setHostName(host);
        db.setUserName(user);
        db.open();
    }

    QStringList firstPage() const
    {
        QSqlQuery q("SELECT title FROM book ORDER BY title LIMIT 50");
        return titles(q);
    }

    std::future<QStringList> otherPages() const
    {
        return std::async(std::launch::async, [host = m_host, user = m_user] {
            // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
            QSqlQuery q("SELECT title FROM book ORDER BY title OFFSET 50");
            return titles(q);
        });
    }

private:
    static QStringList titles(QSqlQuery &q)
    {
        QStringList found;
        while (q.next())
            found << q.value(0).toString();
        return found;
    }

    QString m_host, m_user;
};

int main()
{
    Catalogue books("localhost", "reader");
    auto rest = books.otherPages();
    QStringList all = books.firstPage();
    all += rest.get();
    return all.isEmpty();
}
