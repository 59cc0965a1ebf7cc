#include <sqlite3.h>
void endStore(sqlite3 *db);
void give_up(void);
