"""The special functions, as mpmath computes them, and where they are looked at.

Their derivatives are found numerically, from values with enough digits that the result has all of its own.
"""

import itertools
from dataclasses import dataclass
from typing import Callable

import mpmath
from mpmath import mp, mpf

from points import signed


@dataclass(frozen=True)
class Special:
    """One op."""

    name: str
    value: Callable
    points: list
    # Positions of operands that are whole numbers, with no derivative.
    orders: tuple = ()
    # Derivatives that are known, by order; the others are found numerically.
    known: Callable = None


def each(numbers):
    return [(number,) for number in numbers]


def grid(*axes):
    return list(itertools.product(*axes))


def ordered(orders, numbers):
    return grid([float(order) for order in orders], numbers)


def erfcx(x):
    with mp.extraprec(20 + int(3 * x * x) if abs(x) < 40 else 20):
        if x > 40:
            return mp.quad(lambda u: mp.exp(-u * u / (4 * x * x) - u), [0, 1, 10, 100, 300]) / (x * mp.sqrt(mp.pi))
        return mp.exp(x * x) * mp.erfc(x)


def moment(n, z):
    """The integral over u > 0 of u ** n * exp(-u * u - 2 * z * u), by the parabolic cylinder function."""
    with mp.extraprec(40 + int(3 * z * z)):
        return mp.factorial(n) * 2 ** (-(n + 1) / mpf(2)) * mp.exp(z * z / 2) * mp.pcfu(n + mpf(1) / 2, mp.sqrt(2) * z)


def inverse(function, start, digits=None):
    """The root by Newton's method from a start with some digits."""
    return mp.findroot(function, start, solver="secant")


def erfinv(x):
    if abs(x) < mpf(10) ** -15:
        return mp.sqrt(mp.pi) / 2 * (x + mp.pi * x**3 / 12 + 7 * mp.pi**2 * x**5 / 480)
    if abs(x) < 0.999:
        return mp.erfinv(x)
    return mp.sign(x) * erfcinv(1 - abs(x))


def erfcinv(x):
    if x > 1:
        return -erfcinv(2 - x)
    if x > 0.01:
        return erfinv(1 - x)
    y = mp.sqrt(-mp.log(x * mp.sqrt(mp.pi) * mp.sqrt(-mp.log(x))))
    with mp.extraprec(60):
        for _ in range(100):
            # Newton's method for the logarithm.
            value = mp.erfc(y)
            step = (mp.log(value) - mp.log(x)) * value * mp.sqrt(mp.pi) / 2 * mp.exp(y * y)
            y += step
            if abs(step) < abs(y) * mpf(2) ** (-mp.prec + 10):
                return y
    raise ValueError(x)


def ndtri(p):
    return -mp.sqrt(2) * erfcinv(2 * p)


def slope_of_erfinv(x):
    return mp.sqrt(mp.pi) / 2 * mp.exp(erfinv(x) ** 2)


def slope_of_erfcinv(x):
    return -mp.sqrt(mp.pi) / 2 * mp.exp(erfcinv(x) ** 2)


def slope_of_ndtri(p):
    return mp.sqrt(2 * mp.pi) * mp.exp(ndtri(p) ** 2 / 2)


def inverse_derivatives(value, slope, factor):
    """Of an inverse error function: the slope s, factor * value * s ** 2, and so on."""

    def known(x):
        y, s = value(x), slope(x)
        return [y, s, factor * y * s**2]

    return known


def slope_derivatives(value, slope, factor):
    def known(x):
        y, s = value(x), slope(x)
        return [s, factor * y * s**2, factor * s**3 * (1 + 2 * factor * y**2)]

    return known


