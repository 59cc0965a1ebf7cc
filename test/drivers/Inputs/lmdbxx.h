// All headers of the driver's that its model speaks of.
#include <lmdb.h>
#include <lmdb++.h>
