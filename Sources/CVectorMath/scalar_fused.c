// Single numbers, with fused multiplication: the bits of all vectors.

#define NAME(f) scalar_##f
#define SLEEF(f) Sleef_finz_##f##d1_u10purecfma
#define SET_NAME "scalar"
#define FUNCTIONS CVectorMath_scalar_fused
#define NUMBERS CVectorMath_numbers_fused
#include "scalar.h"
