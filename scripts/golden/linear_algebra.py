"""Writes Tests/AutodiffTests/Golden/linear_algebra.json: linear algebra, its values and two derivatives.

Nothing here is rounded before it is written. Products are of whole numbers over a power of 2, and their derivatives,
being of polynomials, differences; all else is mpmath's at 80 digits, and differences at a step so small that they are
right to 30. No rule of differentiation is in here, so none can be wrong.

Each case is an op with its attributes, operands, value, the gradient of the sum that the tests weight, and the
derivative of that gradient along the tests' directions; `free_signs` says whether columns or rows may be negated.
"""

import json
import pathlib
from fractions import Fraction

import mpmath
import numpy as np
from mpmath import mp, mpf

from rounding import nearest_double
from torch_cases import directions, weights

GOLDEN = pathlib.Path(__file__).parents[2] / "Tests/AutodiffTests/Golden/linear_algebra.json"
UNIT = 2**80
mp.dps = 80
STEP = mpf(10) ** -20
random = np.random.default_rng(11)
cases = []


def array(*shape):
    """Numbers of three digits, so that the file is short and exact."""
    return np.round(random.uniform(-1, 1, shape), 3)


def square(*shape):
    """Matrices far from singular."""
    return array(*shape) + 2 * np.eye(shape[-1])


def symmetric(*shape):
    """Symmetric matrices with eigenvalues far apart, positive."""
    part = 0.1 * array(*shape)
    return np.round(part + np.swapaxes(part, -1, -2) + np.diag(np.arange(1.0, shape[-1] + 1)), 6)


def encode(value):
    value = np.asarray(value, dtype=float)
    return {"shape": list(value.shape), "elements": (value.ravel() + 0.0).tolist()}


def add(op, operands, value, gradients, products, free_signs, attributes):
    cases.append({
        "op": op, "attributes": attributes, "operands": [encode(operand) for operand in operands],
        "value": encode(value), "gradients": [encode(x) for x in gradients], "products": [encode(x) for x in products],
        "free_signs": free_signs})


def moved(point, place, index, step):
    """A point with one number of one operand moved."""
    other = point[place].copy()
    other[index] += step
    return point[:place] + [other] + point[place + 1:]


def exactly(number, unit=1):
    return Fraction(float(number)) * unit


def whole(x):
    """Numbers as whole multiples of 1 / UNIT."""
    numbers = [exactly(number, UNIT) for number in np.ravel(x)]
    assert all(number.denominator == 1 for number in numbers)
    return np.array([int(number) for number in numbers] + [None], dtype=object)[:-1].reshape(np.shape(x))


def product(op, operands, function, degree=None, **attributes):
    """Adds a case of an op that is linear in each operand; of `degree` operands at the most in a term."""
    degree = degree or len(operands)
    point, along = [whole(x) for x in operands], [whole(x) for x in directions(operands)]
    value = np.asarray(function(*point), dtype=object)
    weight = whole(weights(value.shape))

    def slopes(point):
        def total(point):
            return np.sum(np.asarray(function(*point), dtype=object) * weight)
        here = total(point)
        return [
            np.array([total(moved(point, place, index, 1)) - here for index in np.ndindex(x.shape)] + [None], dtype=object)
            [:-1].reshape(x.shape) for place, x in enumerate(point)]

    def doubles(x, power):
        return np.vectorize(lambda n: float(Fraction(int(n), UNIT**power)), otypes=[float])(x) if np.size(x) else x

    ahead, behind = [
        slopes([np.asarray(x + sign * d, dtype=object) for x, d in zip(point, along)]) for sign in (1, -1)]
    # A slope is by one unit, so it is over as many units as the value.
    add(op, operands, doubles(value, degree), [doubles(x, degree) for x in slopes(point)],
        [doubles(x - y, degree) / 2 for x, y in zip(ahead, behind)], None, attributes)


def rounded(number):
    # What differences leave of 0.
    return 0.0 if abs(number) < mpf(10) ** -25 else nearest_double(number)


