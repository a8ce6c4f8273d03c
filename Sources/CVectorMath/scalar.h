// The formulas for single numbers, and plain loops over arrays; included with and without fused multiplication.

#include <math.h>
#include <stddef.h>

#include "lists.h"

typedef double V;

#define SPLAT(a) ((double)(a))
#define CHOOSE(c, a, b) ((c) ? (a) : (b))
#define ABS(a) __builtin_fabs(a)
#define SQRT(a) __builtin_sqrt(a)
#define REPAIR(c, r, f, x)                                                                                             \
  do {                                                                                                                 \
    if (c) r = f(x);                                                                                                   \
  } while (0)

#include "formulas.h"

#define EACH(f)                                                                                                        \
  static void f##_each(const double *x, double *r, size_t count) {                                                     \
    for (size_t i = 0; i < count; i++) r[i] = NAME(f)(x[i]);                                                           \
  }
UNARY_FUNCTIONS(EACH)
#undef EACH

#define EACH(f)                                                                                                        \
  static void f##_each(const double *x, const double *y, double *r, size_t count) {                                    \
    for (size_t i = 0; i < count; i++) r[i] = NAME(f)(x[i], y[i]);                                                     \
  }
BINARY_FUNCTIONS(EACH)
#undef EACH

#define EACH(f)                                                                                                        \
  static void f##_each(const double *x, const double *y, const double *z, double *r, size_t count) {                   \
    for (size_t i = 0; i < count; i++) r[i] = NAME(f)(x[i], y[i], z[i]);                                               \
  }
TERNARY_FUNCTIONS(EACH)
#undef EACH

const VectorFunctions FUNCTIONS = {
    .name = SET_NAME,
#define MEMBER(f) .f = f##_each,
    UNARY_FUNCTIONS(MEMBER) BINARY_FUNCTIONS(MEMBER) TERNARY_FUNCTIONS(MEMBER)
#undef MEMBER
};

const ScalarFunctions NUMBERS = {
#define MEMBER(f) .f = NAME(f),
    UNARY_FUNCTIONS(MEMBER)
#undef MEMBER
};
