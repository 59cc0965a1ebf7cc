// RUN: %check %s -- -std=c++17 -pthread
#include <firebird/Interface.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Firebird;

int statementReported(ThrowStatusWrapper *status, IAttachment *att,
                      ITransaction *tra, const char *sql) {
  IStatement *statement = att->prepare(status, tra, 0, sql, 3, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'statement' (Firebird (objects) Firebird::IStatement) is not closed before 'statementReported' returns{{.*}} [cursor-unclosed]
  if (statement->getType(status) != 1)
    return -1;
  statement->execute(status, tra, nullptr, nullptr, nullptr, nullptr);
  statement->free(status);
  return 0;
}

int statementSilent(ThrowStatusWrapper *status, IAttachment *att,
                    ITransaction *tra, const char *sql) {
  IStatement *statement = att->prepare(status, tra, 0, sql, 3, 0);
  if (statement->getType(status) != 1) {
    statement->free(status);
    return -1;
  }
  statement->execute(status, tra, nullptr, nullptr, nullptr, nullptr);
  statement->free(status);
  return 0;
}

// commitRetaining goes on with the transaction.
void retainedReported(ThrowStatusWrapper *status, IAttachment *att) {
  ITransaction *tra = att->startTransaction(status, 0, nullptr);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'tra' (Firebird (objects) Firebird::ITransaction) is not closed before 'retainedReported' returns{{.*}} [cursor-unclosed]
  att->execute(status, tra, 0, "delete from t", 3, nullptr, nullptr, nullptr,
               nullptr);
  tra->commitRetaining(status);
}

void committedSilent(ThrowStatusWrapper *status, IAttachment *att) {
  ITransaction *tra = att->startTransaction(status, 0, nullptr);
  att->execute(status, tra, 0, "delete from t", 3, nullptr, nullptr, nullptr,
               nullptr);
  tra->commit(status);
}

// What could not be ended is released.
void releasedSilent(IProvider *provider, ThrowStatusWrapper *status) {
  IAttachment *att = nullptr;
  try {
    att = provider->attachDatabase(status, "employee", 0, nullptr);
    att->ping(status);
    att->detach(status);
    att = nullptr;
  } catch (const FbException &) {
    if (att)
      att->release();
  }
}

int fetchReported(ThrowStatusWrapper *status, IResultSet *rows, void *row) {
  rows->close(status);
  return rows->fetchNext(status, row);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'rows' (Firebird (objects) Firebird::IResultSet) is used after it was closed{{.*}} [cursor-use-after-close]
}

int fetchSilent(ThrowStatusWrapper *status, IResultSet *rows, void *row) {
  int found = rows->fetchNext(status, row);
  rows->close(status);
  return found;
}

void sharedReported(ThrowStatusWrapper *status, IAttachment *att) {
  std::thread worker([=] { att->ping(status); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'att' (Firebird (objects) Firebird::IAttachment) is used by two threads {{.*}} [cursor-thread-share]
  att->ping(status);
  worker.join();
}

// Meant for another thread.
void cancelledSilent(ThrowStatusWrapper *status, IAttachment *att) {
  std::thread worker([=] { att->ping(status); });
  att->cancelOperation(status, fb_cancel_raise);
  worker.join();
}

void childReported(ThrowStatusWrapper *status, IAttachment *att) {
  if (fork() == 0) {
    att->detach(status);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'att' (Firebird (objects) Firebird::IAttachment) was opened before the fork and is closed in the child{{.*}} [cursor-fork-share]
    _exit(0);
  }
  wait(nullptr);
}

void childSilent(ThrowStatusWrapper *status, IProvider *provider) {
  if (fork() == 0) {
    IAttachment *att = provider->attachDatabase(status, "e", 0, nullptr);
    att->detach(status);
    _exit(0);
  }
  wait(nullptr);
}
