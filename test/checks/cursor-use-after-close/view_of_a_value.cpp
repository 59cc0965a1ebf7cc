// RUN: %check %s -- -std=c++20
// A std::string_view or std::span points to what it was made of.
#include <sqlite3.h>

#include <cstdio>
#include <span>
#include <string>
#include <string_view>

struct Row {
  int Id;
  std::string_view Name;
};

std::string_view nameOf(sqlite3_stmt *All) {
  return {reinterpret_cast<const char *>(sqlite3_column_text(All, 0)),
          static_cast<std::size_t>(sqlite3_column_bytes(All, 0))};
}

int viewReported(sqlite3_stmt *All) {
  std::string_view Name = nameOf(All);
  sqlite3_finalize(All);
  return Name == "root";
  // CHECK: warning: {{.*}}a pointer into 'All'{{.*}}[cursor-use-after-close]
}

int viewSilent(sqlite3_stmt *All) {
  std::string_view Name = nameOf(All);
  bool Found = Name == "root";
  sqlite3_finalize(All);
  return Found && Name.size() > 2;
}

std::string memberReported(sqlite3_stmt *All) {
  Row First{1, nameOf(All)};
  sqlite3_step(All);
  return std::string(First.Name);
  // CHECK: warning: {{.*}}a pointer into 'All'{{.*}}[cursor-use-after-close]
}

std::string memberSilent(sqlite3_stmt *All) {
  Row First{1, nameOf(All)};
  std::string Copy(First.Name);
  sqlite3_step(All);
  return Copy;
}

std::size_t partReported(sqlite3_stmt *All) {
  std::string_view Tail = nameOf(All).substr(1);
  sqlite3_reset(All);
  return Tail.find('/');
  // CHECK: warning: {{.*}}a pointer into 'All'{{.*}}[cursor-use-after-close]
}

std::size_t partSilent(sqlite3_stmt *All) {
  std::string_view Tail = nameOf(All).substr(1);
  sqlite3_reset(All);
  Tail = nameOf(All);
  return Tail.find('/');
}

int spanReported(sqlite3_stmt *All) {
  std::span<const unsigned char> Bytes(sqlite3_column_text(All, 0), 4);
  sqlite3_finalize(All);
  return Bytes[0];
  // CHECK: warning: {{.*}}a pointer into 'All'{{.*}}[cursor-use-after-close]
}

int spanSilent(sqlite3_stmt *All) {
  std::span<const unsigned char> Bytes(sqlite3_column_text(All, 0), 4);
  int First = Bytes[0];
  sqlite3_finalize(All);
  return First;
}
