// exp, tanh and its derivative. With x = n log(2) + r for a whole n and |r| <= log(2) / 2, exp(x) is 2 ** n times a polynomial of r.
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

// exp(x) is the first, times 2 ** n, where n + 2046 are the last 12 bits of the second.
static inline Both NAME(exp_parts)(V x) {
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
  return (Both){sum + (rest + tail), shifted};
}

static inline V NAME(exp)(V x) {
  Both parts = NAME(exp_parts)(x);
  return NAME(scale)(parts.first, parts.second);
}

// tanh(|x|) and, for |x| <= 22, 1 / (exp(2 |x|) + 1).
typedef struct {
  V tangent, reciprocal;
} Hyperbolic;

// With E = exp(2 |x|) - 1 they are E / (E + 2) and 1 / (E + 2). E and E + 2 are carried as a number and what it lost in
// rounding: E, E + 2 and the quotient each rounded once would be off by more than one unit in the last place.
static inline Hyperbolic NAME(hyperbolic)(V x) {
  V y = ABS(x);
  // From there on tanh is 1.
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
  return (Hyperbolic){result, reciprocal};
}

static inline V NAME(tanh_of)(Hyperbolic hyperbolic, V x) {
  return NUMBERS_OF(BITS(hyperbolic.tangent) | (BITS(x) & 0x8000000000000000));
}

// Where it is under half of the least number.
#define SECH_SQUARE_END 0x1.75427f6acad6fp+8

// With R = 1 / (exp(2 |x|) + 1) it is 4 R (1 - R). For large |x|, 4 exp(-2 |x|) keeps its digits down to the least of
// numbers.
static inline V NAME(sech_square_of)(Hyperbolic hyperbolic, V x) {
  V r = hyperbolic.reciprocal;
  V result = SPLAT(4) * r * (SPLAT(1) - r);
  if (__builtin_expect(WHERE_ANY(ABS(x) > SPLAT(22)), 0)) {
    Both decay = NAME(exp_parts)(SPLAT(-2) * ABS(x));
    V tail = CHOOSE(ABS(x) > SPLAT(SECH_SQUARE_END), SPLAT(0), NAME(scale)(SPLAT(4) * decay.first, decay.second));
    result = CHOOSE(ABS(x) > SPLAT(22), tail, result);
  }
  return result;
}

static inline V NAME(tanh)(V x) { return NAME(tanh_of)(NAME(hyperbolic)(x), x); }
static inline V NAME(sech_square)(V x) { return NAME(sech_square_of)(NAME(hyperbolic)(x), x); }

static inline Both NAME(tanh_and_sech_square)(V x) {
  Hyperbolic hyperbolic = NAME(hyperbolic)(x);
  return (Both){NAME(tanh_of)(hyperbolic, x), NAME(sech_square_of)(hyperbolic, x)};
}

#undef SECH_SQUARE_END
#undef LOG2_RECIPROCAL
