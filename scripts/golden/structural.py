"""Writes Tests/AutodiffTests/Golden/structural.json: array ops in PyTorch, values and first and second derivatives.

Where PyTorch gives all duplicates of an index that is set a gradient, only the last is set here, which is JAX's rule
and that of the ops.
"""

import numpy as np
import torch

from scipy import special

from torch_cases import case, positive, sample, write

F = torch.nn.functional


def shapes():
    for shape, wanted in [((2, 3, 4), [4, -1]), ((1,), []), ((0, 3), [3, 0]), ((2, 1, 3), [6])]:
        target = torch.zeros(shape).reshape(wanted).shape
        case("reshape", [sample(*shape)], lambda x: x.reshape(target), shape=wanted)
        case("flatten", [sample(*shape)], lambda x: x.flatten())
    for shape, wanted in [((3, 1), [2, 3, 4]), ((), [2, 2]), ((1, 1), [1, 3]), ((1, 0), [2, 0]), ((2,), [0, 2])]:
        case("broadcast_to", [sample(*shape)], lambda x: x.broadcast_to(wanted), shape=wanted)
    for axes in ([2, 0, 1], [0, 1, 2], [1, 2, 0]):
        case("permute_dims", [sample(2, 3, 4)], lambda x: x.permute(axes), axes=axes)
    for shape in ((2, 3, 4), (1, 3, 1), (2, 0, 3)):
        x = sample(*shape)
        case("moveaxis", [x], lambda x: x.movedim(0, -1), source=0, destination=-1)
        case("moveaxis", [x], lambda x: x.movedim((-1, 0), (0, 1)), source=[-1, 0], destination=[0, 1])
        case("swapaxes", [x], lambda x: x.swapdims(-1, 0), axis1=-1, axis2=0)
        case("matrix_transpose", [x], lambda x: x.mT)
        for axis in (0, -1, 2):
            case("expand_dims", [x], lambda x: x.unsqueeze(axis), axis=axis)
    case("squeeze", [sample(1, 3, 1)], lambda x: x.squeeze())
    case("squeeze", [sample(1, 3, 1)], lambda x: x.squeeze(-1), axis=-1)


def joining():
    for axis in (0, 1, -1):
        x, y = sample(2, 3, 1), sample(2, 3, 1) + 0.5
        case("stack", [x, y, y], lambda *all: torch.stack(all, axis), axis=axis)
        others = [list(x.shape), list(x.shape)]
        others[0][axis], others[1][axis] = 0, 4
        case("concat", [x] + [sample(*shape) for shape in others], lambda *all: torch.cat(all, axis), axis=axis)
    for axis in (0, 1, -1, -3):
        x = sample(2, 3, 4)
        for index in (0, 1, -1):
            case("unstack", [x], lambda x: torch.unbind(x, axis)[index], index=index, axis=axis)
    case("unstack", [sample(2, 0)], lambda x: x[1], index=1)
    case("unstack", [sample(1)], lambda x: x[0], index=-1)
    x = sample(6, 1, 4)
    for index in (0, 1, -1):
        case("split", [x], lambda x: torch.tensor_split(x, 3)[index], sections=3, index=index)
        case("split", [x], lambda x: torch.tensor_split(x, 2, -1)[index], sections=2, index=index, axis=-1)
        for places in ([1, 4], [2, 2], [-2], [4, 9]):
            def piece(x):
                return torch.tensor_split(x, places)[index]
            if index < len(places) + 1:
                case("split", [x], piece, sections=places, index=index)
    case("split", [sample(2, 0)], lambda x: x[:, :0], sections=4, index=2, axis=1)
    case("split", [sample(1, 2)], lambda x: x, sections=1, index=0)
    vectors = [sample(3), sample(2), sample(1), sample(0)]
    for count in (1, 2, 3):
        for indexing in ("xy", "ij"):
            for index in range(count):
                case("meshgrid", vectors[:count],
                     lambda *all: torch.meshgrid(*all, indexing=indexing)[index].clone(), index=index, indexing=indexing)
    case("meshgrid", [vectors[0], vectors[3]], lambda *all: torch.meshgrid(*all, indexing="xy")[0].clone(), index=0)
    case("meshgrid", vectors[:2], lambda *all: torch.meshgrid(*all, indexing="xy")[-1].clone(), index=-1)