def case(op, operands, function, free_signs=None, **attributes):
    """Adds a case of any op: `function` takes and gives arrays of mpmath's numbers."""
    exact = [np.vectorize(lambda x: mpf(float(x)), otypes=[object])(x) for x in operands]
    value = np.asarray(function(*exact), dtype=object)
    weight = weights(value.shape)
    along = directions(operands)

    def total(point):
        return np.sum(np.asarray(function(*point), dtype=object) * weight)

    def slopes(point):
        return [
            np.array([(total(moved(point, place, index, STEP)) - total(moved(point, place, index, -STEP))) / (2 * STEP)
                      for index in np.ndindex(x.shape)], dtype=object).reshape(x.shape)
            for place, x in enumerate(point)]

    ahead = slopes([x + STEP * d for x, d in zip(exact, along)])
    behind = slopes([x - STEP * d for x, d in zip(exact, along)])
    doubles = np.vectorize(rounded, otypes=[float])
    add(op, operands, doubles(value), [doubles(x) for x in slopes(exact)],
        [doubles((x - y) / (2 * STEP)) for x, y in zip(ahead, behind)], free_signs, attributes)


def empty(op, operands, value, free_signs=None, **attributes):
    """Adds a case of an op of no numbers."""
    zeros = [np.zeros(np.shape(x)) for x in operands]
    add(op, operands, value, zeros, zeros, free_signs, attributes)


def stacked(function):
    """A function of one matrix, for each of a stack."""
    def apply(x):
        results = [np.asarray(function(matrix), dtype=object) for matrix in x.reshape((-1,) + x.shape[-2:])]
        return np.array([result.tolist() for result in results], dtype=object).reshape(x.shape[:-2] + results[0].shape)
    return apply


def matrix(x):
    return mpmath.matrix(x.tolist())


def numbers(x):
    return np.array(x.tolist(), dtype=object).reshape(x.rows, x.cols)


def determinant(x):
    """By the first row, so that nothing is divided and singular matrices are like others."""
    if len(x) == 0:
        return mpf(1)
    rest = np.arange(len(x))
    return sum((-1) ** j * x[0, j] * determinant(x[1:][:, rest != j]) for j in rest)


def adjugate(x):
    rest = np.arange(len(x))
    return [[(-1) ** (i + j) * determinant(x[rest != j][:, rest != i]) for j in rest] for i in rest]


def inverse(x):
    return numbers(mpmath.inverse(matrix(x)))


def exponential(x):
    return numbers(mpmath.expm(matrix(x), method="taylor"))


def even(x):
    return (x + np.swapaxes(x, -1, -2)) / 2


def cholesky(x):
    return numbers(mpmath.cholesky(matrix(even(x))))


def signed(columns):
    """Vectors in columns, each with its largest number positive."""
    return columns * np.array([1 if max(column, key=abs) > 0 else -1 for column in columns.T])


def eigen(x):
    values, vectors = mpmath.eigsy(matrix(even(x)))
    order = np.argsort([float(value) for value in values])
    return np.array(list(values), dtype=object)[order], signed(numbers(vectors)[:, order])


def singular(x):
    u, values, vh = mpmath.svd_r(matrix(x), full_matrices=False)
    return signed(numbers(u)), np.array(list(values), dtype=object), signed(numbers(vh).T).T


def orthogonal(x):
    """The orthogonal factor with which the diagonal of the other is positive, after Gram and Schmidt."""
    columns = []
    for column in x.T[:min(x.shape)]:
        for other in columns:
            column = column - other * (other * column).sum()
        columns.append(column / mpmath.sqrt((column * column).sum()))
    return np.array(columns, dtype=object).T


def pseudoinverse(x):
    return inverse(x.T @ x) @ x.T if len(x) >= x.shape[1] else x.T @ inverse(x @ x.T)


def power(x, n):
    result = np.eye(len(x), dtype=int) * mpf(1)
    for _ in range(abs(n)):
        result = result @ x
    return inverse(result) if n < 0 else result




