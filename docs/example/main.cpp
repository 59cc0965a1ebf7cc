// reading-list FILE add TITLE | read TITLE | list | statistics | index | export
// FILE | import FILE
#include "Commands.h"

#include <cstdio>
#include <exception>

static const char Schema[] =
    "CREATE TABLE IF NOT EXISTS book (id INTEGER PRIMARY KEY, title TEXT,"
    "                                 note TEXT DEFAULT '', read INTEGER "
    "DEFAULT 0);"
    "CREATE TABLE IF NOT EXISTS word (book INTEGER, text TEXT);";

static void list(Database &db) {
  Statement books(db, "SELECT title, read FROM book ORDER BY title");
  while (books.step())
    std::printf("%s %s\n", books.number(1) ? "read  " : "unread",
                books.text(0).c_str());
}

static int run(const std::string &path, const std::string &command,
               const std::string &argument) {
  Database db(path);
  db.run(Schema);
  if (command == "add")
    Statement(db, "INSERT INTO book (title) VALUES (?)")
        .bind(1, argument)
        .step();
  else if (command == "read")
    Statement(db, "UPDATE book SET read = 1 WHERE title = ?")
        .bind(1, argument)
        .step();
  else if (command == "list")
    list(db);
  else if (command == "statistics") {
    std::printf("read: %d, unread: %d\n", countRead(db.get()),
                countUnread(db.get()));
    printLongestNote(db.get());
  } else if (command == "index")
    std::printf("indexed: %d\n", indexNotes(path));
  else if (command == "export")
    return exportNotes(path, argument) ? 0 : 1;
  else if (command == "import" && hasNotes(argument))
    std::printf("imported: %d\n", importNotes(db, argument));
  else
    return 2;
  return 0;
}

int main(int argc, char **argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: reading-list FILE COMMAND [ARGUMENT]\n");
    return 2;
  }
  try {
    return run(argv[1], argv[2], argc > 3 ? argv[3] : "");
  } catch (const std::exception &error) {
    std::fprintf(stderr, "reading-list: %s\n", error.what());
    return 1;
  }
}
