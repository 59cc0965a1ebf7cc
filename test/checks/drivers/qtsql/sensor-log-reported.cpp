// RUN: %check %s -- -std=c++17 -fPIC -pthread -I/usr/include/x86_64-linux-gnu/qt5 -I/usr/include/x86_64-linux-gnu/qt5/QtCore -I/usr/include/x86_64-linux-gnu/qt5/QtSql
// A member opened by the main thread and written by a worker: locks would not help.
#include <QCoreApplication>
#include <QDateTime>
#include <QDebug>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>
#include <atomic>
#include <chrono>
#include <thread>

// Writes what a sensor says once a second, until it is told to stop.
class SensorLog
{
public:
    explicit SensorLog(const QString &file) : m_file(file) {}

    bool start()
    {
        if (!openDatabase())
            return false;
        m_writer = std::thread([this] { write(); });
        return true;
    }

    void stop()
    {
        m_stop = true;
        m_writer.join();
    }

private:
    bool openDatabase()
    {
        m_db = QSqlDatabase::addDatabase("QSQLITE", "sensors");
        m_db.setDatabaseName(m_file);
        if (!m_db.open()) {
            qWarning() << m_db.lastError();
            return false;
        }
        QSqlQuery(m_db).exec("CREATE TABLE IF NOT EXISTS reading(at TEXT, value REAL)");
        return true;
    }

    void write()
    {
        // CHECK: :[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}} [cursor-thread-share]
        QSqlQuery insert(m_db);
        insert.prepare("INSERT INTO reading VALUES(?, ?)");
        while (!m_stop) {
            insert.addBindValue(QDateTime::currentDateTime().toString(Qt::ISODate));
            insert.addBindValue(measure());
            if (!insert.exec())
                qWarning() << insert.lastError();
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
    }

    static double measure() { return 20.0; }

    const QString m_file;
    QSqlDatabase m_db;
    std::atomic<bool> m_stop{false};
    std::thread m_writer;
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    SensorLog log(argc > 1 ? argv[1] : "sensors.sqlite");
    if (!log.start())
        return 1;
    std::this_thread::sleep_for(std::chrono::minutes(1));
    log.stop();
    return 0;
}
