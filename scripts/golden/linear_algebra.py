"""Writes Tests/AutodiffTests/Golden/linear_algebra.json: linear algebra as NumPy computes it.

The exponential is mpmath's, for SciPy's is wrong by up to 3e-13 at these matrices.

Each case is an op with its attributes, operands and result; `up_to_sign` where the signs of vectors are free.
"""

import json
import pathlib

import mpmath
import numpy as np

GOLDEN = pathlib.Path(__file__).parents[2] / "Tests/AutodiffTests/Golden/linear_algebra.json"
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


def case(op, operands, result, up_to_sign=False, **attributes):
    cases.append({
        "op": op, "attributes": attributes, "operands": [encode(operand) for operand in operands],
        "result": encode(result), "up_to_sign": up_to_sign,
    })


def stacked(function, x):
    """A function of one matrix, for each of a stack."""
    stack = x.reshape((-1,) + x.shape[-2:])
    results = np.array([function(matrix) for matrix in stack])
    return results.reshape(x.shape[:-2] + results.shape[1:])


def exponential(matrix):
    with mpmath.workdps(50):
        return np.array(mpmath.expm(mpmath.matrix(matrix.tolist()), method="taylor").tolist(), dtype=float)


SQUARES = [(1, 1), (0, 0), (3, 3), (2, 4, 4), (2, 1, 2, 2)]
for shape in SQUARES:
    x, s = square(*shape), symmetric(*shape)
    n = shape[-1]
    sign, logarithm = np.linalg.slogdet(x)
    case("det", [x], np.linalg.det(x))
    case("logabsdet", [x], logarithm)
    case("sign_det", [x], sign)
    case("inv", [x], np.linalg.inv(x))
    case("adjugate", [x], np.linalg.det(x)[..., None, None] * np.linalg.inv(x))
    case("matrix_exp", [x], stacked(exponential, x) if n else x)
    case("cholesky", [s], np.linalg.cholesky(s))
    case("eigvalsh", [s], np.linalg.eigvalsh(s))
    case("eigvectorsh", [s], np.linalg.eigh(s)[1], up_to_sign=True)
    case("trace", [x], np.trace(x, axis1=-2, axis2=-1))
    for power in [-2, 0, 1, 5]:
        case("matrix_power", [x], np.linalg.matrix_power(x, power), n=power)
large = 3 * square(3, 3)
case("matrix_exp", [large], exponential(large))

RECTANGLES = [(1, 1), (3, 3), (4, 2), (2, 4), (2, 3, 2), (2, 2, 3), (0, 0), (3, 0)]
for shape in RECTANGLES:
    x = array(*shape)
    # Singular values far apart from each other and from 0.
    for index in range(min(shape[-2:])):
        x[..., index, index] += 1.5 * (index + 1)
    k = min(shape[-2:])
    u, s, vh = np.linalg.svd(x, full_matrices=False)
    q, r = np.linalg.qr(x)
    case("svdvals", [x], s)
    case("svd_u", [x], u, up_to_sign=True)
    case("svd_vh", [x], vh, up_to_sign=True)
    case("qr_q", [x], q, up_to_sign=True)
    case("qr_r", [x], r, up_to_sign=True)
    case("pinv", [x], np.linalg.pinv(x))
    y = array(shape[-2])
    case("lstsq", [x, y], np.linalg.pinv(x) @ y)
x, y = array(4, 2), array(4, 3)
case("lstsq", [x, y], np.linalg.lstsq(x, y, rcond=None)[0])

for left, right in [((3, 3), (3,)), ((3, 3), (3, 2)), ((2, 3, 3), (3, 1)), ((3, 3), (2, 3, 2)),
                    ((2, 1, 2, 2), (3, 2, 1)), ((1, 1), (1,)), ((0, 0), (0,)), ((0, 0), (0, 2)), ((2, 3, 3), (3,))]:
    a, b = square(*left), array(*right)
    case("solve", [a, b], np.linalg.solve(a, b))
    columns = b[..., None] if b.ndim == 1 else b
    for lower in [False, True]:
        for unit in [False, True]:
            triangle = np.tril(a) if lower else np.triu(a)
            if unit:
                triangle = triangle * (1 - np.eye(left[-1])) + np.eye(left[-1])
            solution = np.linalg.solve(triangle, columns)
            case("solve_triangular", [a, b], solution[..., 0] if b.ndim == 1 else solution,
                 lower=lower, unit_diagonal=unit)

