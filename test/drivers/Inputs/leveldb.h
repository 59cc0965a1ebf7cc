// All headers of the driver's that its model speaks of.
#include <leveldb/db.h>
#include <leveldb/c.h>
