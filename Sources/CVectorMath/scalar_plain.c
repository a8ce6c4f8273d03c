// Single numbers on processors without fused multiplication.

#if defined(__x86_64__)

#define NAME(f) scalar_##f
#define SLEEF(f) Sleef_cinz_##f##d1_u10purec
#define SET_NAME "plain"
#define FUNCTIONS CVectorMath_scalar_plain
#define NUMBERS CVectorMath_numbers_plain
#include "scalar.h"

#endif
