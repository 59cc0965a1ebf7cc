// RUN: %check %s -- -std=gnu11 -I/usr/include/postgresql -isystem %source/test/headers/win32
#include <libpq-fe.h>
#include <windows.h>

static DWORD WINAPI flush(LPVOID arg) {
  PQflush(arg);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  return 0;
}

void createdReported(PGconn *c) {
  HANDLE thread = CreateThread(NULL, 0, flush, c, 0, NULL);
  PQconsumeInput(c);
  WaitForSingleObject(thread, INFINITE);
  CloseHandle(thread);
}

void createdSilent(PGconn *c) {
  HANDLE thread = CreateThread(NULL, 0, flush, c, 0, NULL);
  WaitForSingleObject(thread, INFINITE);
  CloseHandle(thread);
  PQconsumeInput(c);
}

static unsigned work(void *arg) {
  PQflush(arg);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  return 0;
}

void bothReported(PGconn *c) {
  HANDLE threads[2];
  threads[0] = (HANDLE)_beginthreadex(NULL, 0, work, c, 0, NULL);
  threads[1] = (HANDLE)_beginthreadex(NULL, 0, work, c, 0, NULL);
  WaitForMultipleObjects(2, threads, TRUE, INFINITE);
}

void afterBothSilent(PGconn *c, PGconn *other) {
  HANDLE threads[2];
  threads[0] = (HANDLE)_beginthreadex(NULL, 0, work, c, 0, NULL);
  threads[1] = (HANDLE)_beginthreadex(NULL, 0, work, other, 0, NULL);
  WaitForMultipleObjects(2, threads, TRUE, INFINITE);
  PQconsumeInput(c);
}

struct guarded {
  PGconn *conn;
  CRITICAL_SECTION section;
  HANDLE mutex;
};

static DWORD WINAPI underSection(LPVOID arg) {
  struct guarded *all = arg;
  EnterCriticalSection(&all->section);
  PQflush(all->conn);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'all->conn'{{.*}} [cursor-thread-share]
  LeaveCriticalSection(&all->section);
  return 0;
}

void sectionSilent(struct guarded *all) {
  HANDLE thread;
  InitializeCriticalSection(&all->section);
  thread = CreateThread(NULL, 0, underSection, all, 0, NULL);
  EnterCriticalSection(&all->section);
  PQconsumeInput(all->conn);
  LeaveCriticalSection(&all->section);
  WaitForSingleObject(thread, INFINITE);
}

static DWORD WINAPI underMutex(LPVOID arg) {
  struct guarded *all = arg;
  WaitForSingleObject(all->mutex, INFINITE);
  PQflush(all->conn);
  ReleaseMutex(all->mutex);
  return 0;
}

void mutexSilent(struct guarded *all) {
  HANDLE thread;
  all->mutex = CreateMutexA(NULL, FALSE, NULL);
  thread = CreateThread(NULL, 0, underMutex, all, 0, NULL);
  WaitForSingleObject(all->mutex, INFINITE);
  PQconsumeInput(all->conn);
  ReleaseMutex(all->mutex);
  WaitForSingleObject(thread, INFINITE);
}

void sectionReported(struct guarded *all) {
  HANDLE thread = CreateThread(NULL, 0, underSection, all, 0, NULL);
  PQconsumeInput(all->conn);
  WaitForSingleObject(thread, INFINITE);
}

static DWORD WINAPI item(LPVOID arg) {
  PQflush(arg);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
  return 0;
}

void queuedReported(PGconn *c) {
  QueueUserWorkItem(item, c, 0);
  PQconsumeInput(c);
}

static void callback(PTP_CALLBACK_INSTANCE instance, PVOID context,
                     PTP_WORK again) {
  PQflush(context);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'c'{{.*}} [cursor-thread-share]
}

void poolReported(PGconn *c) {
  PTP_WORK task = CreateThreadpoolWork(callback, c, NULL);
  if (!task)
    return;
  SubmitThreadpoolWork(task);
  PQconsumeInput(c);
  WaitForThreadpoolWorkCallbacks(task, FALSE);
  CloseThreadpoolWork(task);
}

void poolSilent(PGconn *c) {
  PTP_WORK task = CreateThreadpoolWork(callback, c, NULL);
  if (!task)
    return;
  SubmitThreadpoolWork(task);
  WaitForThreadpoolWorkCallbacks(task, FALSE);
  CloseThreadpoolWork(task);
  PQconsumeInput(c);
}