def rearranging():
    for shape in ((2, 1, 3), (3, 4), (0, 2), (1,)):
        x = sample(*shape)
        case("flip", [x], lambda x: x.flip(tuple(range(x.ndim))))
        for axis in (0, -1):
            case("flip", [x], lambda x: x.flip(axis), axis=axis)
            case("repeat", [x], lambda x: x.repeat_interleave(3, axis), repeats=3, axis=axis)
            case("repeat", [x], lambda x: x.repeat_interleave(0, axis), repeats=0, axis=axis)
            for shift in (1, -2, 7):
                case("roll", [x], lambda x: x.roll(shift, axis), shift=shift, axis=axis)
        case("roll", [x], lambda x: x.roll(2), shift=2)
        for repetitions in ([2], [2, 3], [2, 1, 1, 2], [0]):
            case("tile", [x], lambda x: x.tile(repetitions), repetitions=repetitions)
    for shape in ((3, 4), (1, 4), (2, 3, 3), (0, 3)):
        x = sample(*shape)
        for k in (0, 1, -1, 5):
            case("tril", [x], lambda x: x.tril(k), k=k)
            case("triu", [x], lambda x: x.triu(k), k=k)
        case("diagonal", [x], lambda x: x.diagonal(0, -2, -1))
    case("diagonal", [sample(3, 4)], lambda x: x.diagonal(2), k=2)
    case("diagonal", [sample(3, 4)], lambda x: x.diagonal(-1), k=-1)
    for k in (0, 2, -1):
        case("diag", [sample(3)], lambda x: x.diag(k), k=k)
    for axis in (0, 1, -1):
        for start, stop, step in ((1, None, None), (None, -1, 2), (-2, 9, None), (5, None, None)):
            given = {name: x for name, x in (("start", start), ("stop", stop), ("step", step)) if x is not None}
            place = (slice(None),) * (axis % 3) + (slice(start, stop, step),)
            case("slice", [sample(4, 3, 1)], lambda x: x[place], axis=axis, **given)


def padding():
    for shape, widths in [((3, 4), [1, 2, 3, 0]), ((4, 1, 3), [0, 0, 0, 0, 2, 1]), ((2, 3), [0, 0, 1, 1])]:
        x = sample(*shape)
        places = [(widths[2 * axis], widths[2 * axis + 1]) for axis in range(len(shape))]
        for mode in ("reflect", "symmetric", "edge", "wrap"):
            # NumPy knows the modes for any width, so its places are gathered from.
            index = torch.tensor(np.pad(np.arange(x.size).reshape(shape), places, mode=mode))
            case("pad", [x], lambda x: x.reshape(-1)[index], pad_width=widths, mode=mode)
        case("pad", [x], lambda x: F.pad(x, [n for pair in reversed(places) for n in pair], value=2.5),
             pad_width=widths, value=2.5)
    for mode, word in (("reflect", "reflect"), ("replicate", "replicate"), ("circular", "circular")):
        x = sample(2, 3, 5)
        case("pad", [x], lambda x: F.pad(x, (2, 3), mode=mode), pad_width=[0, 0, 0, 0, 2, 3], mode=word)
    for mode in ("reflect", "symmetric", "edge", "wrap"):
        for extent, width in ((1, 3), (2, 7), (3, 11)):
            index = torch.tensor(np.pad(np.arange(extent), width, mode=mode))
            case("pad", [sample(extent)], lambda x: x[index], pad_width=width, mode=mode)
        case("pad", [sample(0, 2)], lambda x: x[:, [0, 1]], pad_width=[0, 0, 0, 0], mode=mode)


def last(indices, extent):
    """1 for each index behind which the same does not come again."""
    flat = [int(i) % extent for i in np.asarray(indices).reshape(-1)]
    return [i not in flat[place + 1:] for place, i in enumerate(flat)]


