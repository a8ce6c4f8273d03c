"""More elementwise ops, as values alone; their derivatives are found numerically, with digits enough for all."""

from dataclasses import dataclass
from typing import Callable

from mpmath import mp, mpf

from more_points import ACTIVATION, PARAMETERS, SHARPNESS
from points import NEAR, SETS, TINY, pairs, signed


@dataclass(frozen=True)
class Function:
    """One op: its value, and where it is looked at."""

    name: str
    value: Callable
    points: list
    # Positions of operands that are whole numbers, with no derivative.
    orders: tuple = ()
    # Has no derivative by definition, whatever its values are.
    is_constant: bool = False


def on(name):
    return [(number,) for number in SETS[name]]


def each(numbers):
    return [(number,) for number in numbers]


def off_steps(found, is_step):
    return [point for point in found if not is_step(*point)]


def indicator(holds):
    return lambda *operands: mpf(1) if holds(*operands) else mpf(0)


def quotient_is_tame(x, y):
    return y != 0 and abs(x / y) < 1e12 and abs(x) > 1e-290 and (mp.mpf(x) / mp.mpf(y)) % 1 != 0


def fmod(x, y):
    quotient = x / y
    return x - y * (mp.floor(quotient) if quotient > 0 else mp.ceil(quotient))


def half_even(x):
    low = mp.floor(x)
    return low if x - low < 0.5 else low + 1 if x - low > 0.5 else low + low % 2


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def softplus(x):
    return max(x, mpf(0)) + mp.log1p(mp.exp(-abs(x)))


def log_ratio(x, y):
    return mp.log(x / y)


def sinc(x):
    return mp.sin(mp.pi * x) / (mp.pi * x) if x else mpf(1)


def sinc_derivative(n, x):
    """The series, whatever the size of x."""
    total, k, n = mpf(0), (int(n) + 1) // 2, int(n)
    with mp.extraprec(int(10 * abs(x)) + 60):
        term = (-1) ** k * mp.pi ** (2 * k) * x ** (2 * k - n) / mp.factorial(2 * k - n)
        while k < 20 or abs(term) > mp.eps * mpf(10) ** -30 * abs(x):
            total += term / (2 * k + 1)
            k += 1
            term *= -((mp.pi * x) ** 2) / ((2 * k - n) * (2 * k - n - 1))
    return +total


def exprel(x):
    return mp.expm1(x) / x if x else mpf(1)


def exprel_derivative(n, x):
    """Kummer's series, of terms of one sign."""
    scale, z, total, term, k = mp.exp(x) if x < 0 else mpf(1), abs(x), mpf(0), mpf(1), 0
    term = 1 / (n + 1)
    while term > mp.eps * total:
        if x < 0:
            total += term
            term *= z / (n + 2 + k)
        else:
            total += term
            term *= z / (k + 1) * (k + n + 1) / (k + n + 2)
        k += 1
    return scale * total


def hard(x, low, high):
    return low if x < low else high if x > high else x


