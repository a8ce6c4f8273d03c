// The formulas for vectors of WIDTH numbers, and the loops over arrays; included once for each instruction set.

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "lists.h"

typedef double V __attribute__((vector_size(WIDTH * 8)));
typedef long long Bits __attribute__((vector_size(WIDTH * 8)));
typedef unsigned long long U __attribute__((vector_size(WIDTH * 8)));
typedef double Unaligned __attribute__((vector_size(WIDTH * 8), aligned(8)));

#define SPLAT(a) ((V){} + (double)(a))
#define CHOOSE(c, a, b) choose((Bits)(c), a, b)
#define ABS(a) ((V)((Bits)(a) & 0x7fffffffffffffff))
#define SQRT(a) __builtin_elementwise_sqrt(a)
#define FMA(a, b, c) __builtin_elementwise_fma(a, b, c)
#define BITS(a) ((U)(a))
#define NUMBERS_OF(u) ((V)(u))
#define WHERE_ANY(c) (__builtin_reduce_or((Bits)(c)) != 0)

static inline V choose(Bits c, V a, V b) { return (V)((c & (Bits)a) | (~c & (Bits)b)); }

#include "formulas.h"

static inline V load(const double *x) { return *(const Unaligned *)x; }
static inline void store(double *r, V v) { *(Unaligned *)r = v; }

// The numbers that are too few for a vector, filled up with zeros.
static inline V load_part(const double *x, size_t count) {
  double part[WIDTH] = {0};
  memcpy(part, x, count * sizeof *x);
  return load(part);
}

static inline void store_part(double *r, V v, size_t count) {
  double part[WIDTH];
  store(part, v);
  memcpy(r, part, count * sizeof *r);
}

#define EACH(f)                                                                                                        \
  static void f##_each(const double *x, double *r, size_t count) {                                                     \
    size_t i = 0;                                                                                                      \
    for (; i + WIDTH <= count; i += WIDTH) store(r + i, NAME(f)(load(x + i)));                                         \
    if (i < count) store_part(r + i, NAME(f)(load_part(x + i, count - i)), count - i);                                 \
  }
UNARY_FUNCTIONS(EACH)
#undef EACH

#define EACH(f)                                                                                                        \
  static void f##_each(const double *x, const double *y, double *r, size_t count) {                                    \
    size_t i = 0;                                                                                                      \
    for (; i + WIDTH <= count; i += WIDTH) store(r + i, NAME(f)(load(x + i), load(y + i)));                            \
    if (i < count) {                                                                                                   \
      size_t rest = count - i;                                                                                         \
      store_part(r + i, NAME(f)(load_part(x + i, rest), load_part(y + i, rest)), rest);                                \
    }                                                                                                                  \
  }
BINARY_FUNCTIONS(EACH)
#undef EACH

#define EACH(f)                                                                                                        \
  static void f##_each(const double *x, const double *y, const double *z, double *r, size_t count) {                   \
    size_t i = 0;                                                                                                      \
    for (; i + WIDTH <= count; i += WIDTH) store(r + i, NAME(f)(load(x + i), load(y + i), load(z + i)));               \
    if (i < count) {                                                                                                   \
      size_t rest = count - i;                                                                                         \
      V result = NAME(f)(load_part(x + i, rest), load_part(y + i, rest), load_part(z + i, rest));                      \
      store_part(r + i, result, rest);                                                                                 \
    }                                                                                                                  \
  }
TERNARY_FUNCTIONS(EACH)
#undef EACH

const VectorFunctions FUNCTIONS = {
    .name = SET_NAME,
#define MEMBER(f) .f = f##_each,
    UNARY_FUNCTIONS(MEMBER) BINARY_FUNCTIONS(MEMBER) TERNARY_FUNCTIONS(MEMBER)
#undef MEMBER
};
