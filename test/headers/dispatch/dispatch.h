/* What the tests need of <dispatch/dispatch.h>, faithfully declared after
   developer.apple.com/documentation/dispatch. */
#ifndef TEST_DISPATCH_H
#define TEST_DISPATCH_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct dispatch_queue_s *dispatch_queue_t;
typedef struct dispatch_group_s *dispatch_group_t;
typedef struct dispatch_semaphore_s *dispatch_semaphore_t;
typedef struct dispatch_queue_attr_s *dispatch_queue_attr_t;
typedef void (*dispatch_function_t)(void *);
typedef uint64_t dispatch_time_t;
typedef long dispatch_once_t;

#define DISPATCH_TIME_NOW (0ull)
#define DISPATCH_TIME_FOREVER (~0ull)
#define DISPATCH_QUEUE_SERIAL NULL
extern struct dispatch_queue_attr_s _dispatch_queue_attr_concurrent;
#define DISPATCH_QUEUE_CONCURRENT (&_dispatch_queue_attr_concurrent)

dispatch_queue_t dispatch_queue_create(const char *label,
                                       dispatch_queue_attr_t attr);
dispatch_queue_t dispatch_get_global_queue(intptr_t identifier,
                                           uintptr_t flags);
void dispatch_async_f(dispatch_queue_t queue, void *context,
                      dispatch_function_t work);
void dispatch_sync_f(dispatch_queue_t queue, void *context,
                     dispatch_function_t work);
void dispatch_barrier_async_f(dispatch_queue_t queue, void *context,
                              dispatch_function_t work);
void dispatch_barrier_sync_f(dispatch_queue_t queue, void *context,
                             dispatch_function_t work);
void dispatch_after_f(dispatch_time_t when, dispatch_queue_t queue,
                      void *context, dispatch_function_t work);
void dispatch_apply_f(size_t iterations, dispatch_queue_t queue, void *context,
                      void (*work)(void *, size_t));
void dispatch_once_f(dispatch_once_t *predicate, void *context,
                     dispatch_function_t function);
dispatch_group_t dispatch_group_create(void);
void dispatch_group_async_f(dispatch_group_t group, dispatch_queue_t queue,
                            void *context, dispatch_function_t work);
intptr_t dispatch_group_wait(dispatch_group_t group, dispatch_time_t timeout);
void dispatch_group_notify_f(dispatch_group_t group, dispatch_queue_t queue,
                             void *context, dispatch_function_t work);
dispatch_semaphore_t dispatch_semaphore_create(intptr_t value);
intptr_t dispatch_semaphore_wait(dispatch_semaphore_t semaphore,
                                 dispatch_time_t timeout);
intptr_t dispatch_semaphore_signal(dispatch_semaphore_t semaphore);
dispatch_time_t dispatch_time(dispatch_time_t when, int64_t delta);
void dispatch_release(void *object);

#ifdef __BLOCKS__
typedef void (^dispatch_block_t)(void);

void dispatch_async(dispatch_queue_t queue, dispatch_block_t block);
void dispatch_sync(dispatch_queue_t queue,
                   __attribute__((noescape)) dispatch_block_t block);
void dispatch_barrier_async(dispatch_queue_t queue, dispatch_block_t block);
void dispatch_barrier_sync(dispatch_queue_t queue,
                           __attribute__((noescape)) dispatch_block_t block);
void dispatch_after(dispatch_time_t when, dispatch_queue_t queue,
                    dispatch_block_t block);
void dispatch_apply(size_t iterations, dispatch_queue_t queue,
                    __attribute__((noescape)) void (^block)(size_t));
void dispatch_once(dispatch_once_t *predicate,
                   __attribute__((noescape)) dispatch_block_t block);
void dispatch_group_async(dispatch_group_t group, dispatch_queue_t queue,
                          dispatch_block_t block);
void dispatch_group_notify(dispatch_group_t group, dispatch_queue_t queue,
                           dispatch_block_t block);
#endif

#ifdef __cplusplus
}
#endif
#endif
