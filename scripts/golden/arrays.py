"""Values of array ops from NumPy and SciPy in float64: Tests/AutodiffTests/Golden/arrays.json."""

import json
from pathlib import Path

import numpy as np
from scipy import special

import golden_file

CASES = []
NAN, INF = float("nan"), float("inf")


def sample(*shape):
    """Different numbers of both signs, with three decimals, in a shape."""
    generator = np.random.default_rng(len(CASES) + 1)
    count = int(np.prod(shape))
    return (generator.permutation(count) * 0.37 - 0.17 * count + 0.123).round(3).reshape(shape)


def encode(array):
    array = np.asarray(array, dtype=float)
    special_names = {INF: "Infinity", -INF: "-Infinity"}
    numbers = [
        "NaN" if x != x else special_names.get(x, x) for x in array.reshape(-1).tolist()]
    return {"shape": list(array.shape), "elements": numbers}


def case(op, operands, value, /, *, indices=(), smooth=True, **attributes):
    """Adds a case; `indices` are the operands that have no derivative, `smooth` false skips derivatives."""
    CASES.append({
        "op": op, "operands": [encode(x) for x in operands], "attributes": attributes, "value": encode(value),
        "indices": list(indices), "smooth": smooth})


def reduction(op, function, shape_lists=None, **attributes):
    for shape, axis, keep in shape_lists or [
            ((5,), None, False), ((2, 3), None, True), ((2, 3, 4), 1, False), ((2, 3, 4), -1, True),
            ((3, 1), 1, False), ((2, 3, 4), (0, -1), False)]:
        x = sample(*shape)
        given = dict(attributes)
        if axis is not None:
            given["axis"] = list(axis) if isinstance(axis, tuple) else axis
        if keep:
            given["keepdims"] = True
        case(op, [x], function(x, axis=axis, keepdims=keep), **given)


def scan(op, function, along=((5,), (2, 4), (4, 1), (3, 2, 7)), **attributes):
    for shape in along:
        x = sample(*shape)
        case(op, [x], function(x, axis=-1), **attributes)
        if len(shape) > 1:
            case(op, [x], function(x, axis=0), axis=0, **attributes)
            case(op, [x], function(x, axis=-2), axis=-2, **attributes)


def norm(order):
    def function(x, axis, keepdims):
        axes = tuple(range(x.ndim)) if axis is None else axis if isinstance(axis, tuple) else (axis,)
        a = np.abs(x)
        if order == INF:
            return a.max(axis=axes, keepdims=keepdims)
        if order == -INF:
            return a.min(axis=axes, keepdims=keepdims)
        return (a**order).sum(axis=axes, keepdims=keepdims) ** (1 / order)
    return function


