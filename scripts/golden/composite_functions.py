"""Ops of scalars that are made of other ops, as values alone; their derivatives are found numerically."""

import math

from mpmath import mp, mpf

from special_functions import Special as Function

X = [0.1, 0.3, 0.5, 0.9, 1.1, 1.5, 2.5, math.e, math.pi, 7.25, 20.0]
SIGNED = [sign * x for x in X for sign in (1.0, -1.0)]
UNIT = [0.02, 0.1, 0.25, 0.4, 0.5, 0.7, 0.9, 0.99]


def student(x, df, loc, scale):
    z = (x - loc) / scale
    constant = mp.loggamma((df + 1) / 2) - mp.loggamma(df / 2) - mp.log(df * mp.pi) / 2
    return constant - (df + 1) / 2 * mp.log1p(z * z / df) - mp.log(scale)


def log_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def gammaincln(a, x):
    return mp.log(mp.gammainc(a, 0, x, regularized=True))


COMPOSITES = [
    Function("addcmul", lambda x, y, z, f: x + f * y * z, [
        (x, y, z, f) for x, y, z in [(0.5, 1.5, -2.25), (-3.0, 0.1, 7.0), (1e3, 1e-3, 2.0), (1.0, 1e10, 3.0), (0.0, 2.5, 2.5)]
        for f in (1.0, -0.5, 2.5, 3.0)]),
    Function("addcdiv", lambda x, y, z, f: x + f * y / z, [
        (x, y, z, f) for x, y, z in [(0.5, 1.5, -2.25), (-3.0, 0.1, 7.0), (1e3, 1e-3, 2.0), (1.0, 1e10, 3.0), (0.0, 2.5, 2.5)]
        for f in (1.0, -0.5, 2.5, 3.0)]),
    Function("normal_logpdf", lambda x, m, s: -((x - m) / s) ** 2 / 2 - mp.log(s) - mp.log(2 * mp.pi) / 2, [
        (x, m, s) for x in SIGNED for m, s in ((0.0, 1.0), (0.7, 2.5), (-3.0, 0.3))]),
    Function("student_t_logpdf", student, [
        (x, df, m, s) for x in SIGNED[::2] for df in (1.0, 2.5, 30.0) for m, s in ((0.0, 1.0), (0.75, 2.5))]),
    Function("gamma_logpdf", lambda x, a, b: (a - 1) * mp.log(x) + a * mp.log(b) - b * x - mp.loggamma(a), [
        (x, a, b) for x in X for a in (0.5, 1.5, 8.0) for b in (1.0, 2.5)]),
    Function("beta_logpdf", lambda x, a, b: (a - 1) * mp.log(x) + (b - 1) * mp.log1p(-x) - log_beta(a, b), [
        (x, a, b) for x in UNIT for a, b in ((0.5, 0.5), (1.5, 4.0), (8.0, 2.5), (30.0, 20.0))]),
    Function("poisson_logpmf", lambda x, r: x * mp.log(r) - r - mp.loggamma(x + 1), [
        (x, r) for x in (0.0, 1.0, 2.0, 5.0, 17.0, 100.0) for r in (0.1, 0.9, 2.5, 20.0, 90.0)]),
    Function("binomial_logpmf", lambda x, n, p: x * mp.log(p) + (n - x) * mp.log1p(-p) + mp.loggamma(n + 1)
             - mp.loggamma(x + 1) - mp.loggamma(n - x + 1), [
        (x, n, p) for x, n in ((0.0, 3.0), (1.0, 3.0), (3.0, 3.0), (4.0, 10.0), (60.0, 100.0)) for p in UNIT[::2]]),
    Function("gammaincln", gammaincln, [
        (a, x) for a in (0.5, 1.5, 3.0, 20.0) for x in (0.1, 0.5, 1.0, 2.5, 7.25, 20.0, 30.0)]),
]
