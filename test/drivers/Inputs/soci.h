// All headers of the driver's that its model speaks of.
#include <soci/soci.h>
#include <soci/soci-simple.h>