SQUARES = [(1, 1), (0, 0), (3, 3), (2, 4, 4), (2, 1, 2, 2)]
for shape in SQUARES:
    x, s = square(*shape), symmetric(*shape)
    if x.size == 0:
        for op, value in [("det", 1), ("logabsdet", 0), ("sign_det", 1), ("trace", 0), ("eigvalsh", np.zeros(0))]:
            empty(op, [x], value)
        for op in ("inv", "adjugate", "matrix_exp", "cholesky"):
            empty(op, [x], x)
        empty("eigvectorsh", [x], x, free_signs="columns")
        for n in [-2, 0, 1, 5]:
            empty("matrix_power", [x], x, n=n)
        continue
    case("det", [x], stacked(determinant))
    case("logabsdet", [x], stacked(lambda x: mpmath.log(abs(determinant(x)))))
    case("sign_det", [x], stacked(lambda x: mpmath.sign(determinant(x))))
    case("inv", [x], stacked(inverse))
    case("adjugate", [x], stacked(adjugate))
    case("matrix_exp", [x], stacked(exponential))
    case("cholesky", [s], stacked(cholesky))
    case("eigvalsh", [s], stacked(lambda x: eigen(x)[0]))
    case("eigvectorsh", [s], stacked(lambda x: eigen(x)[1]), free_signs="columns")
    product("trace", [x], lambda x: np.trace(x, axis1=-2, axis2=-1))
    for n in [-2, 0, 1, 5]:
        case("matrix_power", [x], stacked(lambda x: power(x, n)), n=n)
case("matrix_exp", [3 * square(3, 3)], stacked(exponential))
# Singular matrices, of rank one less than they have rows, two less, and 0.
for rows in ([[0]], [[1, 2], [2, 4]], [[0, 0], [0, 0]], [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[1, 2, 3], [2, 4, 6], [3, 6, 9]],
             [[0] * 3] * 3, [[1, 0, 2, -1], [3, 1, 0, 2], [4, 1, 2, 1], [1, -1, 0, 5]],
             [[1, 0, 2, -1], [3, 1, 0, 2], [4, 1, 2, 1], [-2, -1, 2, -3]]):
    x = np.array(rows, dtype=float)
    case("det", [x], stacked(determinant))
    case("adjugate", [x], stacked(adjugate))
for power_of_singular in (0, 1, 2, 3):
    case("matrix_power", [np.array([[1.0, 2], [2, 4]])], stacked(lambda x: power(x, power_of_singular)), n=power_of_singular)

RECTANGLES = [(1, 1), (3, 3), (4, 2), (2, 4), (2, 3, 2), (2, 2, 3), (1, 3), (3, 1), (0, 0), (3, 0)]
for shape in RECTANGLES:
    x = array(*shape)
    # Singular values far apart from each other and from 0.
    for index in range(min(shape[-2:])):
        x[..., index, index] += 1.5 * (index + 1)
    y = array(shape[-2])
    if x.size == 0:
        none = np.zeros((0, 0))
        for op, value, free in [
                ("svdvals", np.zeros(0), None), ("svd_u", x, "columns"), ("svd_vh", none, "rows"),
                ("qr_q", x, "columns"), ("qr_r", none, "rows"), ("pinv", x.T, None)]:
            empty(op, [x], value, free_signs=free)
        empty("lstsq", [x, y], np.zeros(0))
        continue
    case("svdvals", [x], stacked(lambda x: singular(x)[1]))
    case("svd_u", [x], stacked(lambda x: singular(x)[0]), free_signs="columns")
    case("svd_vh", [x], stacked(lambda x: singular(x)[2]), free_signs="rows")
    case("qr_q", [x], stacked(orthogonal), free_signs="columns")
    case("qr_r", [x], stacked(lambda x: np.triu(orthogonal(x).T @ x)), free_signs="rows")
    case("pinv", [x], stacked(pseudoinverse))
    case("lstsq", [x, y], lambda x, y: stacked(pseudoinverse)(x) @ y)
case("lstsq", [array(4, 2), array(4, 3)], lambda x, y: pseudoinverse(x) @ y)

for left, right in [((3, 3), (3,)), ((3, 3), (3, 2)), ((2, 3, 3), (3, 1)), ((3, 3), (2, 3, 2)),
                    ((2, 1, 2, 2), (3, 2, 1)), ((1, 1), (1,)), ((0, 0), (0,)), ((0, 0), (0, 2)), ((2, 3, 3), (3,))]:
    a, b = square(*left), array(*right)
    if a.size == 0:
        empty("solve", [a, b], b)
        for lower in [False, True]:
            for unit in [False, True]:
                empty("solve_triangular", [a, b], b, lower=lower, unit_diagonal=unit)
        continue
    case("solve", [a, b], lambda a, b: stacked(inverse)(a) @ b)
    for lower in [False, True]:
        for unit in [False, True]:
            def triangle(x):
                part = np.tril(x) if lower else np.triu(x)
                return part * (1 - np.eye(len(x), dtype=int)) + np.eye(len(x), dtype=int) if unit else part
            case("solve_triangular", [a, b], lambda a, b: stacked(lambda x: inverse(triangle(x)))(a) @ b,
                 lower=lower, unit_diagonal=unit)

