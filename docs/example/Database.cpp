#include "Database.h"

#include <stdexcept>

Database::Database(const std::string &path, int flags) {
  flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (sqlite3_open_v2(path.c_str(), &connection, flags, nullptr) != SQLITE_OK) {
    std::string why = sqlite3_errmsg(connection);
    sqlite3_close(connection); // a failed open leaves something to close, too
    throw std::runtime_error(path + ": " + why);
  }
}

Database::~Database() { sqlite3_close(connection); }

void Database::run(const char *sql) {
  if (sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(connection));
}

Statement::Statement(Database &db, const char *sql) {
  if (sqlite3_prepare_v2(db.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(db.get()));
}

Statement::~Statement() { sqlite3_finalize(statement); }

Statement &Statement::bind(int index, const std::string &value) {
  sqlite3_bind_text(statement, index, value.c_str(), -1, SQLITE_TRANSIENT);
  return *this;
}

Statement &Statement::bind(int index, int value) {
  sqlite3_bind_int(statement, index, value);
  return *this;
}

bool Statement::step() { return sqlite3_step(statement) == SQLITE_ROW; }

void Statement::reset() { sqlite3_reset(statement); }

std::string Statement::text(int column) {
  auto *text = sqlite3_column_text(statement, column);
  return text ? reinterpret_cast<const char *>(text) : "";
}

int Statement::number(int column) {
  return sqlite3_column_int(statement, column);
}
