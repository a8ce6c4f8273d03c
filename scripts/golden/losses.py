"""Writes Tests/AutodiffTests/Golden/losses.json: losses, medians and steps in PyTorch, values and two derivatives."""

import numpy as np
import torch

from torch_cases import case, positive, sample, write

F = torch.nn.functional
REDUCTIONS = {"mean": torch.mean, "sum": torch.sum, "none": lambda x: x}


def classes():
    x, target = sample(3, 4), np.array([1, 0, 3])
    for word in REDUCTIONS:
        case("cross_entropy", [x, target], lambda x, y: F.cross_entropy(x, y, reduction=word), reduction=word)
        case("nll_loss", [x, target], lambda x, y: F.nll_loss(x, y, reduction=word), reduction=word)
    case("cross_entropy", [x[0], np.array(2)], F.cross_entropy)
    case("cross_entropy", [sample(1, 1), np.array([0])], F.cross_entropy)


def pairs():
    """Losses of numbers and targets, which broadcast."""
    for word, reduce in REDUCTIONS.items():
        given = {"reduction": word}

        def loss(op, operands, function):
            case(op, operands, lambda *all: reduce(function(*all)), **given)

        for left, right in (((3, 4), (4,)), ((2, 1), (1, 3)), ((1,), (1,)), ((), (2,))):
            x, y = sample(*left), sample(*right) + 0.061
            loss("mse_loss", [x, y], lambda x, y: (x - y).square())
            loss("l1_loss", [x, y], lambda x, y: (x - y).abs())
            for delta in (1.0, 0.75):
                def huber(x, y, delta):
                    size = (x - y).abs()
                    return torch.where(size <= delta, size.square() / 2, delta * (size - delta / 2))
                loss("huber_loss", [x, y, np.array(delta)], huber)
                loss("smooth_l1_loss", [x, y, np.array(delta)], lambda x, y, d: huber(x, y, d) / d)
            target, probability = 1 / (1 + positive(*right)), 1 / (1 + positive(*left))
            loss("bce_loss", [probability, target], lambda p, t: -(t * p.log() + (1 - t) * (-p).log1p()))
            loss("bce_with_logits_loss", [x, target], lambda x, t: F.softplus(x, threshold=1e9) - t * x)
            sign = np.where(sample(*right) < 0, -1.0, 1)
            loss("hinge_loss", [x, sign], lambda x, y: F.relu(1 - y * x))
            loss("poisson_nll_loss", [x, positive(*right)], lambda x, n: x.exp() - n * x)
            loss("gaussian_nll_loss", [x, y, positive(*right)], lambda x, y, v: (v.log() + (x - y).square() / v) / 2)


def similarities():
    for left, right, axis in (((3, 4), (3, 4), -1), ((3, 4), (3, 4), 0), ((2, 1, 3), (4, 3), -1), ((2, 1), (2, 1), 1)):
        def cosine(x, y):
            return (x * y).sum(axis) / (torch.linalg.vector_norm(x, dim=axis) * torch.linalg.vector_norm(y, dim=axis))
        case("cosine_similarity", [sample(*left), sample(*right)], cosine, axis=axis)


def medians():
    for shape, axis, keep in (((5,), None, False), ((2, 3, 4), 1, False), ((2, 4), -1, True), ((3, 1), 1, False)):
        given = {} if axis is None else {"axis": axis}
        given |= {"keepdims": True} if keep else {}
        case("median", [sample(*shape)], lambda x: x.quantile(0.5, axis, keep), **given)


def steps():
    """What no small change changes."""
    x = sample(2, 3)
    case("all", [x], lambda x: (x != 0).all(1).double(), axis=1)
    case("any", [x], lambda x: (x != 0).any(1).double(), axis=1)
    case("count_nonzero", [x], lambda x: (x != 0).sum(0).double(), axis=0)
    case("argmax", [x], lambda x: x.argmax(1).double(), axis=1)
    case("argmin", [x], lambda x: x.argmin(0).double(), axis=0)
    case("argsort", [x], lambda x: x.argsort(-1).double())
    case("one_hot", [np.array([2, 0])], lambda x: F.one_hot(x, 3).double(), num_classes=3)
    case("zeros_like", [x], torch.zeros_like)
    case("ones_like", [x], torch.ones_like)
    case("full_like", [x], lambda x: torch.full_like(x, 2.5), fill_value=2.5)


for part in (classes, pairs, similarities, medians, steps):
    part()
write("losses.json")
