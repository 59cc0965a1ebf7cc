// RUN: %check %s -- -std=gnu11 -fblocks -I%S/../../../headers -I/usr/include/postgresql
// Grand Central Dispatch with blocks: what they capture goes with them.
#include <dispatch/dispatch.h>
#include <libpq-fe.h>

void asideReported(PGconn *db) {
  dispatch_queue_t queue = dispatch_queue_create("a", DISPATCH_QUEUE_SERIAL);
  dispatch_async(queue, ^{
    PQflush(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (libpq PGconn) is used by two threads at the same time with no lock in common{{.*}}[cursor-thread-share]
  });
  PQconsumeInput(db);
  dispatch_sync(queue, ^{
    PQflush(db);
  });
}

void onItsQueueSilent(PGconn *db) {
  dispatch_queue_t queue = dispatch_queue_create("b", DISPATCH_QUEUE_SERIAL);
  dispatch_async(queue, ^{
    PQflush(db);
  });
  dispatch_async(queue, ^{
    PQconsumeInput(db);
  });
  dispatch_sync(queue, ^{
    PQflush(db);
  });
  PQconsumeInput(db);
}

void groupReported(PGconn *db) {
  dispatch_group_t group = dispatch_group_create();
  dispatch_queue_t queue = dispatch_get_global_queue(0, 0);
  dispatch_group_async(group, queue, ^{
    PQflush(db);
  });
  dispatch_group_async(group, queue, ^{
    PQconsumeInput(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (libpq PGconn) is used by two threads at the same time with no lock in common{{.*}}[cursor-thread-share]
  });
  dispatch_group_wait(group, DISPATCH_TIME_FOREVER);
}

void groupSilent(PGconn *db) {
  dispatch_group_t group = dispatch_group_create();
  dispatch_group_async(group, dispatch_get_global_queue(0, 0), ^{
    PQflush(db);
  });
  dispatch_group_wait(group, DISPATCH_TIME_FOREVER);
  PQconsumeInput(db);
}

void applyReported(PGconn *db) {
  dispatch_apply(8, dispatch_get_global_queue(0, 0), ^(size_t i) {
    (void)i;
    PQflush(db);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (libpq PGconn) is used by several threads {{.*}}[cursor-thread-share]
  });
}

void applySilent(PGconn **all) {
  dispatch_apply(8, dispatch_get_global_queue(0, 0), ^(size_t i) {
    PQflush(all[i]);
  });
}

void ownSilent(const char *where) {
  dispatch_apply(8, dispatch_get_global_queue(0, 0), ^(size_t i) {
    (void)i;
    PGconn *own = PQconnectdb(where);
    PQflush(own);
    PQfinish(own);
  });
}

int lostInBlockReported(const char *where) {
  __block int ready = 0;
  dispatch_sync(dispatch_get_global_queue(0, 0), ^{
    PGconn *own = PQconnectdb(where);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'own' (libpq PGconn) is not closed {{.*}}[cursor-unclosed]
    ready = PQflush(own) == 0;
  });
  return ready;
}

// A `__block` variable is one for both sides.
int openedByBlockSilent(const char *where) {
  __block PGconn *db = 0;
  dispatch_sync(dispatch_get_global_queue(0, 0), ^{
    db = PQconnectdb(where);
  });
  int rc = PQflush(db);
  PQfinish(db);
  return rc;
}

int openedByBlockReported(const char *where) {
  __block PGconn *db = 0;
  dispatch_sync(dispatch_get_global_queue(0, 0), ^{
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (libpq PGconn) is not closed {{.*}}[cursor-unclosed]
    db = PQconnectdb(where);
  });
  return PQflush(db);
}

// A block of one's own is called like a function.
void closedByBlockReported(PGconn *db) {
  void (^end)(void) = ^{
    PQfinish(db);
  };
  end();
  PQflush(db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'db' (libpq PGconn) is used after {{.*}}[cursor-use-after-close]
}

void closedByBlockSilent(const char *where) {
  PGconn *db = PQconnectdb(where);
  void (^end)(void) = ^{
    PQfinish(db);
  };
  PQflush(db);
  end();
}

void semaphoreSilent(PGconn *db) {
  dispatch_semaphore_t guard = dispatch_semaphore_create(1);
  dispatch_queue_t queue = dispatch_get_global_queue(0, 0);
  for (int i = 0; i < 2; ++i)
    dispatch_async(queue, ^{
      dispatch_semaphore_wait(guard, DISPATCH_TIME_FOREVER);
      PQflush(db);
      dispatch_semaphore_signal(guard);
    });
}

void doneSilent(PGconn *db) {
  dispatch_semaphore_t done = dispatch_semaphore_create(0);
  dispatch_async(dispatch_get_global_queue(0, 0), ^{
    PQflush(db);
    dispatch_semaphore_signal(done);
  });
  dispatch_semaphore_wait(done, DISPATCH_TIME_FOREVER);
  PQconsumeInput(db);
}

void givenAwaySilent(const char *where, void (*later)(void (^)(void))) {
  PGconn *db = PQconnectdb(where);
  later(^{
    PQfinish(db);
  });
}