def reductions():
    empty = [((0,), None, False), ((2, 0), 1, True), ((0, 3), 1, False)]
    for op, function in [("prod", np.prod), ("min", np.min), ("var", np.var), ("std", np.std),
                         ("median", np.median), ("logsumexp", special.logsumexp)]:
        reduction(op, function)
    for op, function in [("prod", np.prod), ("all", np.all), ("any", np.any),
                         ("count_nonzero", np.count_nonzero)]:
        reduction(op, function, empty)
    reduction("var", lambda x, **k: np.var(x, ddof=1, **k), [((2, 3), 1, False)], correction=1)
    reduction("std", lambda x, **k: np.std(x, ddof=1, **k), [((2, 3), 1, False)], correction=1)
    for q in (0, 0.25, 0.5, 0.9, 1):
        reduction("quantile", lambda x, q=q, **k: np.quantile(x, q, **k), q=q)
    for order in (1, 2, 3, 1.5, "inf", "-inf"):
        reduction("vector_norm", norm(float(order)), ord=order)
    x = np.array([[0, 1.5, 0], [2, -1, 3]])
    for op, function in [("all", np.all), ("any", np.any), ("count_nonzero", np.count_nonzero)]:
        case(op, [x], function(x), smooth=False)
        case(op, [x], function(x, axis=1), smooth=False, axis=1)
        case(op, [x], function(x, axis=-2), smooth=False, axis=-2)
    case("vector_norm", [x], np.count_nonzero(x, axis=0), smooth=False, axis=0, ord=0)
    ties = np.array([[3, 1, 3], [NAN, 2, NAN], [-1, -1, 0]])
    for op, function in [("argmax", np.argmax), ("argmin", np.argmin)]:
        case(op, [ties], function(ties, axis=1), smooth=False, axis=1)
        case(op, [ties], function(ties), smooth=False)
        case(op, [sample(2, 3)], function(sample(2, 3), axis=0, keepdims=True), axis=0, keepdims=True)
    case("median", [ties], np.median(ties, axis=1), smooth=False, axis=1)
    # Zeros among the factors: one, two, and all.
    for zeros in ([2.0, 0, 3, -1, 4], [2.0, 0, 3, 0, 4], [0.0, 0, 0]):
        case("prod", [zeros], np.prod(zeros))
        case("cumulative_prod", [zeros], np.cumprod(zeros))
    extremes = np.array([[1000, 1001, 999.5], [-INF, 0, 1], [-INF, -INF, -INF], [INF, 1, 2], [-800, -801, -INF]])
    case("logsumexp", [extremes], special.logsumexp(extremes, axis=1), smooth=False, axis=1)
    for large in ([3e200, 4e200], [3e-200, 4e-200], [0.0, 0.0], [INF, 1], [5e-324, 0]):
        scale = max(abs(number) for number in large)
        case("vector_norm", [large], np.hypot(*large) if scale else 0, smooth=False)


def scans():
    scan("cumulative_sum", np.cumsum)
    scan("cumulative_sum", lambda x, axis: np.flip(np.cumsum(np.flip(x, axis), axis), axis), reverse=True)
    scan("cumulative_prod", np.cumprod)
    scan("cummax", np.maximum.accumulate)
    scan("cummin", np.minimum.accumulate)
    scan("logcumsumexp", np.logaddexp.accumulate)
    scan("softmax", special.softmax)
    scan("log_softmax", special.log_softmax)
    scan("sort", np.sort)
    scan("argsort", np.argsort)
    scan("diff", np.diff)
    for op in ("cumulative_sum", "cumulative_prod", "cummax", "logcumsumexp", "sort", "argsort", "softmax"):
        case(op, [np.zeros((2, 0))], np.zeros((2, 0)))
        case(op, [np.zeros((0, 3))], np.zeros((0, 3)))
    x = sample(2, 3)
    case("softmax", [x], special.softmax(x), axis=[0, 1])
    case("log_softmax", [x], special.log_softmax(x, axis=(0, 1)), axis=[0, -1])
    far = np.array([[1000.0, 0, -1000], [-INF, 0, 0]])
    case("softmax", [far], special.softmax(far, axis=-1), smooth=False)
    case("log_softmax", [far], special.log_softmax(far, axis=-1), smooth=False)
    case("sort", [x], -np.sort(-x, axis=0), axis=0, descending=True)
    ties = np.array([2, 1, 2, NAN, 1, 0])
    case("argsort", [ties], np.argsort(ties, kind="stable"), smooth=False)
    case("sort", [ties], np.sort(ties), smooth=False)
    x = sample(3, 5)
    case("topk", [x], -np.sort(-x, axis=-1)[:, :2], k=2)
    case("topk", [x], np.sort(x, axis=0)[:2], k=2, axis=0, largest=False)
    case("topk", [x], np.zeros((3, 0)), k=0)
    for n in (0, 2, 5, 9):
        case("diff", [x], np.diff(x, n=n), n=n)
    for axis in (-1, 0):
        case("trapezoid", [x], np.trapezoid(x, dx=0.5, axis=axis), axis=axis, dx=0.5)
        places = np.cumsum(np.abs(sample(x.shape[axis])))
        case("trapezoid", [x, places], np.trapezoid(x, places, axis=axis), axis=axis)
    case("trapezoid", [x, np.cumsum(np.abs(x), axis=1)], np.trapezoid(x, np.cumsum(np.abs(x), axis=1)))
    case("trapezoid", [np.ones((2, 1))], np.zeros(2))


