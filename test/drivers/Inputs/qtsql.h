// All headers of the driver's that its model speaks of.
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QSqlQueryModel>
#include <QSqlRelationalTableModel>
#include <QSqlResult>
#include <QSqlTableModel>
