// log. With x = 2 ** n (1 + f) for a whole n, where 1 + f is between the roots of 1/2 and 2, it is n log(2) + log(1 + f);
// and with s = f / (2 + f) the latter is f - f ** 2 / 2 + s (f ** 2 / 2 + s ** 2 p(s ** 2)) for a polynomial p.

// The bits of the smallest number with all its digits, and of infinity.
#define SMALLEST 0x0010000000000000
#define INFINITE 0x7ff0000000000000
#define ROOT_OF_HALF 0x3fe6a09e667f3bcd

static inline V NAME(log)(V x) {
  // From where the mantissa is that of the root of 1/2 on, an exponent more.
  U shifted = BITS(x) + (0x3ff0000000000000 - ROOT_OF_HALF);
  V n = NUMBERS_OF(shifted >> 52 | 0x4330000000000000) - SPLAT(0x1p52 + 1023);
  V f = NUMBERS_OF((shifted & 0xfffffffffffff) + ROOT_OF_HALF) - SPLAT(1);
  V s = f / (SPLAT(2) + f), z = s * s, fourth = z * z;
  // By Remez's algorithm, off by less than 2 ** -58.
  V p = FMA(fourth, FMA(z, SPLAT(0x1.2f06348b279b0p-3), SPLAT(0x1.39a1a6f6bda20p-3)),
            FMA(z, SPLAT(0x1.74663fa22a684p-3), SPLAT(0x1.c71c520607e4ep-3)));
  p = FMA(fourth, p, FMA(z, SPLAT(0x1.24924941f4fb8p-2), SPLAT(0x1.999999997fd77p-2)));
  p = FMA(z, p, SPLAT(0x1.5555555555592p-1));
  V half = SPLAT(0.5) * f;
  V low = FMA(s, FMA(z, p, half * f), n * SPLAT(LOG2_LOW));
  V high = n * SPLAT(LOG2_HIGH);
  // What the sum of the largest terms loses goes to the others.
  V sum = high + f;
  V result = sum + (((high - sum) + f) + FMA(-half, f, low));
  // What is subnormal, 0, negative, infinite or not a number.
  if (__builtin_expect(WHERE_ANY(BITS(x) - SMALLEST >= INFINITE - SMALLEST), 0))
    result = CHOOSE(BITS(x) - SMALLEST >= INFINITE - SMALLEST, SLEEF(log)(x), result);
  return result;
}

#undef SMALLEST
#undef INFINITE
#undef ROOT_OF_HALF
