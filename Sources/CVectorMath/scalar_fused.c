// Single numbers, with fused multiplication: the bits of all vectors.

#define NAME(f) scalar_##f
#define SLEEF(f) Sleef_finz_##f##d1_u10purecfma
#define SET_NAME "scalar"
#define FUNCTIONS CVectorMath_scalar_fused
#define NUMBERS CVectorMath_numbers_fused
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "scalar.h"
#pragma clang attribute pop
#else
#include "scalar.h"
#endif
