// Writing the list to a file in a process of its own.
#include "Commands.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <exception>

static int writeRow(void *out, int, char **columns, char **) {
  std::fprintf(static_cast<std::FILE *>(out), "%s\n", columns[0]);
  return 0;
}

static bool succeeded(pid_t child) {
  int status = 0;
  return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

bool exportTitles(const std::string &path, const std::string &file) {
  std::FILE *out = std::fopen(file.c_str(), "w");
  if (!out)
    return false;
  Database list(path);
  pid_t child = fork();
  if (child == 0) {
    // planted: cursor-fork-share (across files)
    int status = sqlite3_exec(list.get(), "SELECT title FROM book", writeRow,
                              out, nullptr);
    std::fclose(out);
    _exit(status);
  }
  std::fclose(out);
  return succeeded(child);
}

bool exportNotes(const std::string &path, const std::string &file) {
  std::FILE *out = std::fopen(file.c_str(), "w");
  if (!out)
    return false;
  pid_t child = fork();
  if (child == 0) {
    int status = SQLITE_ERROR;
    try {
      // The child's own, and closed before _exit, which runs no destructor.
      Database list(path);
      status = sqlite3_exec(list.get(), "SELECT note FROM book", writeRow, out,
                            nullptr);
    } catch (const std::exception &) {
      // Past here it would close what the caller has open, in the child too.
    }
    std::fclose(out);
    _exit(status);
  }
  std::fclose(out);
  return succeeded(child);
}
