// The formulas for single numbers, and plain loops over arrays; included with and without fused multiplication.

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "lists.h"
#include "places.h"

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

#define WIDTH 1
static inline V load(const double *x) { return *x; }
static inline void store(double *r, V v) { *r = v; }
// A vector of one number is never filled in part: these are never called.
static inline void store_part(double *r, V v, size_t count) {}
static inline V load_part(const double *x, size_t count) { return 0; }
static inline V fetch_part(const CVectorMath_Memory *memory, CVectorMath_Operand operand, size_t count) { return 0; }
static inline V gather(const double *numbers, const int32_t *places) { return numbers[*places]; }

#include "runs.h"

const ScalarFunctions NUMBERS = {
#define MEMBER(f) .f = NAME(f),
    UNARY_FUNCTIONS(MEMBER)
#undef MEMBER
};
