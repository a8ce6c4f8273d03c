// The formulas for single numbers, and plain loops over arrays; included with and without fused multiplication.

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lists.h"

typedef double V;

#define SPLAT(a) ((double)(a))
#define CHOOSE(c, a, b) ((c) ? (a) : (b))
#define ABS(a) __builtin_fabs(a)
#define SQRT(a) __builtin_sqrt(a)
#define FMA(a, b, c) __builtin_fma(a, b, c)
#define BITS(a) bits(a)
#define NUMBERS_OF(u) number(u)
#define WHERE_ANY(c) (c)

typedef uint64_t U;

static inline U bits(V x) {
  U u;
  memcpy(&u, &x, sizeof u);
  return u;
}

static inline V number(U u) {
  V x;
  memcpy(&x, &u, sizeof x);
  return x;
}

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
