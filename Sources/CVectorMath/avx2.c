// Vectors of four numbers, with fused multiplication: x86-64 since 2013.

#if defined(__x86_64__)

#define WIDTH 4
#define NAME(f) vector_##f
#define SLEEF(f) Sleef_finz_##f##d4_u10avx2
#define SET_NAME "avx2"
#define FUNCTIONS CVectorMath_avx2
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "vectors.h"
#pragma clang attribute pop

#endif
