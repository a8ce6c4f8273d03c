"""Where the ops are looked at: edges of their domains, extreme magnitudes, near cancellation, and points between."""

import math
import random

UP = math.inf
NEAR = [0.1, 0.3, 0.4, 0.5, 0.9, 1.0, 1.1, 1.5, math.e, math.pi, 7.25]
TINY = [5e-324, 3.3e-320, 2.3e-308, 1e-200, 1e-20, 1e-10, 1e-5]
HUGE = [1e3, 1e10, 1e16, 1e155, 1e200, 1.7e308]


def signed(numbers):
    return [sign * number for number in numbers for sign in (1.0, -1.0)]


def near(number, steps=(1, 2, 1000)):
    """Doubles just below and above a number."""
    below, above, found = number, number, []
    for step in range(1, max(steps) + 1):
        below, above = math.nextafter(below, -UP), math.nextafter(above, UP)
        if step in steps:
            found += [below, above]
    return found


SETS = {
    "nonzero": signed(NEAR + TINY + HUGE),
    "real": [0.0] + signed(NEAR + TINY + HUGE),
    "positive": NEAR + TINY + HUGE + near(1.0),
    "above -1": [0.0, -0.5, -0.9, -1 + 1e-10, math.nextafter(-1, 0)] + NEAR + signed(TINY) + HUGE,
    "unit": [0.0] + signed([0.1, 0.3, 0.4, 0.5, 0.7071067811865476, 0.9, 0.999999, 1 - 1e-12, math.nextafter(1, 0)])
    + signed(TINY),
    "angle": [0.0] + signed(NEAR + TINY + [math.pi / 2, math.pi / 4, 3 * math.pi / 2, 100.0, 1e5, 1e10, 1e22, 1e300]),
    "exponent": [0.0]
    + signed(NEAR + TINY + [0.6584789484624084, 12.0, 18.0, 25.0, 36.7, 37.5, 40.0, 100.0])
    + signed([208.0, 300.0, 355.0, 360.0, 700.0])
    + [709.7, 710.2, 711.0, 745.0, 800.0, -709.7, -710.2, -711.0, -740.0, -745.2, -800.0],
}
EXPONENTS = [-2.5, -1.0, -0.5, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 7.75]


def between(count, low, high, seed):
    """Numbers of both signs whose logarithms are spread evenly."""
    source = random.Random(seed)
    return [source.choice((1.0, -1.0)) * 10 ** source.uniform(low, high) for _ in range(count)]


def pairs(seed):
    """Pairs of like and unlike magnitudes."""
    listed = [(x, y) for x in (0.4, -2.5, 1e3) for y in (1.7, -3.25, 1e-3)]
    listed += [(3e200, 4e200), (-3e-200, 4e-200), (1e150, -1e-100), (1e-100, 1e100), (1e8, 1e-8), (-1e-8, 1e8)]
    listed += [(1e-100, 1e-300), (1e-300, -1e-100), (1.0, 1e-160), (1e-5, 2.0), (2.5, 2.5000000001), (1.7, 1.7)]
    listed += [(1e-310, 2e-310), (3e-308, 4e-308), (1e300, 1e10), (1e10, 1e300)]
    listed += list(zip(between(12, -2, 2, seed), between(12, -2, 2, seed + 1)))
    return listed + list(zip(between(12, -40, 40, seed + 2), between(12, -40, 40, seed + 3)))


def points(function):
    """The operands, as tuples."""
    domain = function.domain
    if domain in SETS:
        return [(number,) for number in SETS[domain]]
    if domain == "pair":
        return [(0.0, 1.7), (-2.5, 0.0)] + pairs(1)
    if domain == "pair of nonzero":
        return pairs(1)
    if domain == "distinct":
        return [pair for pair in pairs(1) if pair[0] != pair[1]]
    if domain == "power":
        bases = [0.4, 1.0, 1.0000001, 2.5, 7.0]
        listed = [(base, exponent) for base in bases for exponent in EXPONENTS]
        listed += [(1e-10, 0.3), (1e10, -0.3), (1e-300, 1.0), (1e-300, 0.5), (1e150, 2.0), (1e100, 3.0), (1e-100, 3.0)]
        listed += [(1.0000001, 1e9), (0.9999999, -1e9), (2.0, 1023.5), (2.0, -1070.5), (5e-324, 1.0), (1e-300, 1e-5)]
        return listed + [(abs(x), y) for x, y in zip(between(20, -3, 3, 5), between(20, -1, 1, 6))]
    if domain == "choice":
        numbers = list(zip(signed(NEAR), signed(TINY + HUGE)))
        return [(condition, x, y) for x, y in numbers for condition in (0.0, 1.0, -2.5)]
    raise ValueError(domain)
