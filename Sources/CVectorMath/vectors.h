// The formulas for vectors of WIDTH numbers, and the loops over arrays; included once for each instruction set.

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "lists.h"
#include "places.h"

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

static inline void store_part(double *r, V v, size_t count) {
  double part[WIDTH];
  store(part, v);
  memcpy(r, part, count * sizeof *r);
}

static inline V gather(const double *numbers, const int32_t *places) {
  V v;
#pragma clang loop unroll(full)
  for (int i = 0; i < WIDTH; i++) v[i] = numbers[places[i]];
  return v;
}

// As many as there are, and the last one again.
static inline V gather_part(const CVectorMath_Run *run, const CVectorMath_Operand *operand, size_t count) {
  V v;
#pragma clang loop unroll(full)
  for (size_t i = 0; i < WIDTH; i++) v[i] = run->numbers[place(operand, i < count ? i : count - 1)];
  return v;
}

#include "runs.h"