def indexing():
    x = sample(4, 3, 2)
    for axis in (0, 1, -1):
        n = x.shape[axis]
        for indices in ([0, 1, 0, n - 1], [-1, -n, -1], [[0, 1], [1, -1]], 1, [], [0, 0, 0]):
            indices = np.array(indices, dtype=int)
            flat = torch.tensor(indices.reshape(-1) % n)
            shape = list(x.shape)
            shape[axis:axis % 3 + 1] = indices.shape
            narrow = list(x.shape)
            narrow[axis] = indices.size
            part = sample(*shape)
            case("take", [x, indices], lambda x, i: x.index_select(axis, flat).reshape(shape), axis=axis)
            case("index_add", [x, indices, part], lambda x, i, y: x.index_add(axis, flat, y.reshape(narrow)), axis=axis)
            case("take_embed", [part, indices],
                 lambda x, i: torch.zeros(4, 3, 2, dtype=x.dtype).index_add(axis, flat, x.reshape(narrow)),
                 axis=axis % 3, extent=n)
            case("is_last_index", [indices],
                 lambda i: torch.tensor(last(indices, n), dtype=torch.float64).reshape(indices.shape), extent=n)
            winners = torch.tensor(np.flatnonzero(last(indices, n)), dtype=torch.long)

            def index_set(x, i, y):
                return x.index_copy(axis, flat[winners], y.reshape(narrow).index_select(axis, winners))
            case("index_set", [x, indices, part], index_set, axis=axis)
    case("index_set", [x, np.array([2, 0]), np.array(1.5)],
         lambda x, i, y: x.index_copy(0, i, y.broadcast_to(2, 3, 2)))
    case("index_set", [x, np.array([1, -1]), sample(2)],
         lambda x, i, y: x.index_copy(1, i % 3, y.broadcast_to(4, 2, 2)), axis=1)
    case("take", [np.zeros((0, 2)), np.zeros(0, dtype=int)], lambda x, i: x)
    case("index_set", [np.zeros((0, 2)), np.zeros(0, dtype=int), np.zeros((0, 2))], lambda x, i, y: x * 1)
    for axis in (0, 1, -1):
        shape = list(x.shape)
        shape[axis] = 5
        n = x.shape[axis]
        indices = np.arange(np.prod(shape)).reshape(shape) * 7 % (2 * n) - n
        part = sample(*shape)
        case("take_along_axis", [x, indices], lambda x, i: x.gather(axis, i % n), axis=axis)
        case("scatter_add", [x, indices, part], lambda x, i, y: x.scatter_add(axis, i % n, y), axis=axis)
        case("take_along_axis_embed", [part, indices],
             lambda x, i: torch.zeros(4, 3, 2, dtype=x.dtype).scatter_add(axis, i % n, x), axis=axis, extent=n)
        wins = np.apply_along_axis(lambda line: np.array(last(line, n)), axis, indices)
        case("is_last_index", [indices], lambda i: torch.tensor(wins, dtype=torch.float64), extent=n, axis=axis)
        # Losers go to a place behind the end, which is cut off.
        beside = torch.tensor(np.where(wins, indices % n, n))

        def scatter(x, i, y):
            wide = list(x.shape)
            wide[axis] = 1
            longer = torch.cat([x, torch.zeros(wide, dtype=x.dtype)], axis)
            return longer.scatter(axis, beside, y).narrow(axis, 0, n)
        case("scatter", [x, indices, part], scatter, axis=axis)
    for shape, ids, count in [((5, 2), [0, 2, 0, 0, 2], 4), ((4,), [1, 1, 1, 1], 2), ((3, 1, 2), [-1, 0, 1], 2), ((0, 2), [], 2)]:
        ids = np.array(ids, dtype=int)
        x = sample(*shape)

        def spread(i):
            return (i % count).reshape([-1] + [1] * (len(shape) - 1)).expand(shape)
        case("segment_sum", [x, ids],
             lambda x, i: torch.zeros((count,) + shape[1:], dtype=x.dtype).scatter_add(0, spread(i), x),
             num_segments=count)
        for op, word, start in (("segment_max", "amax", -np.inf), ("segment_min", "amin", np.inf)):
            def reduce(x, i):
                empty = torch.full((count,) + shape[1:], start, dtype=x.dtype)
                return empty.scatter_reduce(0, spread(i), x, word)
            # An empty segment is infinite, and differences of its weighted sum are NaN.
            case(op, [x, ids], reduce, smooth=set(ids % count) == set(range(count)), num_segments=count)
    ties = np.array([1.0, 3, 3, -2, -2, -2, 0])
    ids = np.array([0, 0, 0, 1, 1, 1, 1])
    for op, word, start in (("segment_max", "amax", -np.inf), ("segment_min", "amin", np.inf)):
        case(op, [ties, ids], lambda x, i: torch.full((2,), start, dtype=x.dtype).scatter_reduce(0, i, x, word),
             smooth=False, num_segments=2)


