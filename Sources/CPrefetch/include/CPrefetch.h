#ifndef ADJOINT_CPREFETCH_H
#define ADJOINT_CPREFETCH_H

/// Asks for the memory at an address, which need not be valid, to be brought near before it is read.
static inline void CPrefetch_read(const void *address) { __builtin_prefetch(address); }

#endif
