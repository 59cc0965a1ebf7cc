// RUN: %check %s -- -std=c++14
#include <soci/soci.h>

#include <string>
#include <sys/wait.h>
#include <unistd.h>

int usedReported(soci::session &sql) {
  pid_t child = fork();
  if (child == 0) {
    sql << "delete from a";
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sql' (SOCI soci::session) {{.*}} [cursor-fork-share]
    _exit(0);
  }
  return waitpid(child, nullptr, 0) < 0;
}

int destructorReported(const std::string &target) {
  soci::session sql(target);
  pid_t child = fork();
  if (child == 0)
    return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sql' (SOCI soci::session) {{.*}} is closed in the child{{.*}} [cursor-fork-share]
  return waitpid(child, nullptr, 0) < 0;
}

int destructorSilent(const std::string &target) {
  soci::session sql(target);
  pid_t child = fork();
  if (child == 0)
    _exit(0);
  return waitpid(child, nullptr, 0) < 0;
}

int parentSilent(soci::session &sql) {
  pid_t child = fork();
  if (child == 0)
    _exit(0);
  sql << "delete from a";
  return waitpid(child, nullptr, 0) < 0;
}
