// All headers of the driver's that its model speaks of.
#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Savepoint.h>