def indexing():
    x = sample(4, 3, 2)
    for axis in (0, 1, -1):
        n = x.shape[axis]
        for indices in ([0, 1, 0, n - 1], [-1, -n, -1], [[0, 1], [1, -1]], 1, []):
            indices = np.array(indices, dtype=int)
            case("take", [x, indices], np.take(x, indices, axis=axis), indices=[1], axis=axis)
            part = sample(*np.take(x, indices, axis=axis).shape)
            added = np.zeros_like(x)
            np.add.at(added, (slice(None),) * (axis % 3) + (indices,), part)
            case("index_add", [x, indices, part], x + added, indices=[1], axis=axis)
    case("take", [np.zeros((0, 2)), np.zeros(0)], np.zeros((0, 2)), indices=[1])
    for axis in (0, 1, -1):
        shape = list(x.shape)
        shape[axis] = 3
        n = x.shape[axis]
        indices = np.arange(np.prod(shape)).reshape(shape) * 7 % (2 * n) - n
        case("take_along_axis", [x, indices], np.take_along_axis(x, indices, axis), indices=[1], axis=axis)
        part, added = sample(*shape), np.zeros_like(x)
        grid = list(np.indices(shape))
        grid[axis] = indices
        np.add.at(added, tuple(grid), part)
        case("scatter_add", [x, indices, part], x + added, indices=[1], axis=axis)
    parts, ids = sample(5, 2), np.array([0, 2, 0, 0, 2])
    sums = np.zeros((4, 2))
    np.add.at(sums, ids, parts)
    case("segment_sum", [parts, ids], sums, indices=[1], num_segments=4)
    classes = np.array([[0, 2], [1, 5]])
    case("one_hot", [classes], (classes[..., None] == np.arange(3)).astype(float), smooth=False, num_classes=3)


def rearranging():
    x, y = sample(2, 1, 3), sample(2, 1, 3)
    case("expand_dims", [x], np.expand_dims(x, -1), axis=-1)
    case("expand_dims", [x], np.expand_dims(x, (0, 2)), axis=[0, 2])
    case("squeeze", [x], np.squeeze(x))
    case("squeeze", [x], np.squeeze(x, -2), axis=-2)
    case("squeeze", [sample(2, 3)], sample(2, 3))
    case("moveaxis", [x], np.moveaxis(x, 0, -1), source=0, destination=-1)
    case("moveaxis", [x], np.moveaxis(x, (0, 2), (1, 0)), source=[0, 2], destination=[1, 0])
    case("swapaxes", [x], np.swapaxes(x, 0, -1), axis1=0, axis2=-1)
    case("flatten", [x], x.ravel())
    case("flatten", [sample(4)], sample(4))
    for axis in (0, 1, -1):
        case("stack", [x, y, x], np.stack([x, y, x], axis=axis), axis=axis)
    case("flip", [x], np.flip(x))
    case("flip", [x], np.flip(x, -1), axis=-1)
    for shift in (1, -2, 7, 0, -9):
        case("roll", [x], np.roll(x, shift), shift=shift)
        case("roll", [x], np.roll(x, shift, -1), shift=shift, axis=-1)
    case("roll", [x], np.roll(x, (1, 2), (0, 2)), shift=[1, 2], axis=[0, 2])
    for repetitions in (2, [2, 3], [2, 1, 1, 3], 0, [2, 2, 2]):
        case("tile", [x], np.tile(x, repetitions), repetitions=repetitions)
    for repeats in (0, 1, 3):
        case("repeat", [x], np.repeat(x, repeats), repeats=repeats)
        case("repeat", [x], np.repeat(x, repeats, axis=-1), repeats=repeats, axis=-1)
        case("repeat", [x], np.repeat(x, repeats, axis=0), repeats=repeats, axis=0)
    z = sample(2, 3)
    case("pad", [z], np.pad(z, 1), pad_width=1)
    case("pad", [z], np.pad(z, ((0, 2), (1, 0)), constant_values=-1.5), pad_width=[0, 2, 1, 0], value=-1.5)
    case("pad", [z], z, pad_width=0)
    for shape in ((3, 4), (4, 2), (2, 3, 3), (0, 3)):
        m = sample(*shape)
        for k in (0, 1, -1, 3, -5):
            case("tril", [m], np.tril(m, k), k=k)
            case("triu", [m], np.triu(m, k), k=k)
            rows, columns = shape[-2:]
            if -rows <= k <= columns:
                case("diagonal", [m], np.diagonal(m, k, -2, -1), k=k)
    case("diagonal", [z], np.zeros(0), k=9)
    for k in (0, 2, -1):
        case("diag", [sample(3)], np.diag(sample(3), k), k=k)
    case("diag", [z], np.diag(z))
    case("diag", [np.zeros(0)], np.zeros((1, 1)), k=1)
    case("zeros_like", [z], np.zeros_like(z))
    case("ones_like", [z], np.ones_like(z))
    case("full_like", [z], np.full_like(z, 2.5), fill_value=2.5)


