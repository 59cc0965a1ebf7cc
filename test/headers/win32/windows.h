/* What the tests need of <windows.h> and <process.h>, faithfully declared after
   learn.microsoft.com. */
#ifndef TEST_WINDOWS_H
#define TEST_WINDOWS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define WINAPI
#define INFINITE 0xFFFFFFFF
#define WAIT_OBJECT_0 0
#define WAIT_TIMEOUT 258
#define TRUE 1
#define FALSE 0

typedef int BOOL;
typedef unsigned long DWORD;
typedef unsigned long ULONG;
typedef long LONG;
typedef void *HANDLE, *PVOID, *LPVOID;
typedef DWORD *LPDWORD;
typedef const char *LPCSTR;
typedef struct SECURITY_ATTRIBUTES *LPSECURITY_ATTRIBUTES;
typedef DWORD(WINAPI *LPTHREAD_START_ROUTINE)(LPVOID parameter);

typedef struct CRITICAL_SECTION {
  LONG LockCount;
  HANDLE OwningThread;
} CRITICAL_SECTION, *LPCRITICAL_SECTION;
typedef struct SRWLOCK {
  PVOID Ptr;
} SRWLOCK, *PSRWLOCK;
typedef struct CONDITION_VARIABLE {
  PVOID Ptr;
} CONDITION_VARIABLE, *PCONDITION_VARIABLE;
typedef union INIT_ONCE {
  PVOID Ptr;
} INIT_ONCE, *PINIT_ONCE;
typedef BOOL(WINAPI *PINIT_ONCE_FN)(PINIT_ONCE once, PVOID parameter,
                                    PVOID *context);

HANDLE CreateThread(LPSECURITY_ATTRIBUTES attributes, size_t stack,
                    LPTHREAD_START_ROUTINE start, LPVOID parameter, DWORD flags,
                    LPDWORD id);
void ExitThread(DWORD code);
BOOL TerminateThread(HANDLE thread, DWORD code);
DWORD WaitForSingleObject(HANDLE object, DWORD milliseconds);
DWORD WaitForMultipleObjects(DWORD count, const HANDLE *objects, BOOL all,
                             DWORD milliseconds);
BOOL CloseHandle(HANDLE object);
HANDLE CreateMutexA(LPSECURITY_ATTRIBUTES attributes, BOOL owned, LPCSTR name);
BOOL ReleaseMutex(HANDLE mutex);
HANDLE CreateEventA(LPSECURITY_ATTRIBUTES attributes, BOOL manual, BOOL state,
                    LPCSTR name);
BOOL SetEvent(HANDLE event);
BOOL ResetEvent(HANDLE event);
HANDLE CreateSemaphoreA(LPSECURITY_ATTRIBUTES attributes, LONG initial,
                        LONG maximum, LPCSTR name);
BOOL ReleaseSemaphore(HANDLE semaphore, LONG count, LONG *previous);

void InitializeCriticalSection(LPCRITICAL_SECTION section);
void EnterCriticalSection(LPCRITICAL_SECTION section);
BOOL TryEnterCriticalSection(LPCRITICAL_SECTION section);
void LeaveCriticalSection(LPCRITICAL_SECTION section);
void DeleteCriticalSection(LPCRITICAL_SECTION section);
void InitializeSRWLock(PSRWLOCK lock);
void AcquireSRWLockExclusive(PSRWLOCK lock);
void AcquireSRWLockShared(PSRWLOCK lock);
void ReleaseSRWLockExclusive(PSRWLOCK lock);
void ReleaseSRWLockShared(PSRWLOCK lock);
void InitializeConditionVariable(PCONDITION_VARIABLE condition);
BOOL SleepConditionVariableCS(PCONDITION_VARIABLE condition,
                              LPCRITICAL_SECTION section, DWORD milliseconds);
void WakeConditionVariable(PCONDITION_VARIABLE condition);
void WakeAllConditionVariable(PCONDITION_VARIABLE condition);
BOOL InitOnceExecuteOnce(PINIT_ONCE once, PINIT_ONCE_FN function,
                         PVOID parameter, LPVOID *context);

BOOL QueueUserWorkItem(LPTHREAD_START_ROUTINE function, PVOID context,
                       ULONG flags);
typedef struct TP_CALLBACK_INSTANCE *PTP_CALLBACK_INSTANCE;
typedef struct TP_CALLBACK_ENVIRON *PTP_CALLBACK_ENVIRON;
typedef struct TP_WORK *PTP_WORK;
typedef void (*PTP_SIMPLE_CALLBACK)(PTP_CALLBACK_INSTANCE instance,
                                    PVOID context);
typedef void (*PTP_WORK_CALLBACK)(PTP_CALLBACK_INSTANCE instance, PVOID context,
                                  PTP_WORK work);
BOOL TrySubmitThreadpoolCallback(PTP_SIMPLE_CALLBACK callback, PVOID context,
                                 PTP_CALLBACK_ENVIRON environment);
PTP_WORK CreateThreadpoolWork(PTP_WORK_CALLBACK callback, PVOID context,
                              PTP_CALLBACK_ENVIRON environment);
void SubmitThreadpoolWork(PTP_WORK work);
void WaitForThreadpoolWorkCallbacks(PTP_WORK work, BOOL cancel);
void CloseThreadpoolWork(PTP_WORK work);
DWORD TlsAlloc(void);
BOOL TlsSetValue(DWORD index, LPVOID value);
LPVOID TlsGetValue(DWORD index);

/* <process.h> */
uintptr_t _beginthreadex(void *security, unsigned stack,
                         unsigned (*start)(void *), void *argument,
                         unsigned flags, unsigned *id);
uintptr_t _beginthread(void (*start)(void *), unsigned stack, void *argument);
void _endthreadex(unsigned code);
void _endthread(void);

#ifdef __cplusplus
}
#endif

#endif
