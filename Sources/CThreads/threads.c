#include "CThreads.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

enum { most_threads = 256 };

typedef struct {
  atomic_size_t next;
  atomic_size_t workers;
  size_t count;
  void *context;
  void (*body)(void *, size_t, size_t);
} Work;

static void run(Work *work, size_t worker) {
  for (;;) {
    size_t index = atomic_fetch_add_explicit(&work->next, 1, memory_order_relaxed);
    if (index >= work->count) return;
    work->body(work->context, worker, index);
  }
}

static void *start(void *argument) {
  Work *work = argument;
  run(work, atomic_fetch_add_explicit(&work->workers, 1, memory_order_relaxed));
  return NULL;
}

void CThreads_each(size_t threads, size_t count, void *context, void (*body)(void *, size_t, size_t)) {
  Work work = {.next = 0, .workers = 1, .count = count, .context = context, .body = body};
  if (threads > count) threads = count;
  if (threads > most_threads) threads = most_threads;
  pthread_t others[most_threads];
  size_t started = 0;
  if (threads > 1) {
    // Signals are for the threads that wait for them.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (started + 1 < threads && pthread_create(&others[started], NULL, start, &work) == 0) started++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
  }
  run(&work, 0);
  for (size_t i = 0; i < started; i++) pthread_join(others[i], NULL);
}
