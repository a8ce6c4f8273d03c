"""From mpmath's numbers to doubles."""

from fractions import Fraction

import mpmath


def nearest_double(number):
    """The double nearest to a number, ties to even, gradual underflow and overflow included."""
    if mpmath.isnan(number):
        return float("nan")
    if number == 0:
        return 0.0
    sign = -1.0 if number < 0 else 1.0
    if mpmath.isinf(number) or mpmath.mag(number) > 1025:
        return sign * float("inf")
    if mpmath.mag(number) < -1080:
        return sign * 0.0
    _, mantissa, exponent, _ = number._mpf_
    try:
        return sign * float(Fraction(int(mantissa)) * Fraction(2) ** int(exponent))
    except OverflowError:
        return sign * float("inf")
