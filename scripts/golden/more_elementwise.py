"""Writes Tests/AutodiffTests/Golden/more_elementwise.tsv: more elementwise ops and their derivatives.

The same form as elementwise.tsv. The derivatives are differences of values with hundreds of digits, at two distances,
of which both must round to the same double.
"""

import multiprocessing
import pathlib
import sys

from mpmath import mp, mpf

from more_functions import MORE
from rounding import nearest_double

GOLDEN = pathlib.Path(__file__).parents[2] / "Tests/AutodiffTests/Golden/more_elementwise.tsv"


def derivatives(function, operands, steps):
    """First derivatives, then second ones."""
    arity = len(operands)
    value = function.value

    def at(*moves):
        moved = list(operands)
        for position, sign in moves:
            moved[position] += sign * steps[position]
        return value(*moved)

    def is_constant(*positions):
        return function.is_constant or any(p in function.orders or mp.isinf(operands[p]) for p in positions)

    for i in range(arity):
        yield mpf(0) if is_constant(i) else (at((i, 1)) - at((i, -1))) / (2 * steps[i])
    for i in range(arity):
        for j in range(i, arity):
            if is_constant(i, j):
                yield mpf(0)
            elif i == j:
                yield (at((i, 1)) - 2 * at() + at((i, -1))) / steps[i] ** 2
            else:
                corners = at((i, 1), (j, 1)) - at((i, 1), (j, -1)) - at((i, -1), (j, 1)) + at((i, -1), (j, -1))
                yield corners / (4 * steps[i] * steps[j])


def numbers(function, operands, bits):
    # Enough for squares of steps beside the least of doubles, and for derivatives as small beside the value.
    with mp.workprec(2 * bits + 4600):
        exact = [mpf(operand) for operand in operands]
        # At 0 so small that what a derivative of 0 differs by is less than the least of doubles.
        steps = [mp.ldexp(1, (mp.mag(x) if x and not mp.isinf(x) else -1000) - bits) for x in exact]
        found = [function.value(*exact), *derivatives(function, exact, steps)]
        return [nearest_double(number) + 0.0 for number in found]


def line(job):
    index, operands = job
    function = MORE[index]
    found = [numbers(function, operands, bits) for bits in (400, 500)]
    if repr(found[0]) != repr(found[1]):
        print(f"{function.name} {operands}:\n  {found[0]}\n  {found[1]}", file=sys.stderr)
        return None
    arity = len(operands)
    fields = [operands, found[0][:1], found[0][1 : 1 + arity], found[0][1 + arity :]]
    return "\t".join([function.name] + [" ".join(map(repr, field)) for field in fields])


if __name__ == "__main__":
    names = sys.argv[1:]
    kept = {}
    if names:
        for text in GOLDEN.read_text().splitlines():
            kept.setdefault(text.split("\t")[0], []).append(text)
    jobs = [
        (index, tuple(float(x) for x in operands)) for index, function in enumerate(MORE)
        if not names or function.name in names for operands in function.points]
    made = {}
    with multiprocessing.Pool(2) as pool:
        for job, text in zip(jobs, pool.imap(line, jobs, chunksize=4)):
            made.setdefault(MORE[job[0]].name, []).append(text)
    if any(None in texts for texts in made.values()):
        sys.exit("not all are settled")
    texts = [text for function in MORE for text in made.get(function.name, kept.get(function.name, []))]
    GOLDEN.write_text("\n".join(texts) + "\n")
