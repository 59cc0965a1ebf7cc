// A connection and a statement that close themselves.
#pragma once

#include <sqlite3.h>

#include <string>

class Database {
public:
  explicit Database(const std::string &path, int flags = 0);
  ~Database();
  Database(const Database &) = delete;
  Database &operator=(const Database &) = delete;

  sqlite3 *get() const { return connection; }
  void run(const char *sql);

private:
  sqlite3 *connection = nullptr;
};

class Statement {
public:
  Statement(Database &db, const char *sql);
  ~Statement();
  Statement(const Statement &) = delete;
  Statement &operator=(const Statement &) = delete;

  Statement &bind(int index, const std::string &value);
  Statement &bind(int index, int value);
  bool step();  // true while there is a row
  void reset(); // for another turn
  std::string text(int column);
  int number(int column);

private:
  sqlite3_stmt *statement = nullptr;
};
