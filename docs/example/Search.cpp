// Filling the search index on a thread, while this one looks on.
#include "Commands.h"

#include <thread>

static const char TitleWords[] = "INSERT INTO word SELECT id, title FROM book";
static const char NoteWords[] = "INSERT INTO word SELECT id, note FROM book";

int indexTitles(const std::string &path) {
  // Faster without SQLite's own mutex, but then not for two threads at once.
  Database list(path, SQLITE_OPEN_NOMUTEX);
  std::thread worker([&list] {
    // planted: cursor-thread-share (across files)
    sqlite3_exec(list.get(), TitleWords, nullptr, nullptr, nullptr);
  });
  int before = sqlite3_total_changes(list.get());
  worker.join();
  return sqlite3_total_changes(list.get()) - before;
}

int indexNotes(const std::string &path) {
  int count = 0;
  std::thread worker([&path, &count] {
    // A connection of the thread's own.
    Database list(path, SQLITE_OPEN_NOMUTEX);
    sqlite3_exec(list.get(), NoteWords, nullptr, nullptr, nullptr);
    count = sqlite3_total_changes(list.get());
  });
  worker.join();
  return count;
}
