"""Writes Tests/AutodiffTests/Golden/special.tsv: the special functions and their derivatives, correctly rounded.

The same form as elementwise.tsv. Each number is found with two precisions, which must round to the same double.
Names of ops as arguments make anew only their lines.
"""

import multiprocessing
import pathlib
import sys

import mpmath
from mpmath import mp, mpf

from rounding import nearest_double
from special_functions import SPECIAL

GOLDEN = pathlib.Path(__file__).parents[2] / "Tests/AutodiffTests/Golden/special.tsv"


def derivative(function, operands, order):
    with mp.workprec(mp.prec + 40):
        free = [position for position, count in enumerate(order) if count]
        if len(free) == 1:
            numbers = list(operands)

            def along(number):
                return function.value(*numbers[: free[0]], number, *numbers[free[0] + 1 :])

            relative = operands[free[0]] != 0
            return mp.diff(along, operands[free[0]], order[free[0]], relative=relative)
        numbers = list(operands)
        inner = [0] * len(operands)
        inner[free[1]] = 1

        def outer(number):
            return derivative(function, numbers[: free[0]] + [number] + numbers[free[0] + 1 :], inner)

        return mp.diff(outer, operands[free[0]], 1, relative=operands[free[0]] != 0)


def numbers(function, operands):
    if function.known:
        return function.known(*operands)
    arity = len(operands)
    orders = [tuple(int(i == k) for k in range(arity)) for i in range(arity)]
    orders += [tuple(int(i == k) + int(j == k) for k in range(arity)) for i in range(arity) for j in range(i, arity)]
    found = [function.value(*operands)]
    for order in orders:
        is_smooth = not any(order[position] for position in function.orders)
        number = derivative(function, operands, order) if is_smooth else mpf(0)
        # What numerical differentiation leaves of a 0.
        found.append(number if abs(number) > mpf(10) ** -40 * abs(found[0]) else mpf(0))
    return found


def line(job):
    index, operands = job
    function = SPECIAL[index]
    found = []
    for digits in (30, 45):
        with mp.workdps(digits):
            exact = [mpf(operand) for operand in operands]
            with mp.workprec(mp.prec + 60):
                found.append([nearest_double(mp.re(number)) for number in numbers(function, exact)])
    if repr(found[0]) != repr(found[1]):
        print(f"{function.name} {operands}:\n  {found[0]}\n  {found[1]}", file=sys.stderr)
        return None
    arity = len(operands)
    fields = [operands, found[0][:1], found[0][1 : 1 + arity], found[0][1 + arity :]]
    return "\t".join([function.name] + [" ".join(map(repr, field)) for field in fields])


def main(names):
    kept = {}
    if names and GOLDEN.exists():
        for text in GOLDEN.read_text().splitlines():
            kept.setdefault(text.split("\t")[0], []).append(text)
    jobs = [
        (index, operands) for index, function in enumerate(SPECIAL) if not names or function.name in names
        for operands in function.points]
    with multiprocessing.Pool(2) as pool:
        made = {}
        for job, text in zip(jobs, pool.imap(line, jobs, chunksize=4)):
            if not text:
                sys.exit(f"not settled: {job}")
            made.setdefault(SPECIAL[job[0]].name, []).append(text)
    texts = [text for function in SPECIAL for text in made.get(function.name, kept.get(function.name, []))]
    GOLDEN.write_text("\n".join(texts) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
