"""Writes Tests/AutodiffTests/Golden/elementwise.tsv: the elementwise ops and their derivatives, correctly rounded.

One case a line: op, operands, value, first derivatives, second derivatives (the pairs xx xy xz yy yz zz that the
op has). Each number is the double nearest to what mpmath finds with 50 digits, in its shortest form; each is found
again with 400 digits, and derivatives at moderate points are checked against numerical differentiation.
"""

import pathlib

import mpmath
from mpmath import mp, mpf

from functions import FUNCTIONS
from points import points
from rounding import nearest_double

DIGITS, CHECK_DIGITS = 50, 400
GOLDEN = pathlib.Path(__file__).parents[2] / "Tests/AutodiffTests/Golden/elementwise.tsv"


def evaluate(function, operands, digits):
    """Value, first and second derivatives as doubles."""
    with mp.workdps(digits):
        exact = [mpf(operand) for operand in operands]
        return [nearest_double(number) for number in function.numbers(*exact)]


def check_derivatives(function, operands, numbers):
    """Compares formulas with numerical differentiation, away from steps and where its steps are small enough."""
    if function.is_piecewise or not all(0.05 <= abs(operand) <= 20 for operand in operands):
        return
    arity = len(operands)
    orders = [tuple(int(i == k) for k in range(arity)) for i in range(arity)]
    orders += [tuple(int(i == k) + int(j == k) for k in range(arity)) for i in range(arity) for j in range(i, arity)]
    with mp.workdps(60):
        exact = tuple(mpf(operand) for operand in operands)
        for order, number in zip(orders, numbers[1:]):
            found = mpmath.diff(function.value, exact if arity > 1 else exact[0], order if arity > 1 else order[0])
            error = abs(found - number)
            assert error <= 1e-15 * abs(number) + mpf(10) ** -25, (function.name, operands, order, found, number)


def lines():
    for function in FUNCTIONS:
        for operands in points(function):
            numbers = evaluate(function, operands, DIGITS)
            assert repr(numbers) == repr(evaluate(function, operands, CHECK_DIGITS)), (function.name, operands)
            check_derivatives(function, operands, numbers)
            arity = len(operands)
            fields = [operands, numbers[:1], numbers[1 : 1 + arity], numbers[1 + arity :]]
            yield "\t".join([function.name] + [" ".join(map(repr, field)) for field in fields])


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(lines()) + "\n")