for left, right in [((20, 18), (18, 17)), ((2, 16, 16), (16, 16)), ((4, 70), (70, 30))]:
    x, y = array(*left), array(*right)
    case("matmul", [x, y], x @ y)
for left, right, axis in [((3,), (3,), -1), ((2, 3), (3,), -1), ((2, 3, 1), (3, 4), -2), ((0,), (0,), -1)]:
    x, y = array(*left), array(*right)
    case("vecdot", [x, y], (x * y).sum(axis=axis), axis=axis)
for left, right in [((3,), (2,)), ((2, 2), (3,)), ((), ()), ((0,), (2,))]:
    x, y = array(*left), array(*right)
    case("outer", [x, y], np.outer(x, y))
for left, right in [((2, 3), (2, 2)), ((2,), (3,)), ((2, 2), (3,)), ((), (2,)), ((2, 1, 2), (2, 2)), ((0, 2), (2, 2))]:
    x, y = array(*left), array(*right)
    case("kron", [x, y], np.kron(x, y))
for left, right, axis in [((3,), (3,), -1), ((2, 3), (3,), -1), ((3, 2), (3, 2), 0), ((2, 1, 3), (4, 3), -1)]:
    x, y = array(*left), array(*right)
    case("cross", [x, y], np.cross(x, y, axis=axis), axis=axis)
for offset in [-5, -1, 0, 1, 2, 9]:
    x = array(2, 3, 4)
    case("trace", [x], np.trace(x, offset=offset, axis1=-2, axis2=-1), offset=offset)
for axes in [0, 1, 2]:
    x, y = array(2, 3, 2), array(*[(2, 2), (2, 4), (3, 2, 2)][axes])
    case("tensordot", [x, y], np.tensordot(x, y, axes), axes=axes)
x, y = array(2, 3, 4), array(4, 2, 2)
case("tensordot", [x, y], np.tensordot(x, y, ([2, 0], [0, 1])), x_axes=[2, 0], y_axes=[0, -2])
for subscripts, shapes in [
    ("ij,jk->ik", [(2, 3), (3, 4)]), ("ij,jk", [(2, 3), (3, 4)]), ("ii", [(3, 3)]), ("ii->i", [(3, 3)]),
    ("ij->ji", [(2, 3)]), ("ij->", [(2, 3)]), ("i,i", [(3,), (3,)]), ("i,j->ji", [(3,), (2,)]),
    ("bij,bjk->bik", [(2, 2, 3), (2, 3, 2)]), ("bij,bij->b", [(2, 2, 3), (2, 2, 3)]),
    ("ij,jk,kl->il", [(2, 3), (3, 2), (2, 4)]), ("ijj,jk->ki", [(2, 3, 3), (3, 2)]),
    ("a,b,c->cab", [(2,), (3,), (2,)]), (",i->i", [(), (3,)]), ("ij,k->i", [(2, 3), (2,)]), ("iii->i", [(2, 2, 2)]),
    ("ij,j->i", [(2, 0), (0,)]), ("ba", [(2, 3)]), ("i j , j k -> i k", [(2, 2), (2, 2)]),
]:
    operands = [array(*shape) for shape in shapes]
    case("einsum", operands, np.einsum(subscripts, *operands), subscripts=subscripts)
for left, bias in [((3,), (2,)), ((4, 3), (2,)), ((2, 2, 3), ()), ((4, 3), None)]:
    x, weight = array(*left), array(2, 3)
    rest = [] if bias is None else [array(*bias)]
    case("linear", [x, weight] + rest, x @ weight.T + (rest[0] if rest else 0))

GOLDEN.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
