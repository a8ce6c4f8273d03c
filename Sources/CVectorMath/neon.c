// Vectors of two numbers: 64-bit Arm.

#if defined(__aarch64__)

#define WIDTH 2
#define NAME(f) vector_##f
#define SLEEF(f) Sleef_finz_##f##d2_u10advsimd
#define SET_NAME "neon"
#define FUNCTIONS CVectorMath_neon
#include "vectors.h"

#endif