def losses():
    x, target = sample(3, 4), np.array([1, 0, 3])
    each = -special.log_softmax(x, axis=-1)[np.arange(3), target]
    plain = -x[np.arange(3), target]
    for reduction_name, reduce in [("mean", np.mean), ("sum", np.sum), ("none", lambda a: a)]:
        case("cross_entropy", [x, target], reduce(each), indices=[1], reduction=reduction_name)
        case("nll_loss", [x, target], reduce(plain), indices=[1], reduction=reduction_name)
        y = sample(4)
        case("mse_loss", [x, y], reduce((x - y) ** 2), reduction=reduction_name)
    case("cross_entropy", [x[0], 2], -special.log_softmax(x[0])[2], indices=[1])
    for axis in (-1, 0):
        y = sample(3, 4)
        norms = np.linalg.norm(x, axis=axis) * np.linalg.norm(y, axis=axis)
        case("cosine_similarity", [x, y], (x * y).sum(axis) / norms, axis=axis)


def pairwise_losses():
    reductions = (("mean", np.mean), ("sum", np.sum), ("none", lambda x: x))
    for reduction_name, reduce in reductions:
        x, y = sample(3, 4), sample(4) + 0.061
        difference, size = x - y, np.abs(x - y)
        given = {"reduction": reduction_name}
        case("l1_loss", [x, y], reduce(size), **given)
        for delta in (1.0, 0.75):
            huber = np.where(size <= delta, difference**2 / 2, delta * (size - delta / 2))
            case("huber_loss", [x, y, delta], reduce(huber), **given)
            case("smooth_l1_loss", [x, y, delta], reduce(huber / delta), **given)
        target = np.array([1, 0, 0.25, 0.9])
        probability = special.expit(x)
        cross = -(target * np.log(probability) + (1 - target) * np.log1p(-probability))
        case("bce_loss", [probability, target], reduce(cross), **given)
        case("bce_with_logits_loss", [x, target], reduce(cross), **given)
        sign = np.array([1, -1, 1, -1])
        case("hinge_loss", [x, sign], reduce(np.maximum(1 - sign * x, 0)), **given)
        count = np.array([0, 2, 1, 5])
        case("poisson_nll_loss", [x, count], reduce(np.exp(x) - count * x), **given)
        variance = np.array([0.5, 1, 2.25, 0.1])
        case("gaussian_nll_loss", [x, y, variance], reduce((np.log(variance) + difference**2 / variance) / 2), **given)


for part in (reductions, scans, indexing, rearranging, losses, pairwise_losses):
    part()
folder = Path(__file__).resolve().parents[2] / "Tests" / "AutodiffTests" / "Golden"
golden_file.write(folder / "arrays.json", "[\n" + ",\n".join(json.dumps(c) for c in CASES) + "\n]\n")