def reductions():
    for shape, axis, keep in [
            ((5,), None, False), ((2, 3, 4), 1, False), ((2, 3, 4), -1, True), ((3, 1), 1, False), ((2, 3, 4), (0, -1), False),
            ((2, 0, 3), 0, False)]:
        x = sample(*shape)
        given = {} if axis is None else {"axis": list(axis) if isinstance(axis, tuple) else axis}
        axes = tuple(range(len(shape))) if axis is None else axis
        if keep:
            given["keepdims"] = True
        for op, function in [
                ("sum", torch.sum), ("mean", torch.mean), ("max", torch.amax), ("min", torch.amin), ("logsumexp", torch.logsumexp)]:
            case(op, [x], lambda x: function(x, axes, keep), **given)
        for op, function in (("var", torch.var), ("std", torch.std)):
            # One element less the correction leaves none.
            case(op, [x], lambda x: function(x, axes, correction=1, keepdim=keep), smooth=shape != (3, 1), correction=1,
                 **given)
        for order in (1, 2, 3, 1.5):
            case("vector_norm", [x], lambda x: torch.linalg.vector_norm(x, order, axes, keep), ord=order, **given)
        case("euclidean_norm", [x], lambda x: torch.linalg.vector_norm(x, 2, axes, keep), **given)
        case("max_share", [x], lambda x: torch.autograd.grad(x.amax(axes).sum(), x)[0], **given)
        if not isinstance(axis, tuple):
            for q in (0.3, [0.3], [0, 0.5, 1, 0.9]):
                share = torch.tensor(q, dtype=torch.float64)
                if x.size:
                    case("quantile", [x], lambda x: x.quantile(share, axis, keep), q=q, **given)
            if axis is not None:
                case("prod", [x], lambda x: x.prod(axis, keep), **given)
    case("quantile", [sample(3)], lambda x: x[:0], q=[])
    ties = np.array([[1.0, 3, 3], [2, 2, 2]])
    case("max", [ties], lambda x: x.amax(1), smooth=False, axis=1)
    case("min", [ties], lambda x: x.amin(0), smooth=False, axis=0)
    zeros = np.array([[2.0, 0, 3], [0, 4, 0]])
    case("prod", [zeros], lambda x: x.prod(1), axis=1)
    case("cumulative_prod", [zeros], lambda x: x.cumprod(1), axis=1)
    for shape in ((5,), (2, 4), (4, 1), (0, 3)):
        x = sample(*shape)
        for axis in (0, -1):
            for op, function in [
                    ("cumulative_sum", torch.cumsum), ("cumulative_prod", torch.cumprod), ("logcumsumexp", torch.logcumsumexp),
                    ("softmax", torch.softmax), ("log_softmax", torch.log_softmax)]:
                case(op, [x], lambda x: function(x, axis), axis=axis)
            if x.size:
                case("cumulative_argmax", [x], lambda x: x.cummax(axis)[1].double(), axis=axis)
            case("positions", [x], lambda x: torch.arange(x.shape[axis], dtype=torch.float64), axis=axis)
            for op, function in (("cummax", torch.cummax), ("cummin", torch.cummin), ("sort", torch.sort)):
                if x.size:
                    case(op, [x], lambda x: function(x, axis)[0], axis=axis)
            if x.shape[axis] > 1:
                case("diff", [x], lambda x: x.diff(dim=axis), axis=axis)
                case("topk", [x], lambda x: x.topk(2, axis)[0], k=2, axis=axis)
                case("trapezoid", [x], lambda x: torch.trapezoid(x, dx=0.5, dim=axis), axis=axis, dx=0.5)


def matrices():
    for shape in ((3, 3), (2, 4), (4, 2), (1, 1), (2, 3, 3)):
        x = sample(*shape)
        for order in ("fro", "nuc", 1, -1, 2, -2, "inf", "-inf"):
            given = float(order) if order in ("inf", "-inf") else order
            for keep in (False, True):
                more = {"keepdims": True} if keep else {}
                case("matrix_norm", [x], lambda x: torch.linalg.matrix_norm(x, given, keepdim=keep), ord=order, **more)
    case("matrix_norm", [sample(2, 2)], lambda x: torch.linalg.matrix_norm(x))
    for shape, right in (((3, 3), (3,)), ((3, 3), (3, 2)), ((2, 2, 2), (2, 2, 1)), ((1, 1), (1,))):
        factor = np.tril(sample(*shape)) + 3 * np.eye(shape[-1])
        y = sample(*right)

        def solve(x, y):
            columns = y.unsqueeze(-1) if y.ndim == 1 else y
            found = torch.cholesky_solve(columns, x.tril())
            return found.squeeze(-1) if y.ndim == 1 else found
        case("cho_solve", [factor, y], solve)
        if len(right) > 1:
            case("solve_matrix", [factor, y], torch.linalg.solve)
            case("solve_triangular_matrix", [factor, y],
                 lambda x, y: torch.linalg.solve_triangular(x.tril(), y, upper=False), lower=True)
        upper = np.swapaxes(factor, -1, -2).copy()
        case("cho_solve", [upper, y], lambda x, y: solve(x.mT, y), lower=False)