def ndtr(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def log_ndtr(x):
    return mp.log1p(-ndtr(-x)) if x > 0 else mp.log(ndtr(x))


def polygamma_difference(n, x, y):
    with mp.extraprec(200):
        return mp.psi(n, x) - mp.psi(n, x + y)


def betaln(x, y):
    with mp.extraprec(100):
        return mp.loggamma(x) + mp.loggamma(y) - mp.loggamma(x + y)


def multigammaln(x, p):
    return p * (p - 1) / 4 * mp.log(mp.pi) + sum(mp.loggamma(x - mpf(j) / 2) for j in range(int(p)))


def multivariate_polygamma(n, x, p):
    return sum(mp.psi(n, x - mpf(j) / 2) for j in range(int(p)))


def lgamma(x):
    return mp.re(mp.loggamma(x)) if x > 0 else mp.log(abs(mp.gamma(x)))


def gammainc(a, x):
    with mp.extraprec(40):
        return mp.gammainc(a, 0, x, regularized=True)


def gammaincc(a, x):
    with mp.extraprec(40):
        return mp.gammainc(a, x, mp.inf, regularized=True)


def gammainc_derivative(n, a, x):
    def density(a, x):
        return x ** (a - 1) * mp.exp(-x) / mp.gamma(a)

    by_x, by_a = int(n) // 256, int(n) % 256
    function, order = (density, (by_a, by_x - 1)) if by_x else (gammainc, (by_a, 0))
    with mp.workprec(2 * mp.prec):
        return mp.diff(function, (a, x), order, relative=True)


def known_gammainc_derivative(n, *operands):
    orders = (0, None, 1, 256, None, None, None, 2, 257, 512)
    return [mpf(0) if more is None else gammainc_derivative(n + more, *operands) for more in orders]


def of_order(function, position=0):
    """The derivative of a function of as high an order as a further first operand says."""

    def value(n, *operands):
        order = [0] * len(operands)
        order[position] = int(n)
        if n == 0:
            return function(*operands)
        with mp.workprec(mp.prec * 2):
            if len(operands) == 1:
                return mp.diff(function, operands[0], int(n), relative=True)
            rest = list(operands)

            def along(number):
                rest[position] = number
                return function(*rest)

            return mp.diff(along, operands[position], int(n), relative=True)

    return value


def betainc(a, b, x):
    with mp.extraprec(40):
        if x > a / (a + b):
            return 1 - mp.betainc(b, a, 0, 1 - x, regularized=True)
        return mp.betainc(a, b, 0, x, regularized=True)


def betainc_derivative(n, a, b, x):
    by_x, by_a, by_b = int(n) // 256, int(n) // 16 % 16, int(n) % 16

    def density(a, b, x):
        return x ** (a - 1) * (1 - x) ** (b - 1) / mp.beta(a, b)

    function, order = (density, (by_a, by_b, by_x - 1)) if by_x else (betainc, (by_a, by_b, 0))
    with mp.workprec(2 * mp.prec):
        return mp.diff(function, (a, b, x), order)


def known_betainc_derivative(n, *operands):
    orders = (0, None, 16, 1, 256, None, None, None, None, 32, 17, 272, 2, 257, 512)
    return [mpf(0) if more is None else betainc_derivative(n + more, *operands) for more in orders]


def zeta(k, s, q):
    return mp.zeta(s, q, int(k))


def zeta_derivatives(k, s, q):
    z = lambda n, t: mp.zeta(t, q, n) if n >= 0 else mpf(0)
    by_q = lambda n, t: -t * z(n, t + 1) - n * z(n - 1, t + 1)
    # By q twice: -s * by_q(k, s + 1) - k * by_q(k - 1, s + 1).
    by_qq = -s * by_q(k, s + 1) - k * by_q(k - 1, s + 1)
    return z(k, s), [z(k + 1, s), by_q(k, s)], [z(k + 2, s), by_q(k + 1, s), by_qq]


def known_zeta(s, q):
    value, first, second = zeta_derivatives(0, s, q)
    return [value, *first, *second]


def known_zeta_derivative(k, s, q):
    value, first, second = zeta_derivatives(int(k), s, q)
    return [value, mpf(0), *first, mpf(0), mpf(0), mpf(0), *second]


def scaled_first_kind(n):
    def value(x):
        with mp.extraprec(int(4 * abs(x)) + 60 if abs(x) < 2000 else 60):
            if abs(x) < 2000:
                return mp.exp(-abs(x)) * mp.besseli(n, x)
            # The rational asymptotic series, cut where its terms are least.
            term, total, k = mpf(1), mpf(1), 0
            while abs(term) > mpf(2) ** (-mp.prec):
                k += 1
                term *= -(4 * n * n - (2 * k - 1) ** 2) / (8 * k * abs(x))
                total += term
            return total / mp.sqrt(2 * mp.pi * abs(x)) * (mp.sign(x) if n else 1)

    return value


def scaled_second_kind(n):
    return lambda x: mp.exp(x) * mp.besselk(n, x)


def scaled_second_kind_of_order(k, x):
    """Derivative k of exp(x) * K0(x), by the product rule and the recurrence for the derivatives of K0."""
    def bare(i):
        return (-mpf(1) / 2) ** i * sum(mp.binomial(i, m) * mp.besselk(abs(i - 2 * m), x) for m in range(i + 1))

    with mp.extraprec(160):
        return mp.exp(x) * sum(mp.binomial(k, i) * bare(i) for i in range(int(k) + 1))


def spence(x):
    return mp.re(mp.polylog(2, 1 - x))


def slope_of_spence(x):
    return mp.log(x) / (1 - x) if x != 1 else -mpf(1)


def spence_of_order(n, x):
    """By the derivatives of (1 - x) * spence'(x) = log(x)."""
    n = int(n)
    if x == 1:
        return (-1) ** n * mp.factorial(n - 1) / n
    with mp.workprec(3 * mp.prec + 1100):
        slope = slope_of_spence(x)
        for k in range(1, n):
            slope = (k * slope + (-1) ** (k - 1) * mp.factorial(k - 1) / x**k) / (1 - x)
        return slope


def binom(n, k):
    return mp.gamma(n + 1) / mp.gamma(k + 1) / mp.gamma(n - k + 1)


def of_second_kind(function, sign):
    """Derivatives of a Bessel function of the second kind, modified where the sign is negative."""

    def known(n, x):
        f = lambda m: function(m, x)
        if sign < 0:
            return [f(n), -(f(n - 1) + f(n + 1)) / 2, (f(n - 2) + 2 * f(n) + f(n + 2)) / 4]
        return [f(n), (f(n - 1) - f(n + 1)) / 2, (f(n - 2) - 2 * f(n) + f(n + 2)) / 4]

    return known


KNOWN_K, KNOWN_Y = of_second_kind(mp.besselk, -1), of_second_kind(mp.bessely, 1)


def known_scaled(n):
    def known(x):
        value, first, second = (mp.exp(x) * number for number in KNOWN_K(n, x))
        return [value, value + first, value + 2 * first + second]

    return known


def known_gaussian(value, scale, rate):
    """Of an integral of scale * exp(-rate * x * x)."""
    def known(x):
        bell = scale() * mp.exp(-rate * x * x)
        return [value(x), bell, -2 * rate * x * bell]

    return known


def known_bell(scale, rate):
    def known(x):
        bell = scale() * mp.exp(-rate * x * x)
        return [bell, -2 * rate * x * bell, (4 * rate**2 * x * x - 2 * rate) * bell]

    return known


NEAR = [0.1, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0, 3.25, 5.0, 7.5, 12.0, 20.0]
TAILS = [1e-20, 1e-8, 1e-3]
POSITIVE = TAILS + NEAR + [33.5, 75.0, 150.0]
PROBABILITY = [1e-300, 1e-100, 1e-20, 1e-5, 0.01, 0.1, 0.25, 0.3, 0.49, 0.51, 0.7, 0.9, 0.99, 0.9999, 1 - 1e-9, 1 - 2**-52]
GAMMA = [1e-300, 1e-10, 1e-3] + NEAR + [33.5, 100.25, 170.0] + [-0.25, -0.5, -1.75, -2.1, -3.5, -10.6, -50.3]
SHAPES = [(0.1, 1e-5), (0.1, 0.5), (0.1, 5.0), (0.5, 1e-10), (0.5, 0.3), (0.5, 3.0), (1.0, 0.2), (1.0, 1.0), (1.0, 30.0),
          (2.5, 1e-3), (2.5, 0.7), (2.5, 2.5), (2.5, 8.0), (2.5, 60.0), (7.5, 0.5), (7.5, 6.0), (7.5, 9.0), (7.5, 25.0),
          (30.0, 5.0), (30.0, 29.0), (30.0, 31.0), (30.0, 70.0), (100.0, 50.0), (100.0, 99.0), (100.0, 105.0),
          (100.0, 170.0), (1000.0, 950.0), (1000.0, 1010.0), (1e-3, 1e-3), (1e-3, 2.0)]
BETAS = [(0.5, 0.5), (0.1, 3.0), (3.0, 0.1), (1.0, 2.0), (2.0, 3.0), (2.5, 2.5), (5.0, 1e-5), (1e-5, 5.0), (10.0, 0.3),
         (1e-3, 1e-3), (7.25, 12.5), (30.0, 40.0), (100.0, 0.5), (0.5, 100.0), (1e5, 1.5), (1.5, 1e5), (200.0, 150.0),
         (1e8, 0.25), (12.0, 12.0), (0.75, 20.0), (33.0, 2.0)]
CUTS = [(0.5, 0.5, 0.1), (0.5, 0.5, 0.5), (0.5, 0.5, 0.9), (2.0, 3.0, 1e-5), (2.0, 3.0, 0.2), (2.0, 3.0, 0.5),
        (2.0, 3.0, 0.95), (0.1, 4.0, 1e-3), (0.1, 4.0, 0.3), (4.0, 0.1, 0.6), (4.0, 0.1, 0.999), (1.0, 1.0, 0.3),
        (1.0, 5.5, 0.05), (5.5, 1.0, 0.9), (10.0, 20.0, 0.2), (10.0, 20.0, 0.35), (10.0, 20.0, 0.6), (50.0, 50.0, 0.3),
        (50.0, 50.0, 0.5), (50.0, 50.0, 0.55), (100.0, 3.0, 0.9), (100.0, 3.0, 0.98), (3.0, 100.0, 0.1), (1e-3, 2.0, 0.5)]
ZETAS = [(1.0001, 1.0), (1.25, 0.3), (1.5, 1.0), (1.5, 10.0), (2.0, 1.0), (2.0, 0.25), (2.0, 3.5), (3.0, 1.0), (3.0, 100.0),
         (4.5, 0.1), (4.5, 2.0), (7.0, 0.5), (10.0, 1.0), (10.0, 20.0), (20.0, 2.5), (30.0, 30.0), (50.0, 1.5), (1.75, 1e5),
         (2.5, 1e-5), (6.0, 60.0), (100.0, 3.0)]
ARGUMENTS = [0.1, 0.5, 1.0, 1.5, 2.75, 4.0, 6.25, 10.0, 17.5, 30.0, 60.0]

SPECIAL = [
    Special("erf", mp.erf, each([0.0] + signed(TAILS + [0.1, 0.3, 0.5, 0.75, 1.0, 2.0, 3.25, 5.0, 5.9, 12.0, 26.0])), known=known_gaussian(mp.erf, lambda: 2 / mp.sqrt(mp.pi), 1)),
    Special("erfc", mp.erfc, each([0.0] + signed(TAILS + [0.1, 0.5, 1.0, 2.0, 3.25, 5.0, 5.9, 12.0, 20.0, 26.0])), known=known_gaussian(mp.erfc, lambda: -2 / mp.sqrt(mp.pi), 1)),
    Special("erfcx", erfcx, each([0.0] + signed(TAILS + NEAR[:10] + [12.0, 20.0, 25.0]) + [33.5, 75.0, 1e3, 1e6])),
    Special(
        "erfcx_derivative", lambda n, x: 2 / mp.sqrt(mp.pi) * (-2) ** int(n) * moment(n, x),
        ordered([0, 1, 2, 5], [-5.0, -1.0, -0.1, 0.0, 1e-3, 0.3, 1.0, 2.0, 7.5, 25.0]), (0,),
        lambda n, x: with_order([2 / mp.sqrt(mp.pi) * (-2) ** int(k) * moment(k, x) for k in (n, n + 1, n + 2)])),
    Special(
        "erfinv", erfinv,
        each([0.0] + signed([1e-20, 1e-5, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999999, 1 - 1e-12, 1 - 2**-53])),
        known=inverse_derivatives(erfinv, slope_of_erfinv, 2)),
    Special(
        "erfinv_slope", slope_of_erfinv, each([0.0] + signed([1e-5, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999999, 1 - 1e-12, 1 - 2**-53])),
        known=slope_derivatives(erfinv, slope_of_erfinv, 2)),
    Special("erfcinv", erfcinv, each([2 * p for p in PROBABILITY] + [1.0, 1.25, 0.8, 1.99]), known=inverse_derivatives(erfcinv, slope_of_erfcinv, 2)),
    Special("erfcinv_slope", slope_of_erfcinv, each([2 * p for p in PROBABILITY[1:]] + [1.0, 1.25, 0.8, 1.99, 0.001]), known=slope_derivatives(erfcinv, slope_of_erfcinv, 2)),
    Special("gaussian", lambda x: mp.exp(-x * x), each([0.0] + signed(TAILS + NEAR + [26.0, 5.9])), known=known_bell(lambda: mpf(1), 1)),
    Special("ndtr", ndtr, each([0.0] + signed(TAILS + [0.1, 0.5, 1.0, 2.0, 5.0, 7.5, 12.0, 37.0]) + [-38.0, -38.4]), known=known_gaussian(ndtr, lambda: 1 / mp.sqrt(2 * mp.pi), mpf(1) / 2)),
    Special("log_ndtr", log_ndtr, each([0.0] + signed(TAILS + [0.1, 0.5, 1.0, 2.0, 5.0, 7.5, 12.0, 37.0]) + [-38.0, -200.0, -1e4])),
    Special("inverse_mills", lambda x: mp.npdf(x) / ndtr(x), each([0.0] + signed(TAILS + [0.1, 0.5, 1.0, 2.0, 5.0, 7.5, 12.0, 37.0]) + [-38.0, -200.0, -1e4])),
    Special("ndtri", ndtri, each(PROBABILITY + [0.5, 0.625, 0.001, 0.4]), known=inverse_derivatives(ndtri, slope_of_ndtri, 1)),
    Special("ndtri_slope", slope_of_ndtri, each(PROBABILITY[1:] + [0.5, 0.625, 0.001, 0.4, 0.45]), known=slope_derivatives(ndtri, slope_of_ndtri, 1)),
    Special("normal_density", mp.npdf, each([0.0] + signed(TAILS + NEAR + [37.0, 5.9])), known=known_bell(lambda: 1 / mp.sqrt(2 * mp.pi), mpf(1) / 2)),
    Special(
        "mills_moment", lambda n, x: mp.sqrt(2) ** (int(n) + 1) * moment(n, -x / mp.sqrt(2)),
        ordered([0, 1, 2, 5], [-30.0, -7.5, -1.0, -0.1, 0.0, 1e-3, 0.3, 1.0, 5.0, 20.0]), (0,),
        lambda n, x: with_order([mp.sqrt(2) ** (int(k) + 1) * moment(k, -x / mp.sqrt(2)) for k in (n, n + 1, n + 2)])),
    Special("gamma", mp.gamma, each(GAMMA[1:]), known=lambda x: [
        mp.gamma(x), mp.gamma(x) * mp.psi(0, x), mp.gamma(x) * (mp.psi(0, x) ** 2 + mp.psi(1, x))]),
    Special("lgamma", lgamma, each(GAMMA + [1e5, 1e10, 1e100]), known=lambda x: [lgamma(x), mp.psi(0, x), mp.psi(1, x)]),
    Special("digamma", lambda x: mp.psi(0, x), each(GAMMA[1:] + [1e5, 1e10]), known=lambda x: [mp.psi(k, x) for k in (0, 1, 2)]),
    Special("trigamma", lambda x: mp.psi(1, x), each(GAMMA[1:] + [1e5, 1e10]), known=lambda x: [mp.psi(k, x) for k in (1, 2, 3)]),
    Special(
        "polygamma", lambda n, x: mp.psi(int(n), x),
        ordered([0, 1, 2, 3, 7], [1e-3, 0.3, 1.0, 1.75, 4.0, 12.0, 50.0, 1e4, -0.5, -2.25]), (0,),
        lambda n, x: with_order([mp.psi(int(n) + k, x) for k in (0, 1, 2)])),
    Special(
        "polygamma_difference", polygamma_difference, [(float(n), x, y) for n in (0, 1, 3) for x, y in BETAS], (0,),
        lambda n, x, y: [polygamma_difference(n, x, y), mpf(0), polygamma_difference(n + 1, x, y), -mp.psi(n + 1, x + y),
                         mpf(0), mpf(0), mpf(0), polygamma_difference(n + 2, x, y), -mp.psi(n + 2, x + y), -mp.psi(n + 2, x + y)]),
    Special("beta", mp.beta, BETAS),
    Special("betaln", betaln, BETAS + [(2000.0, 3000.0), (1e6, 1e6), (1e10, 5.0), (1.0, 1.0)]),
    Special("multigammaln", multigammaln, [(x, float(p)) for p in (1, 2, 3, 5) for x in (2.1, 2.5, 3.0, 7.25, 40.0, 1e4)], (1,)),
    Special(
        "multivariate_polygamma", multivariate_polygamma,
        [(float(n), x, float(p)) for n in (0, 1, 2) for p in (1, 3, 4) for x in (1.75, 3.0, 40.0)], (0, 2)),
    Special("gammainc", gammainc, SHAPES),
    Special("gammaincc", gammaincc, SHAPES),
    Special(
        "gammainc_derivative", gammainc_derivative,
        [(float(n), a, x) for n in (1, 2, 256, 257, 513) for a, x in SHAPES[::3]], (0,), known_gammainc_derivative),
    Special("betainc", betainc, CUTS),
    Special("betainc_derivative", betainc_derivative, [(float(n), *cut) for n in (1, 16, 17, 32, 256, 272, 513) for cut in CUTS[::5]], (0,),
            known_betainc_derivative),
    Special("zeta", lambda s, q: mp.zeta(s, q), ZETAS, known=known_zeta),
    Special("zeta_derivative", zeta, [(float(k), s, q) for k in (0, 1, 2, 4) for s, q in ZETAS[::2]], (0,), known_zeta_derivative),
    Special("i0", lambda x: mp.besseli(0, x), each([0.0] + signed(TAILS + ARGUMENTS) + [300.0, 700.0])),
    Special("i1", lambda x: mp.besseli(1, x), each([0.0] + signed(TAILS + ARGUMENTS) + [300.0, 700.0])),
    Special("iv", lambda n, x: mp.besseli(int(n), x), ordered([0, 1, 2, 5], signed([0.1, 1.0, 4.0]) + ARGUMENTS[4:]), (0,)),
    Special("i0e", scaled_first_kind(0), each(signed(TAILS[1:] + ARGUMENTS) + [300.0, 1e5, 1e10])),
    Special("i1e", scaled_first_kind(1), each(signed(TAILS[1:] + ARGUMENTS) + [300.0, 1e5, 1e10])),
    Special("i0e_derivative", of_order(scaled_first_kind(0)), ordered([0, 1, 2, 4], signed([1e-3, 1.0, 10.0]) + [0.1, 4.0, 100.0, 1e5]), (0,)),
    Special("i1e_derivative", of_order(scaled_first_kind(1)), ordered([0, 1, 2, 4], signed([1e-3, 1.0, 10.0]) + [0.1, 4.0, 100.0, 1e5]), (0,)),
    Special("j0", lambda x: mp.besselj(0, x), each([0.0] + signed(TAILS + ARGUMENTS) + [300.0, 1e4])),
    Special("j1", lambda x: mp.besselj(1, x), each([0.0] + signed(TAILS + ARGUMENTS) + [300.0, 1e4])),
    Special("jn", lambda n, x: mp.besselj(int(n), x), ordered([0, 1, 2, 5], signed([0.1, 1.0, 4.0]) + ARGUMENTS[4:]), (0,)),
    Special("y0", lambda x: mp.bessely(0, x), each(TAILS + NEAR + ARGUMENTS + [300.0, 1e4]), known=lambda x: KNOWN_Y(0, x)),
    Special("y1", lambda x: mp.bessely(1, x), each(TAILS + NEAR + ARGUMENTS + [300.0, 1e4]), known=lambda x: KNOWN_Y(1, x)),
    Special("yn", lambda n, x: mp.bessely(int(n), x), ordered([0, 1, 2, 5], ARGUMENTS), (0,), known=lambda n, x: with_order(KNOWN_Y(int(n), x))),
    Special("k0", lambda x: mp.besselk(0, x), each(TAILS + NEAR + ARGUMENTS + [300.0, 700.0]), known=lambda x: KNOWN_K(0, x)),
    Special("k1", lambda x: mp.besselk(1, x), each(TAILS + NEAR + ARGUMENTS + [300.0, 700.0]), known=lambda x: KNOWN_K(1, x)),
    Special("kn", lambda n, x: mp.besselk(int(n), x), ordered([0, 1, 2, 5], ARGUMENTS), (0,), known=lambda n, x: with_order(KNOWN_K(int(n), x))),
    Special("k0e", scaled_second_kind(0), each(TAILS + NEAR + ARGUMENTS + [300.0, 700.0, 1e5]), known=known_scaled(0)),
    Special("k1e", scaled_second_kind(1), each(TAILS + NEAR + ARGUMENTS + [300.0, 700.0, 1e5]), known=known_scaled(1)),
    Special("k0e_derivative", scaled_second_kind_of_order, ordered([0, 1, 2, 4], [1e-3, 0.1, 1.0, 4.0, 30.0, 700.0, 1e5]), (0,),
            lambda k, x: with_order([scaled_second_kind_of_order(k + i, x) for i in (0, 1, 2)])),
    Special(
        "spence", spence, each([1e-300, 1e-8, 0.1, 0.3, 0.49, 0.51, 0.9, 0.999, 1.0, 1.001, 1.1, 1.5, 1.99, 2.01, 3.0, 7.5, 20.0, 100.0, 1e6, 1e20]),
        known=lambda x: [spence(x), slope_of_spence(x), spence_of_order(2, x)]),
    Special(
        "spence_derivative", spence_of_order, ordered([1, 2, 3], [1e-5, 0.1, 0.5, 0.9, 1.001, 1.5, 4.0, 30.0, 1e6]), (0,),
        lambda n, x: with_order([spence_of_order(n + k, x) for k in (0, 1, 2)])),
    Special("expi", mp.ei, each(signed(TAILS[1:] + NEAR) + [0.3725, -100.0, -500.0, 100.0, 500.0, 700.0])),
    Special("exp1", mp.e1, each(TAILS + NEAR + [40.0, 100.0, 500.0, 700.0, 0.37, 0.9])),
    Special("expn", lambda n, x: mp.expint(int(n), x), ordered([0, 1, 2, 3, 10, -2], [1e-3, 0.3, 1.0, 2.5, 10.0, 100.0]), (0,)),
    Special("binom", binom, [(5.0, 2.0), (10.0, 3.5), (4.25, 1.75), (0.5, 0.25), (50.0, 25.0), (1000.0, 3.0), (1e6, 2.0), (7.0, 0.001),
                             (7.0, 6.75), (3.0, 0.0), (3.0, 3.0), (-0.5, -0.25), (100.0, 99.0), (20.5, 10.0), (2.0, 1.0), (6.0, 2.0),
                             (30.0, 12.0), (60.0, 30.0), (9.75, 0.5), (1.5, 1.25), (12.0, 5.0)]),
    Special("comb", binom, [(5.0, 2.0), (10.0, 3.5), (4.25, 1.75), (0.5, 0.25), (50.0, 25.0), (1000.0, 3.0), (1e6, 2.0), (7.0, 0.001),
                            (7.0, 6.75), (3.0, 0.0), (3.0, 3.0), (100.0, 99.0), (20.5, 10.0), (2.0, 1.0), (6.0, 2.0),
                            (30.0, 12.0), (60.0, 30.0), (9.75, 0.5), (1.5, 1.25), (12.0, 5.0)]),
    Special("factorial", lambda x: mp.gamma(x + 1), each([0.0, 1e-10, 1e-3] + NEAR + [33.5, 100.25, 169.0, -0.25, -0.9, -1.75, -3.5]), known=lambda x: [
        mp.gamma(x + 1), mp.gamma(x + 1) * mp.psi(0, x + 1), mp.gamma(x + 1) * (mp.psi(0, x + 1) ** 2 + mp.psi(1, x + 1))]),
]


def with_order(numbers):
    """The list of an op whose first operand is an order, of two."""
    return [numbers[0], mpf(0), numbers[1], mpf(0), mpf(0), numbers[2]]
