"""Cases of array ops by PyTorch: values, and derivatives along what the tests weight results and move operands with."""

import json
import pathlib

import numpy as np
import torch

import golden_file

CASES = []


def sample(*shape):
    """Different numbers of both signs, with three decimals, in a shape."""
    generator = np.random.default_rng(len(CASES) + 1)
    count = int(np.prod(shape))
    return (generator.permutation(count) * 0.37 - 0.17 * count + 0.123).round(3).reshape(shape)


def positive(*shape):
    return np.abs(sample(*shape)) + 0.25


def encode(array):
    array = np.asarray(array, dtype=float)
    words = {float("inf"): "Infinity", float("-inf"): "-Infinity"}
    numbers = ["NaN" if x != x else words.get(x, x) for x in (array.reshape(-1) + 0.0).tolist()]
    return {"shape": list(array.shape), "elements": numbers}


def weights(shape):
    """What the tests multiply a result with before they sum it."""
    return ((np.arange(np.prod(shape, dtype=int)) * 7) % 5 / 4 - 0.4).reshape(shape)


def directions(operands):
    """Along what the tests move operands; those of whole numbers are indices and stay."""
    return [
        (((np.arange(x.size) * 3 + place) % 7) / 3 - 0.9).reshape(x.shape) if x.dtype.kind == "f" else np.zeros(x.shape)
        for place, x in enumerate(operands)]


def gradient(output, leaves, **options):
    """The derivatives of a scalar by leaves, 0 where it does not depend on one."""
    found = [None] * len(leaves)
    if output.requires_grad:
        found = torch.autograd.grad(output, leaves, allow_unused=True, **options)
    return [torch.zeros_like(leaf) if part is None else part for leaf, part in zip(leaves, found)]


def derivatives(function, operands):
    """The value, the gradient of the weighted sum, and the derivative of that gradient along the directions."""
    leaves = [torch.tensor(x, requires_grad=x.dtype.kind == "f") for x in operands]
    result = function(*leaves)
    free = [leaf for leaf in leaves if leaf.requires_grad]
    first = gradient((result * torch.tensor(weights(result.shape))).sum(), free, create_graph=True)
    along = [torch.tensor(x) for x, leaf in zip(directions(operands), leaves) if leaf.requires_grad]
    slope = sum((part * direction).sum() for part, direction in zip(first, along))
    second = gradient(slope, free) if free else []

    def all_of(parts):
        parts = iter(parts)
        return [next(parts).detach().numpy(force=True) if leaf.requires_grad else np.zeros(leaf.shape) for leaf in leaves]

    return result.detach().numpy(), all_of(first), all_of(second)


def case(op, operands, function, /, smooth=True, **attributes):
    """Adds a case. Whole numbers are indices; `smooth` false skips differences and second derivatives."""
    operands = [np.asarray(operand) for operand in operands]
    result, gradients, products = derivatives(function, operands)
    CASES.append({
        "op": op, "operands": [encode(x) for x in operands], "attributes": attributes, "value": encode(result),
        "indices": [position for position, operand in enumerate(operands) if operand.dtype.kind != "f"],
        "smooth": smooth, "gradients": [encode(x) for x in gradients],
        "products": [encode(x) for x in products] if smooth else None})


def write(name):
    """Writes the cases to a golden file."""
    path = pathlib.Path(__file__).parents[2] / "Tests/AutodiffTests/Golden" / name
    golden_file.write(path, "[\n" + ",\n".join(json.dumps(c, allow_nan=False) for c in CASES) + "\n]\n")