def gates():
    for shape, axis in (((4,), -1), ((2, 6), 1), ((2, 3), 0), ((2, 4, 1), -2), ((3, 0), -1)):
        x = sample(*shape)
        case("glu", [x], lambda x: F.glu(x, axis), axis=axis)
        case("swiglu", [x], lambda x: F.silu(x.chunk(2, axis)[0]) * x.chunk(2, axis)[1], axis=axis)
    for word in ("mean", "sum", "none"):
        x, target = -positive(3, 4), positive(4)
        case("kl_div_loss", [x, target], lambda x, y: F.kl_div(x, y.expand(3, 4), reduction=word), reduction=word)
    points, numbers = np.array([-2.0, -0.5, 0.25, 3.0]), sample(4)
    for x in (sample(3, 2), np.array(0.5), np.array([-9.0, 9, 0.3]), np.zeros((0,))):
        def interpolate(x, xp, fp):
            place = (x.unsqueeze(-1) >= xp[1:-1]).sum(-1)
            weight = ((x - xp[place]) / (xp[place + 1] - xp[place])).clip(0, 1)
            return fp[place] + (fp[place + 1] - fp[place]) * weight
        case("interp", [x, points, numbers], interpolate)


def polygamma(order):
    """The logarithm of the gamma function (-1), and its derivatives; PyTorch's third one is wrong by 5e-10."""
    class Function(torch.autograd.Function):
        @staticmethod
        def forward(context, x):
            context.save_for_backward(x)
            number = x.detach().numpy()
            return torch.tensor(special.gammaln(number) if order < 0 else special.polygamma(order, number))

        @staticmethod
        def backward(context, adjoint):
            return adjoint * polygamma(order + 1)(*context.saved_tensors)
    return Function.apply


LOG_GAMMA = polygamma(-1)


def densities():
    D = torch.distributions
    unchecked = {"validate_args": False}
    logits, classes = sample(3, 4), np.array([1, 0, 3])
    case("categorical_logpmf", [classes, logits], lambda x, l: D.Categorical(logits=l, **unchecked).log_prob(x))
    case("categorical_logpmf", [np.array(2), logits[0]], lambda x, l: D.Categorical(logits=l, **unchecked).log_prob(x))
    for shape in ((3,), (2, 4), (1,), (2, 1)):
        x = positive(*shape)
        x = x / x.sum(-1, keepdims=True)
        case("dirichlet_logpdf", [x, positive(shape[-1])],
             lambda x, a: ((a - 1) * x.log()).sum(-1) + LOG_GAMMA(a.sum(-1)) - LOG_GAMMA(a).sum(-1))
    for shape, factors in (((3,), (3, 3)), ((2, 2), (2, 2)), ((2, 2), (2, 2, 2)), ((1,), (1, 1))):
        factor = 0.1 * np.tril(sample(*factors)) + np.eye(factors[-1])
        case("multi_normal_logpdf", [sample(*shape), sample(shape[-1]), factor],
             lambda x, m, l: D.MultivariateNormal(m, scale_tril=l.tril(), **unchecked).log_prob(x))
    for shape in ((2, 2), (3, 3), (1, 1)):
        n = shape[0]
        a, b = 0.2 * sample(*shape), 0.1 * sample(*shape)
        x, scale = a @ a.T + np.eye(n), b @ b.T + 2 * np.eye(n)

        def wishart(x, df, v):
            factor = sum(LOG_GAMMA((df - i) / 2) for i in range(n)) + n * (n - 1) / 4 * np.log(np.pi)
            return ((df - n - 1) * torch.logdet(x) - torch.trace(torch.linalg.solve(v, x)) - df * n * np.log(2)
                    - df * torch.logdet(v)) / 2 - factor
        case("wishart_logpdf", [x, np.array(n + 1.5), scale], wishart)


for part in (shapes, joining, rearranging, padding, indexing, reductions, matrices, gates, densities):
    part()
write("structural.json")
