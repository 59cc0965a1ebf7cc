// Numbers about the list, over SQLite's own C functions.
#include "Commands.h"

#include <cstdio>

int countUnread(sqlite3 *db) {
  sqlite3_stmt *query = nullptr;
  const char *sql = "SELECT count(*) FROM book WHERE read = 0";
  // planted: cursor-unclosed
  if (sqlite3_prepare_v2(db, sql, -1, &query, nullptr) != SQLITE_OK)
    return -1;
  if (sqlite3_step(query) != SQLITE_ROW)
    return -1; // leaves the statement open
  int count = sqlite3_column_int(query, 0);
  sqlite3_finalize(query);
  return count;
}

int countRead(sqlite3 *db) {
  sqlite3_stmt *query = nullptr;
  const char *sql = "SELECT count(*) FROM book WHERE read = 1";
  if (sqlite3_prepare_v2(db, sql, -1, &query, nullptr) != SQLITE_OK)
    return -1;
  int count = -1;
  if (sqlite3_step(query) == SQLITE_ROW)
    count = sqlite3_column_int(query, 0);
  sqlite3_finalize(query);
  return count;
}

void printLongestTitle(sqlite3 *db) {
  sqlite3_stmt *query = nullptr;
  const char *sql = "SELECT title FROM book ORDER BY length(title) DESC";
  if (sqlite3_prepare_v2(db, sql, -1, &query, nullptr) != SQLITE_OK)
    return;
  if (sqlite3_step(query) != SQLITE_ROW) {
    sqlite3_finalize(query);
    return;
  }
  const unsigned char *title = sqlite3_column_text(query, 0);
  sqlite3_finalize(query); // the title goes with it
  // planted: cursor-use-after-close
  std::printf("longest title: %s\n", title);
}

void printLongestNote(sqlite3 *db) {
  sqlite3_stmt *query = nullptr;
  const char *sql = "SELECT note FROM book ORDER BY length(note) DESC";
  if (sqlite3_prepare_v2(db, sql, -1, &query, nullptr) != SQLITE_OK)
    return;
  if (sqlite3_step(query) == SQLITE_ROW)
    std::printf("longest note: %s\n", sqlite3_column_text(query, 0));
  sqlite3_finalize(query);
}
