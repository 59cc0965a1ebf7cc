// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -isystem %source/test/headers/win32
// Callbacks of the thread pool, slim locks, condition variables.
#include <libpq-fe.h>
#include <windows.h>

struct guarded {
  PGconn *db;
  SRWLOCK lock;
  CRITICAL_SECTION section;
  CONDITION_VARIABLE changed;
  int ready;
};

static void flush_in_pool(PTP_CALLBACK_INSTANCE instance, PVOID data) {
  (void)instance;
  PQflush(data);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
}

void submittedReported(PGconn *c) {
  TrySubmitThreadpoolCallback(flush_in_pool, c, 0);
  PQconsumeInput(c);
}

static DWORD WINAPI exclusive(LPVOID data) {
  struct guarded *g = data;
  AcquireSRWLockExclusive(&g->lock);
  PQflush(g->db);
  ReleaseSRWLockExclusive(&g->lock);
  return 0;
}

void exclusiveSilent(struct guarded *g) {
  HANDLE t = CreateThread(0, 0, exclusive, g, 0, 0);
  if (!t)
    return;
  AcquireSRWLockExclusive(&g->lock);
  PQconsumeInput(g->db);
  ReleaseSRWLockExclusive(&g->lock);
  WaitForSingleObject(t, INFINITE);
  CloseHandle(t);
}

static DWORD WINAPI shared(LPVOID data) {
  struct guarded *g = data;
  AcquireSRWLockShared(&g->lock);
  PQflush(g->db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'g->db' (libpq PGconn) is used by two threads at the same time under a lock that both only share {{.*}}[cursor-thread-share]
  ReleaseSRWLockShared(&g->lock);
  return 0;
}

void readersReported(struct guarded *g) {
  HANDLE t = CreateThread(0, 0, shared, g, 0, 0);
  if (!t)
    return;
  AcquireSRWLockShared(&g->lock);
  PQconsumeInput(g->db);
  ReleaseSRWLockShared(&g->lock);
  WaitForSingleObject(t, INFINITE);
  CloseHandle(t);
}

static DWORD WINAPI prepares(LPVOID data) {
  struct guarded *g = data;
  PQflush(g->db);
  EnterCriticalSection(&g->section);
  g->ready = 1;
  WakeConditionVariable(&g->changed);
  LeaveCriticalSection(&g->section);
  return 0;
}

void handedOverSilent(struct guarded *g) {
  g->ready = 0;
  HANDLE t = CreateThread(0, 0, prepares, g, 0, 0);
  if (!t)
    return;
  EnterCriticalSection(&g->section);
  while (!g->ready)
    SleepConditionVariableCS(&g->changed, &g->section, INFINITE);
  LeaveCriticalSection(&g->section);
  PQconsumeInput(g->db);
  WaitForSingleObject(t, INFINITE);
  CloseHandle(t);
}

static DWORD WINAPI too_late(LPVOID data) {
  struct guarded *g = data;
  EnterCriticalSection(&g->section);
  g->ready = 1;
  WakeConditionVariable(&g->changed);
  LeaveCriticalSection(&g->section);
  PQflush(g->db);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'g->db' (libpq PGconn) is used by two threads at the same time with no lock in common {{.*}}[cursor-thread-share]
  return 0;
}

void toldTooEarlyReported(struct guarded *g) {
  g->ready = 0;
  HANDLE t = CreateThread(0, 0, too_late, g, 0, 0);
  if (!t)
    return;
  EnterCriticalSection(&g->section);
  while (!g->ready)
    SleepConditionVariableCS(&g->changed, &g->section, INFINITE);
  LeaveCriticalSection(&g->section);
  PQconsumeInput(g->db);
  WaitForSingleObject(t, INFINITE);
  CloseHandle(t);
}
