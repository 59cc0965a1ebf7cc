// What the reading list can do. Some of it is wrong on purpose: a comment
// "planted: <check>" stands above each line that cursor-tidy should point at,
// and beside each such function stands one that does a similar job right.
#pragma once

#include "Database.h"

#include <string>

// Statistics.cpp
int countUnread(sqlite3 *db);
int countRead(sqlite3 *db);
void printLongestTitle(sqlite3 *db);
void printLongestNote(sqlite3 *db);

// Import.cpp
bool isReadingList(const std::string &path);
bool hasNotes(const std::string &path);
int importTitles(Database &list, const std::string &path);
int importNotes(Database &list, const std::string &path);

// Search.cpp
int indexTitles(const std::string &path);
int indexNotes(const std::string &path);

// Export.cpp
bool exportTitles(const std::string &path, const std::string &file);
bool exportNotes(const std::string &path, const std::string &file);