for left, right in [((20, 18), (18, 17)), ((2, 16, 16), (16, 16)), ((4, 70), (70, 30)), ((3,), (3,)), ((3,), (3, 2)),
                    ((2, 3), (3,)), ((2, 1, 2, 3), (3, 3, 2)), ((4, 2, 3), (3,)), ((1, 1), (1, 1))]:
    product("matmul", [array(*left), array(*right)], lambda x, y: x @ y)
for left, right, axis in [((3,), (3,), -1), ((2, 3), (3,), -1), ((2, 3, 1), (3, 4), -2), ((0,), (0,), -1)]:
    product("vecdot", [array(*left), array(*right)], lambda x, y: (x * y).sum(axis=axis), axis=axis)
for left, right in [((3,), (2,)), ((2, 2), (3,)), ((), ()), ((0,), (2,))]:
    product("outer", [array(*left), array(*right)], np.outer)
for left, right in [((2, 3), (2, 2)), ((2,), (3,)), ((2, 2), (3,)), ((), (2,)), ((2, 1, 2), (2, 2)), ((0, 2), (2, 2))]:
    product("kron", [array(*left), array(*right)], np.kron)
for left, right, axis in [((3,), (3,), -1), ((2, 3), (3,), -1), ((3, 2), (3, 2), 0), ((2, 1, 3), (4, 3), -1)]:
    product("cross", [array(*left), array(*right)], lambda x, y: np.cross(x, y, axis=axis), axis=axis)
for offset in [-5, -1, 0, 1, 2, 9]:
    product("trace", [array(2, 3, 4)], lambda x: np.trace(x, offset=offset, axis1=-2, axis2=-1), offset=offset)
for axes in [0, 1, 2]:
    x, y = array(2, 3, 2), array(*[(2, 2), (2, 4), (3, 2, 2)][axes])
    product("tensordot", [x, y], lambda x, y: np.tensordot(x, y, axes), axes=axes)
x, y = array(2, 3, 4), array(4, 2, 2)
product("tensordot", [x, y], lambda x, y: np.tensordot(x, y, ([2, 0], [0, 1])), x_axes=[2, 0], y_axes=[0, -2])
for subscripts, shapes in [
    ("ij,jk->ik", [(2, 3), (3, 4)]), ("ij,jk", [(2, 3), (3, 4)]), ("ii", [(3, 3)]), ("ii->i", [(3, 3)]),
    ("ij->ji", [(2, 3)]), ("ij->", [(2, 3)]), ("i,i", [(3,), (3,)]), ("i,j->ji", [(3,), (2,)]),
    ("bij,bjk->bik", [(2, 2, 3), (2, 3, 2)]), ("bij,bij->b", [(2, 2, 3), (2, 2, 3)]),
    ("ij,jk,kl->il", [(2, 3), (3, 2), (2, 4)]), ("ijj,jk->ki", [(2, 3, 3), (3, 2)]),
    ("a,b,c->cab", [(2,), (3,), (2,)]), (",i->i", [(), (3,)]), ("ij,k->i", [(2, 3), (2,)]), ("iii->i", [(2, 2, 2)]),
    ("ij,j->i", [(2, 0), (0,)]), ("ba", [(2, 3)]), ("i j , j k -> i k", [(2, 2), (2, 2)]),
]:
    product("einsum", [array(*shape) for shape in shapes], lambda *all: np.einsum(subscripts, *all), subscripts=subscripts)
for left, bias in [((3,), (2,)), ((4, 3), (2,)), ((2, 2, 3), ()), ((4, 3), None)]:
    operands = [array(*left), array(2, 3)] + ([] if bias is None else [array(*bias)])
    product("linear", operands, lambda x, weight, *bias: x @ weight.T + (bias[0] * UNIT if bias else 0), degree=2)

# Beyond a few rows there are better ways than by rows.
case("det", [square(14, 14) / 4], stacked(lambda x: mpmath.det(matrix(x))))
case("adjugate", [square(2, 6, 6)], stacked(lambda x: mpmath.det(matrix(x)) * inverse(x)))

GOLDEN.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
