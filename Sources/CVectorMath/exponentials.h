// exp and tanh. With x = n log(2) + r for a whole n and |r| <= log(2) / 2, exp(x) is 2 ** n times a polynomial of r.
//
// What the reduction and the largest terms lose in rounding is carried along and put in last.

#define LOG2_RECIPROCAL 0x1.71547652b82fep+0

// (exp(r) - 1 - r - r ** 2 / 2) / r ** 3, by Remez's algorithm: exp(r) - 1 is off by less than one part in 2 ** 61.
static inline V NAME(exp_tail)(V r, V square) {
  V a = FMA(r, SPLAT(0x1.5555555555559p-5), SPLAT(0x1.5555555555559p-3));
  V b = FMA(r, SPLAT(0x1.6c16c16c14a78p-10), SPLAT(0x1.111111110f6dcp-7));
  V c = FMA(r, SPLAT(0x1.a01a01af67384p-16), SPLAT(0x1.a01a01afd5a37p-13));
  V d = FMA(r, SPLAT(0x1.27e4c7bda766fp-22), SPLAT(0x1.71ddf8763e24fp-19));
  V e = FMA(r, SPLAT(0x1.1f92c94bb2979p-29), SPLAT(0x1.af5e884ad29fcp-26));
  V fourth = square * square;
  return FMA(fourth, FMA(fourth, e, FMA(square, d, c)), FMA(square, b, a));
}

// x * 2 ** n, rounded once, where n + 2046 are the last 12 bits of `shifted`.
static inline V NAME(scale)(V x, V shifted) {
#ifdef SCALE
  return SCALE(x, shifted - SPLAT(0x1.8p52 + 2046));
#else
  U exponents = BITS(shifted) & 0xfff, half = exponents >> 1;
  return x * NUMBERS_OF(half << 52) * NUMBERS_OF((exponents - half) << 52);
#endif
}

static inline V NAME(exp)(V x) {
  // Beyond these all is infinite or 0. A NaN fails both comparisons, and stays.
  x = CHOOSE(x > SPLAT(710), SPLAT(710), x);
  x = CHOOSE(x < SPLAT(-746), SPLAT(-746), x);
  V shifted = FMA(x, SPLAT(LOG2_RECIPROCAL), SPLAT(0x1.8p52 + 2046));
  V n = shifted - SPLAT(0x1.8p52 + 2046);
  V high = FMA(n, SPLAT(-LOG2_HIGH), x), low = n * SPLAT(-LOG2_LOW);
  V r = high + low;
  V square = r * r;
  V tail = FMA(SPLAT(0.5), square, FMA(r * square, NAME(exp_tail)(r, square), low));
  V sum = SPLAT(1) + high;
  V rest = (SPLAT(1) - sum) + high;
  return NAME(scale)(sum + (rest + tail), shifted);
}

// With E = exp(2 |x|) - 1 it is E / (E + 2). Both are carried as a number and what it lost in rounding: E, E + 2 and the
// quotient each rounded once would be off by more than one unit in the last place.
static inline V NAME(tanh)(V x) {
  V y = ABS(x);
  // From there on all is 1.
  y = CHOOSE(y > SPLAT(22), SPLAT(22), y);
  y = y + y;
  V shifted = FMA(y, SPLAT(LOG2_RECIPROCAL), SPLAT(0x1.8p52 + 1023));
  V n = shifted - SPLAT(0x1.8p52 + 1023);
  V power = NUMBERS_OF(BITS(shifted) << 52);
  V high = FMA(n, SPLAT(-LOG2_HIGH), y), low = n * SPLAT(-LOG2_LOW);
  V r = high + low;
  V square = r * r;
  // exp(r) - 1
  V sum = FMA(SPLAT(0.5), square, high);
  V tail = FMA(SPLAT(0.5), square, high - sum) + FMA(r * square, NAME(exp_tail)(r, square), low);
  V p = sum + tail, p_rest = (sum - p) + tail;
  V less = power - SPLAT(1), more = power + SPLAT(1);
  V over = FMA(power, p, less), over_rest = FMA(power, p_rest, FMA(power, p, less - over));
  V under = FMA(power, p, more), under_rest = FMA(power, p_rest, FMA(power, p, more - under));
  V reciprocal = SPLAT(1) / under;
  V quotient = over * reciprocal;
  V remainder = FMA(-quotient, under, over) + FMA(-quotient, under_rest, over_rest);
  V result = FMA(remainder, reciprocal, quotient);
  // 2 ** n + 1 becomes inexact; but then 1 - 2 / (E + 2) loses nothing.
  result = CHOOSE(y > SPLAT(32), FMA(SPLAT(-2), reciprocal, SPLAT(1)), result);
  return NUMBERS_OF(BITS(result) | (BITS(x) & 0x8000000000000000));
}

#undef LOG2_RECIPROCAL
