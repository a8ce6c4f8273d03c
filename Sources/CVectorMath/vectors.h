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

// Of fewer numbers there are as many as there are, and the last one again.

static inline void store_part(double *r, V v, size_t count) {
  double part[WIDTH];
  store(part, v);
  memcpy(r, part, count * sizeof *r);
}

static inline V load_part(const double *x, size_t count) {
  V v;
#pragma clang loop unroll(full)
  for (size_t i = 0; i < WIDTH; i++) v[i] = x[i < count ? i : count - 1];
  return v;
}

// Loads are what it waits for: two places come in one, the first in the lower half.
static inline V gather(const double *numbers, const int32_t *places) {
  V v;
#pragma clang loop unroll(full)
  for (int i = 0; i < WIDTH; i += 2) {
    uint64_t pair;
    memcpy(&pair, places + i, sizeof pair);
    v[i] = numbers[(uint32_t)pair];
    v[i + 1] = numbers[pair >> 32];
  }
  return v;
}

static inline V fetch_part(const CVectorMath_Memory *memory, CVectorMath_Operand operand, size_t count) {
  V v;
#pragma clang loop unroll(full)
  for (size_t i = 0; i < WIDTH; i++) v[i] = memory->numbers[place(memory, operand, i < count ? i : count - 1)];
  return v;
}

#include "runs.h"
