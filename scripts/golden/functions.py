"""The elementwise ops with their derivatives, as formulas that lose no digits that matter.

`first` and `second` give the derivatives in the order x, y, z and xx, xy, xz, yy, yz, zz.
"""

from dataclasses import dataclass
from typing import Callable

from mpmath import mp, mpf


@dataclass(frozen=True)
class Function:
    """One op."""

    name: str
    value: Callable
    first: Callable
    second: Callable
    # Names the set of points, see points.py.
    domain: str = "real"
    # Has steps or kinks, which numerical differentiation must not straddle.
    is_piecewise: bool = False

    def numbers(self, *operands):
        """Value, first and second derivatives, in one list."""
        numbers = [self.value(*operands)]
        for found in (self.first(*operands), self.second(*operands)):
            numbers += found if isinstance(found, tuple) else (found,)
        return numbers


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def length(x, y):
    return mp.sqrt(x * x + y * y)


def step(name, holds):
    return Function(
        name, lambda x, y: mpf(1) if holds(x, y) else mpf(0), lambda x, y: (mpf(0),) * 2,
        lambda x, y: (mpf(0),) * 3, "pair", True)


def share(name, sign):
    def value(x, y):
        return mpf(1) / 2 if x == y else mpf(1) if sign * x > sign * y else mpf(0)

    return Function(name, value, lambda x, y: (mpf(0),) * 2, lambda x, y: (mpf(0),) * 3, "pair", True)


def choice(x, y, z):
    return y if x != 0 else z


zero, one = mpf(0), mpf(1)

FUNCTIONS = [
    Function("add", lambda x, y: x + y, lambda x, y: (one, one), lambda x, y: (zero,) * 3, "pair"),
    Function("subtract", lambda x, y: x - y, lambda x, y: (one, -one), lambda x, y: (zero,) * 3, "pair"),
    Function("multiply", lambda x, y: x * y, lambda x, y: (y, x), lambda x, y: (zero, one, zero), "pair"),
    Function(
        "divide", lambda x, y: x / y, lambda x, y: (1 / y, -x / y**2),
        lambda x, y: (zero, -1 / y**2, 2 * x / y**3), "pair of nonzero"),
    Function("negative", lambda x: -x, lambda x: -one, lambda x: zero),
    Function("positive", lambda x: +x, lambda x: one, lambda x: zero),
    Function(
        "pow", lambda x, y: x**y, lambda x, y: (y * x ** (y - 1), x**y * mp.log(x)),
        lambda x, y: (
            y * (y - 1) * x ** (y - 2), x ** (y - 1) * (1 + y * mp.log(x)), x**y * mp.log(x) ** 2), "power"),
    Function("square", lambda x: x * x, lambda x: 2 * x, lambda x: mpf(2)),
    Function("sqrt", mp.sqrt, lambda x: 1 / (2 * mp.sqrt(x)), lambda x: -1 / (4 * x * mp.sqrt(x)), "positive"),
    Function(
        "hypot", length, lambda x, y: (x / length(x, y), y / length(x, y)),
        lambda x, y: (y**2 / length(x, y) ** 3, -x * y / length(x, y) ** 3, x**2 / length(x, y) ** 3),
        "pair of nonzero"),
    Function("exp", mp.exp, mp.exp, mp.exp, "exponent"),
    Function("expm1", mp.expm1, mp.exp, mp.exp, "exponent"),
    Function("log", mp.log, lambda x: 1 / x, lambda x: -1 / x**2, "positive"),
    Function("log1p", mp.log1p, lambda x: 1 / (1 + x), lambda x: -1 / (1 + x) ** 2, "above -1"),
    Function("sin", mp.sin, mp.cos, lambda x: -mp.sin(x), "angle"),
    Function("cos", mp.cos, lambda x: -mp.sin(x), lambda x: -mp.cos(x), "angle"),
    Function("tan", mp.tan, lambda x: 1 / mp.cos(x) ** 2, lambda x: 2 * mp.tan(x) / mp.cos(x) ** 2, "angle"),
    Function(
        "asin", mp.asin, lambda x: 1 / mp.sqrt((1 - x) * (1 + x)),
        lambda x: x / mp.sqrt((1 - x) * (1 + x)) ** 3, "unit"),
    Function(
        "acos", mp.acos, lambda x: -1 / mp.sqrt((1 - x) * (1 + x)),
        lambda x: -x / mp.sqrt((1 - x) * (1 + x)) ** 3, "unit"),
    Function("atan", mp.atan, lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2),
    Function(
        "atan2", mp.atan2, lambda x, y: (y / (x**2 + y**2), -x / (x**2 + y**2)),
        lambda x, y: (
            -2 * x * y / (x**2 + y**2) ** 2, (x - y) * (x + y) / (x**2 + y**2) ** 2,
            2 * x * y / (x**2 + y**2) ** 2), "pair of nonzero"),
    Function("sinh", mp.sinh, mp.cosh, mp.sinh, "exponent"),
    Function("cosh", mp.cosh, mp.sinh, mp.cosh, "exponent"),
    Function("tanh", mp.tanh, lambda x: mp.sech(x) ** 2, lambda x: -2 * mp.tanh(x) * mp.sech(x) ** 2, "exponent"),
    Function(
        "sech_square", lambda x: mp.sech(x) ** 2, lambda x: -2 * mp.tanh(x) * mp.sech(x) ** 2,
        lambda x: mp.sech(x) ** 2 * (4 * mp.tanh(x) ** 2 - 2 * mp.sech(x) ** 2), "exponent"),
    Function(
        "sigmoid", sigmoid, lambda x: sigmoid(x) * sigmoid(-x),
        lambda x: -sigmoid(x) * sigmoid(-x) * mp.tanh(x / 2), "exponent"),
    Function("relu", lambda x: max(x, zero), lambda x: one if x > 0 else zero, lambda x: zero, "nonzero", True),
    Function("abs", abs, lambda x: one if x > 0 else -one, lambda x: zero, "nonzero", True),
    Function("sign", lambda x: one if x > 0 else -one, lambda x: zero, lambda x: zero, "nonzero", True),
    Function(
        "maximum", max, lambda x, y: (one, zero) if x > y else (zero, one), lambda x, y: (zero,) * 3, "distinct", True),
    Function(
        "minimum", min, lambda x, y: (one, zero) if x < y else (zero, one), lambda x, y: (zero,) * 3, "distinct", True),
    share("maximum_share", 1),
    share("minimum_share", -1),
    Function(
        "where", choice, lambda x, y, z: (zero, one, zero) if x != 0 else (zero, zero, one),
        lambda x, y, z: (zero,) * 6, "choice", True),
    step("less", lambda x, y: x < y),
    step("less_equal", lambda x, y: x <= y),
    step("greater", lambda x, y: x > y),
    step("greater_equal", lambda x, y: x >= y),
    step("equal", lambda x, y: x == y),
    step("not_equal", lambda x, y: x != y),
    Function(
        "absolute_zero_multiply", lambda x, y: x * y, lambda x, y: (y, x), lambda x, y: (zero, one, zero), "pair"),
    Function("one_minus_square", lambda x: 1 - x * x, lambda x: -2 * x, lambda x: mpf(-2)),
    Function(
        "hypot_share", lambda x, y: x / length(x, y),
        lambda x, y: (y**2 / length(x, y) ** 3, -x * y / length(x, y) ** 3),
        lambda x, y: (
            -3 * x * y**2 / length(x, y) ** 5, y * (2 * x**2 - y**2) / length(x, y) ** 5,
            x * (2 * y**2 - x**2) / length(x, y) ** 5), "pair of nonzero"),
]
