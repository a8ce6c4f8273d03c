// Vectors of eight numbers: AVX-512.

#if defined(__x86_64__)

#include <immintrin.h>

#define WIDTH 8
#define NAME(f) vector_##f
#define SLEEF(f) Sleef_finz_##f##d8_u10avx512f
#define SCALE(x, n) (V) _mm512_scalef_pd((__m512d)(x), (__m512d)(n))
#define SET_NAME "avx512"
#define FUNCTIONS CVectorMath_avx512
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx2,fma"))), apply_to = function)
#include "vectors.h"
#pragma clang attribute pop

#endif
