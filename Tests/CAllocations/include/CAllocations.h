#ifndef ADJOINT_CALLOCATIONS_H
#define ADJOINT_CALLOCATIONS_H

#include <stddef.h>

/// How often the calling thread has asked for memory.
size_t CAllocations_count(void);

#endif
