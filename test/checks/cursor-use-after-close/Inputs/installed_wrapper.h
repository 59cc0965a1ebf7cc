// A thin wrapper over the driver in a library's header.
#include <sqlite3.h>

inline void dropQuery(sqlite3_stmt *query) { sqlite3_finalize(query); }
inline int stepQuery(sqlite3_stmt *query) { return sqlite3_step(query); }
