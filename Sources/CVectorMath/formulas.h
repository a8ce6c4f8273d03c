// The formulas, for numbers or for vectors of them: whoever includes this says what V is, and how to
//   SLEEF(f)         name the function f of SLEEF,
//   NAME(f)          name the function f here,
//   CHOOSE(c, a, b)  take a where the comparison c holds, else b,
//   SPLAT(a)         make a V of a number,
//   SQRT(a), ABS(a),
//   FMA(a, b, c)     a * b + c, rounded once,
//   BITS(a)          the bits of a V as integers, U, and NUMBERS_OF(u) those integers' numbers, and
//   WHERE_ANY(c)     whether a comparison holds anywhere.
// No product and sum may become one rounding but by FMA, or these would differ from set to set.

#pragma clang fp contract(off)

// The results of a function of two.
typedef struct {
  V first, second;
} Both;

V SLEEF(expm1)(V);
V SLEEF(exp2)(V);
V SLEEF(log)(V);
V SLEEF(log1p)(V);
V SLEEF(log2)(V);
V SLEEF(log10)(V);
V SLEEF(sin)(V);
V SLEEF(cos)(V);
V SLEEF(asin)(V);
V SLEEF(acos)(V);
V SLEEF(atan)(V);

// log(2) in two parts, of which the first has so few digits that its products with exponents are exact.
#define LOG2_HIGH 0x1.62e42fefa3000p-1
#define LOG2_LOW 0x1.3de6af278ece6p-42

#include "circular.h"
#include "exponentials.h"
#include "logarithm.h"

static inline V NAME(expm1)(V x) { return SLEEF(expm1)(x); }
static inline V NAME(exp2)(V x) { return SLEEF(exp2)(x); }
static inline V NAME(log2)(V x) { return SLEEF(log2)(x); }
static inline V NAME(log10)(V x) { return SLEEF(log10)(x); }
static inline V NAME(asin)(V x) { return SLEEF(asin)(x); }
static inline V NAME(acos)(V x) { return SLEEF(acos)(x); }
static inline V NAME(atan)(V x) { return SLEEF(atan)(x); }

// Both branches keep the exponent negative, so that nothing overflows and both tails keep their digits.
static inline V NAME(sigmoid)(V x) {
  V decay = NAME(exp)(-ABS(x));
  return CHOOSE(x < SPLAT(0), decay, SPLAT(1)) / (SPLAT(1) + decay);
}

// A NaN takes the branch that keeps it. SLEEF's log1p is wrong for huge numbers only, and these are at most 1.
static inline V NAME(softplus)(V x) {
  return CHOOSE(x < SPLAT(0), SPLAT(0), x) + SLEEF(log1p)(NAME(exp)(-ABS(x)));
}

static inline V NAME(log_sigmoid)(V x) { return -NAME(softplus)(-x); }
static inline V NAME(silu)(V x) { return CHOOSE(x == SPLAT(-INFINITY), SPLAT(0), x * NAME(sigmoid)(x)); }
static inline V NAME(negative)(V x) { return -x; }
static inline V NAME(square)(V x) { return x * x; }
static inline V NAME(sqrt)(V x) { return SQRT(x); }
static inline V NAME(reciprocal)(V x) { return SPLAT(1) / x; }
static inline V NAME(relu)(V x) { return CHOOSE(x <= SPLAT(0), SPLAT(0), x); }
static inline V NAME(abs)(V x) { return ABS(x); }

static inline V NAME(add)(V x, V y) { return x + y; }
static inline V NAME(subtract)(V x, V y) { return x - y; }
static inline V NAME(multiply)(V x, V y) { return x * y; }
static inline V NAME(divide)(V x, V y) { return x / y; }
static inline V NAME(absolute_zero_multiply)(V x, V y) { return CHOOSE(x == SPLAT(0), x, x * y); }
static inline V NAME(less)(V x, V y) { return CHOOSE(x < y, SPLAT(1), SPLAT(0)); }
static inline V NAME(greater)(V x, V y) { return CHOOSE(x > y, SPLAT(1), SPLAT(0)); }
static inline V NAME(softplus_scaled)(V x, V y) { return NAME(softplus)(y * x) / y; }
static inline V NAME(where)(V x, V y, V z) { return CHOOSE(x != SPLAT(0), y, z); }
static inline V NAME(sum_of_three)(V x, V y, V z) { return (x + y) + z; }
static inline V NAME(multiply_add)(V x, V y, V z) { return x * y + z; }
static inline V NAME(absolute_zero_multiply_add)(V x, V y, V z) { return NAME(absolute_zero_multiply)(x, y) + z; }
