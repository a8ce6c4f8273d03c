// sin and cos. With |x| = q pi / 2 + r for a whole q and |r| <= pi / 4, they are sin(r) or cos(r), with a sign.

// So far, the products of q with these parts of pi / 2 are exact or, those of the last, small enough.
#define CIRCLE_LIMIT 1e6
#define QUARTER_HIGH 0x1.921fb54442d18p+0
#define QUARTER_MIDDLE 0x1.1a62633000000p-54
#define QUARTER_LOW 0x1.45c06e0e68948p-86

// sin and cos of r, and q, from its last bits up.
typedef struct {
  V sine, cosine;
  U quarter;
} Circle;

static inline Circle NAME(circle)(V x) {
  V y = ABS(x);
  V shifted = FMA(y, SPLAT(0x1.45f306dc9c883p-1), SPLAT(0x1.8p52));
  V q = shifted - SPLAT(0x1.8p52);
  V high = FMA(q, SPLAT(-QUARTER_HIGH), y);
  V r = FMA(q, SPLAT(-QUARTER_MIDDLE), high);
  V rest = FMA(q, SPLAT(-QUARTER_LOW), FMA(q, SPLAT(-QUARTER_MIDDLE), high - r));
  V z = r * r, fourth = z * z;
  // (sin(r) / r - 1) / z, and (cos(r) - 1 + z / 2) / z ** 2, by Remez's algorithm to less than 2 ** -58.
  V s = FMA(fourth, FMA(z, SPLAT(0x1.5d9300f0493aap-33), SPLAT(-0x1.ae5e663a66aa3p-26)),
            FMA(z, SPLAT(0x1.71de3577b6655p-19), SPLAT(-0x1.a01a019c11991p-13)));
  s = FMA(fourth, s, FMA(z, SPLAT(0x1.111111110f87ap-7), SPLAT(-0x1.5555555555549p-3)));
  V c = FMA(fourth, FMA(z, SPLAT(-0x1.8fae9c6921de3p-37), SPLAT(0x1.1ee9ebe91351cp-29)),
            FMA(z, SPLAT(-0x1.27e4f809f07b0p-22), SPLAT(0x1.a01a019cb1bd8p-16)));
  c = FMA(fourth, c, FMA(z, SPLAT(-0x1.6c16c16c1517ep-10), SPLAT(0x1.555555555554cp-5)));
  V half = FMA(z, SPLAT(-0.5), SPLAT(1));
  V half_rest = FMA(z, SPLAT(-0.5), SPLAT(1) - half);
  // What the square lost, of which the cosine takes half and the sine a sixth.
  V z_rest = FMA(r, r, -z);
  V sine = r + FMA(r * z, s, FMA(r * z_rest, SPLAT(-0x1p0 / 6), rest * half));
  V cosine = half + FMA(fourth, c, FMA(-r, rest, FMA(z_rest, SPLAT(-0.5), half_rest)));
  return (Circle){sine, cosine, BITS(shifted)};
}

// So many more quarters on, the sine.
static inline V NAME(turned)(Circle circle, U shift) {
  U quarter = circle.quarter + shift;
  V result = CHOOSE((quarter & 1) == 0, circle.sine, circle.cosine);
  return NUMBERS_OF(BITS(result) ^ (quarter & 2) << 62);
}

static inline V NAME(sin_on)(Circle circle, V x) {
  V result = NAME(turned)(circle, BITS(SPLAT(0)));
  result = NUMBERS_OF(BITS(result) ^ (BITS(x) & 0x8000000000000000));
  if (__builtin_expect(WHERE_ANY(ABS(x) > SPLAT(CIRCLE_LIMIT)), 0))
    result = CHOOSE(ABS(x) > SPLAT(CIRCLE_LIMIT), SLEEF(sin)(x), result);
  return result;
}

static inline V NAME(cos_on)(Circle circle, V x) {
  V result = NAME(turned)(circle, BITS(SPLAT(0)) + 1);
  if (__builtin_expect(WHERE_ANY(ABS(x) > SPLAT(CIRCLE_LIMIT)), 0))
    result = CHOOSE(ABS(x) > SPLAT(CIRCLE_LIMIT), SLEEF(cos)(x), result);
  return result;
}

static inline V NAME(sin)(V x) { return NAME(sin_on)(NAME(circle)(x), x); }
static inline V NAME(cos)(V x) { return NAME(cos_on)(NAME(circle)(x), x); }

static inline Both NAME(sin_and_cos)(V x) {
  Circle circle = NAME(circle)(x);
  return (Both){NAME(sin_on)(circle, x), NAME(cos_on)(circle, x)};
}

#undef CIRCLE_LIMIT
#undef QUARTER_HIGH
#undef QUARTER_MIDDLE
#undef QUARTER_LOW
