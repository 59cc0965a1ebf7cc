#include "store.h"
#include <stdlib.h>
#ifdef KEEP
void endStore(sqlite3 *db) { (void)db; }
#else
void endStore(sqlite3 *db) { sqlite3_close_v2(db); }
#endif
void give_up(void) { exit(1); }
