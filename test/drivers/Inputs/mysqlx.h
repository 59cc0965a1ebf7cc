// All headers of the driver's that its model speaks of.
#include <mysqlx/xdevapi.h>
extern "C" {
#include <mysqlx/xapi.h>
}
