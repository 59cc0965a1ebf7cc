// Taking over books from another list.
#include "Commands.h"

bool isReadingList(const std::string &path) {
  sqlite3 *other = nullptr;
  // planted: cursor-unclosed
  if (sqlite3_open(path.c_str(), &other) != SQLITE_OK)
    return false; // SQLite leaves a handle behind also when it cannot open
  int status =
      sqlite3_table_column_metadata(other, nullptr, "book", "title", nullptr,
                                    nullptr, nullptr, nullptr, nullptr);
  sqlite3_close(other);
  return status == SQLITE_OK;
}

bool hasNotes(const std::string &path) {
  sqlite3 *other = nullptr;
  int status = sqlite3_open(path.c_str(), &other);
  if (status == SQLITE_OK)
    status =
        sqlite3_table_column_metadata(other, nullptr, "book", "note", nullptr,
                                      nullptr, nullptr, nullptr, nullptr);
  sqlite3_close(other);
  return status == SQLITE_OK;
}

int importTitles(Database &list, const std::string &path) {
  Database other(path);
  Statement insert(list, "INSERT INTO book (title) VALUES (?)");
  sqlite3_stmt *books = nullptr;
  if (sqlite3_prepare_v2(other.get(), "SELECT title FROM book", -1, &books,
                         nullptr) != SQLITE_OK)
    return -1;
  int count = 0;
  while (sqlite3_step(books) == SQLITE_ROW) {
    auto *title = sqlite3_column_text(books, 0);
    if (!title) {
      sqlite3_finalize(books);
      break; // and again below
    }
    insert.bind(1, reinterpret_cast<const char *>(title)).step();
    insert.reset();
    count++;
  }
  // planted: cursor-use-after-close
  sqlite3_finalize(books);
  return count;
}

int importNotes(Database &list, const std::string &path) {
  Database other(path);
  Statement update(list, "UPDATE book SET note = ? WHERE title = ?");
  Statement books(other, "SELECT title, note FROM book");
  int count = 0;
  while (books.step()) {
    update.bind(1, books.text(1)).bind(2, books.text(0)).step();
    update.reset();
    count++;
  }
  return count;
}