PAIRS = [pair for pair in pairs(1) if pair[0] != pair[1]]
POSITIVE_PAIRS = [(abs(x), abs(y)) for x, y in PAIRS]
TAME = [pair for pair in POSITIVE_PAIRS if 1e-290 < min(pair) and max(pair) < 1e290]
DIVISIONS = [pair for pair in PAIRS if quotient_is_tame(*pair)] + [
    (7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (-7.5, -2.0), (1e5, 0.3), (-1e5, 0.3), (0.9, 0.3), (5.9999999, 3.0)]
NOT_WHOLE = off_steps(on("nonzero"), lambda x: x == mp.floor(x) or abs(x) >= 2.0**52)
EXPONENTS = [(x, y) for x in (0.3, -1.7, 12.0, -30.0) for y in (0.4, -2.5, 11.0, 25.5, -80.0, 1e-10)]
EXPONENTS += [(300.5, -300.25), (700.0, 1.5), (1.5, 700.0), (-1000.0, -1001.5), (1e10, 1.0), (1e200, -1e200)]
UNITS = signed([0.001, 1e-10, 0.1, 0.25, 0.4, 0.7, 1.3, 2.5, 3.75, 10.3, 33.4, 250.1])
CONDITIONS = [(x, y) for x in (0.0, 1.0, -2.5, 0.4, 1e-300) for y in (0.0, 1.7, -3.25, 1e300)]
STEP = [pair for pair in PAIRS + CONDITIONS if pair[0] != 0]
TRIPLES = [(x, y, z) for (x, y), z in zip(PAIRS, signed(NEAR + NEAR + TINY))]
LEVELS = [(x, low, high) for x in (0.4, -2.5, 7.25, 1e-10, -1e200) for low, high in
          ((-1.0, 1.0), (0.5, 3.25), (-1e3, -1.5), (-float("inf"), 2.0), (1e-20, float("inf")))]
LEVELS = [point for point in LEVELS if point[0] not in point[1:]]
THRESHOLDS = [point for point in LEVELS if abs(point[1]) + abs(point[2]) < float("inf")]
THRESHOLDS += [(x, 1.5, -0.25) for x in (1.75, 1.25, 3.0, -1.0, 1e10)]
WEIGHTS = [(x, y, w) for x, y in ((0.4, 1.7), (-2.5, 3.25), (1e3, -1e-3), (1e10, 1.0), (1e-200, 2e-200))
           for w in (0.0, 0.25, 0.3, 0.9, 1.0, 1.5)]
PRODUCTS = [(x, y) for x in (0.4, -2.5, 1e3, 1e-10, 1e-200) for y in (1.7, 3.25, 1e-3, 1e100, 1e-200, 0.9999)]
LOG1P_PRODUCTS = [(x, y) for x in (0.4, -2.5, 1e3, 1e-10) for y in (1.7, -0.9, 1e-3, -1e-10, 1e100, 1e-200, 0.0)]
RATIOS = [(x, y) for x, y in TAME if 1e-12 < abs(x - y) / y] + [(1.1, 1.0), (0.9, 1.0), (2.5, 2.6), (1.000001, 1.0)]
# The second derivatives of quotients of such numbers are among the numbers.
MODERATE_RATIOS = [(x, y) for x, y in RATIOS if 1e-70 < min(x, y) and max(x, y) < 1e70]
LEAKS = [(x, alpha) for x in ACTIVATION if x for alpha in (0.01, 0.25, 1.7)]
EXP2 = each([0.0] + signed(NEAR + TINY + [12.25, 100.5, 300.75, 700.125]) + [1020.5, -1020.5, -1070.25, 1030.0, -1080.0])
LOGITS = each([1e-300, 1e-20, 1e-5, 0.01, 0.1, 0.25, 0.29, 0.31, 0.4, 0.45, 0.499, 0.501, 0.55, 0.6, 0.64, 0.66, 0.75,
               0.9, 0.99, 0.999999, 1 - 1e-12, 0.9999999999999999])

MORE = [
    Function("reciprocal", lambda x: 1 / x, on("nonzero")),
    Function("fmod", fmod, DIVISIONS),
    Function("remainder", lambda x, y: x - y * mp.floor(x / y), DIVISIONS),
    Function("floor_divide", lambda x, y: mp.floor(x / y), DIVISIONS),
    Function("rsqrt", lambda x: 1 / mp.sqrt(x), on("positive")),
    Function("cbrt", lambda x: mp.sign(x) * mp.cbrt(abs(x)), on("nonzero")),
    Function("fma", lambda x, y, z: x * y + z, TRIPLES),
    Function("lerp", lambda x, y, w: x + w * (y - x), WEIGHTS),
    Function("floor", mp.floor, NOT_WHOLE),
    Function("ceil", mp.ceil, NOT_WHOLE),
    Function("round", half_even, off_steps(NOT_WHOLE, lambda x: x % 1 == 0.5)),
    Function("trunc", lambda x: mp.sign(x) * mp.floor(abs(x)), NOT_WHOLE),
    Function("frac", lambda x: x - mp.sign(x) * mp.floor(abs(x)), NOT_WHOLE),
    Function("signbit", indicator(lambda x: x < 0), on("nonzero")),
    Function("heaviside", lambda x, y: mpf(0) if x < 0 else mpf(1), STEP),
    Function("fmax", max, PAIRS),
    Function("fmin", min, PAIRS),
    Function("clip", hard, LEVELS),
    Function("copysign", lambda x, y: abs(x) if y > 0 else -abs(x), PAIRS),
    Function("nan_to_num", lambda x: +x, on("real")),
    Function("isnan", indicator(lambda x: False), on("real")),
    Function("isfinite", indicator(lambda x: True), on("real")),
    Function("isinf", indicator(lambda x: False), on("real")),
    Function("logical_not", indicator(lambda x: x == 0), on("real"), is_constant=True),
    Function("logical_and", indicator(lambda x, y: x != 0 and y != 0), CONDITIONS, is_constant=True),
    Function("logical_or", indicator(lambda x, y: x != 0 or y != 0), CONDITIONS, is_constant=True),
    Function("logical_xor", indicator(lambda x, y: (x != 0) != (y != 0)), CONDITIONS, is_constant=True),
    Function("nextafter", lambda x, y: next_after(x, y), PAIRS, is_constant=True),
    Function("stop_gradient", lambda x: +x, on("real"), is_constant=True),
    Function("exp2", lambda x: mpf(2) ** x, EXP2),
    Function("log2", lambda x: mp.log(x) / mp.log(2), on("positive")),
    Function("log10", lambda x: mp.log(x) / mp.log(10), on("positive")),
    Function("logaddexp", lambda x, y: max(x, y) + mp.log1p(mp.exp(-abs(x - y))), EXPONENTS),
    Function("logaddexp2", lambda x, y: max(x, y) + mp.log1p(mpf(2) ** -abs(x - y)) / mp.log(2), EXPONENTS),
    Function("logit", lambda x: mp.log(x) - mp.log(1 - x), LOGITS),
    Function("log1mexp", lambda x: mp.log(-mp.expm1(-x)), each(NEAR + [1e-300, 1e-10, 0.69, 0.7, 20.0, 40.0, 300.0, 700.0]
             + [0.001, 0.6, 0.8, 3.5, 12.0])),
    Function("exprel", exprel, on("exponent")),
    Function("exprel_derivative", exprel_derivative, [(n, x) for n in (0.0, 1.0, 2.0, 5.0) for x in signed(
             [1e-10, 0.1, 0.5, 1.5, 7.25, 11.5, 13.5, 30.0, 100.0, 600.0])], (0,)),
    Function("xlogy", lambda x, y: x * mp.log(y), PRODUCTS),
    Function("xlog1py", lambda x, y: x * mp.log1p(y), LOG1P_PRODUCTS),
    Function("entr", lambda x: -x * mp.log(x), on("positive")),
    Function("rel_entr", lambda x, y: x * log_ratio(x, y), MODERATE_RATIOS),
    Function("kl_div", lambda x, y: x * log_ratio(x, y) - x + y, MODERATE_RATIOS),
    Function("log_ratio", log_ratio, RATIOS),
    Function("relative_difference", lambda x, y: (x - y) / y, MODERATE_RATIOS),
    Function("asinh", mp.asinh, on("real")),
    Function("acosh", mp.acosh, each([1 + 1e-12, 1.0000001, 1.001, 1.1, 1.25, 1.5, 2.0, 2.5, 3.75, 7.25, 10.3, 33.4, 1e3,
             1e8, 1e10, 1e16, 1e100, 1e154, 1e155, 1e200, 1.7e308])),
    Function("atanh", mp.atanh, on("unit")),
    Function("sinc", sinc, each([0.0] + signed(TINY) + UNITS)),
    Function("sinc_derivative", sinc_derivative, [(n, x) for n in (0.0, 1.0, 2.0, 3.0) for x in UNITS if abs(x) < 12], (0,)),
    Function("deg2rad", lambda x: x * mp.pi / 180, on("real")),
    Function("rad2deg", lambda x: x * 180 / mp.pi, on("real")),
    Function("relu6", lambda x: hard(x, mpf(0), mpf(6)), on("nonzero")),
    Function("hard_tanh", hard, LEVELS),
    Function("hard_sigmoid", lambda x: hard(x + 3, mpf(0), mpf(6)) / 6, on("real")),
    Function("hard_swish", lambda x: x * hard(x + 3, mpf(0), mpf(6)) / 6, on("real")),
    Function("threshold", lambda x, t, v: x if x > t else v, THRESHOLDS),
    Function("leaky_relu", lambda x, a: x if x > 0 else a * x, LEAKS),
    Function("elu", lambda x, a: x if x > 0 else a * mp.expm1(x), LEAKS),
    Function("selu", lambda x: scale() * x if x > 0 else scale() * alpha() * mp.expm1(x), each(x for x in ACTIVATION if x)),
    Function("celu", lambda x, a: x if x > 0 else a * mp.expm1(x / a), LEAKS),
    Function("log_sigmoid", lambda x: -softplus(-x), each(ACTIVATION)),
    Function("softplus", lambda x, b: softplus(b * x) / b, SHARPNESS),
    Function("bernoulli_entropy", lambda x: softplus(x) - x * sigmoid(x), each(ACTIVATION)),
    Function("silu", lambda x: x * sigmoid(x), each(ACTIVATION)),
    Function("gelu", lambda x: x * mp.erfc(-x / mp.sqrt(2)) / 2, each(x for x in ACTIVATION if abs(x) < 40)),
    Function("gelu_tanh", lambda x: x * sigmoid(2 * mp.sqrt(2 / mp.pi) * (x + mpf("0.044715") * x**3)),
             each(x for x in ACTIVATION if abs(x) < 40)),
    Function("mish", lambda x: x * mp.tanh(softplus(x)), each(ACTIVATION)),
    Function("soft_shrink", lambda x, a: x - a if x > a else x + a if x < -a else mpf(0), PARAMETERS),
    Function("hard_shrink", lambda x, a: x if abs(x) > a else mpf(0), PARAMETERS),
    Function("tanh_shrink", lambda x: x - mp.tanh(x), each(ACTIVATION)),
    Function("softsign", lambda x: x / (1 + abs(x)), on("nonzero")),
]


def scale():
    return mpf("1.0507009873554804934193349852946")


def alpha():
    return mpf("1.6732632423543772848170429916717")


def next_after(x, y):
    import math

    return mpf(math.nextafter(float(x), float(y)))
