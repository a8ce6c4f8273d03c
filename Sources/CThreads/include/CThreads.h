#ifndef ADJOINT_CTHREADS_H
#define ADJOINT_CTHREADS_H

#include <stddef.h>

/// Calls body(context, worker, index) once for each index under count, by several threads, and returns when all is done.
///
/// The calling thread is worker 0; others are started for the call and end with it, and where one cannot be started the
/// rest do its part. Whoever is free takes the next index. A worker is under the number of threads.
void CThreads_each(size_t threads, size_t count, void *context, void (*body)(void *context, size_t worker, size_t index));

#endif
