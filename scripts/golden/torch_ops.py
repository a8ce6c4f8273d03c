"""The ops in the terms of PyTorch, and points where its conventions are the same."""

import torch


def indicator(holds):
    return lambda x, y: holds(x, y).double()


def share(extreme):
    return lambda x, y: torch.autograd.grad(extreme(x, y), x)[0]


OPS = {
    "add": torch.add, "subtract": torch.subtract, "multiply": torch.multiply, "divide": torch.divide,
    "negative": torch.negative, "positive": torch.positive, "pow": torch.pow, "square": torch.square, "sqrt": torch.sqrt, "hypot": torch.hypot,
    "exp": torch.exp, "expm1": torch.expm1, "log": torch.log, "log1p": torch.log1p,
    "sin": torch.sin, "cos": torch.cos, "tan": torch.tan,
    "asin": torch.asin, "acos": torch.acos, "atan": torch.atan, "atan2": torch.atan2,
    "sinh": torch.sinh, "cosh": torch.cosh, "tanh": torch.tanh,
    "sigmoid": torch.sigmoid, "softplus": torch.nn.functional.softplus, "relu": torch.relu,
    "abs": torch.abs, "sign": torch.sign, "maximum": torch.maximum, "minimum": torch.minimum,
    "maximum_share": share(torch.maximum), "minimum_share": share(torch.minimum),
    "where": lambda x, y, z: torch.where(x != 0, y, z),
    "less": indicator(torch.lt), "less_equal": indicator(torch.le), "greater": indicator(torch.gt),
    "greater_equal": indicator(torch.ge), "equal": indicator(torch.eq), "not_equal": indicator(torch.ne),
    "absolute_zero_multiply": torch.multiply,
    "one_minus_square": lambda x: 1 - x * x,
    "hypot_share": lambda x, y: x / torch.hypot(x, y),
    "sech_square": lambda x: 1 / torch.cosh(x).square(),
}

REAL = [-20.0, -7.5, -3.0, -1.25, -0.7, -1e-3, 1e-9, 0.2, 0.4, 1.0, 1.5, 2.75, 6.0, 12.5, 19.5]
PAIRS = [(0.4, 1.7), (-2.5, 3.25), (1.5, -2.0), (-3.0, -0.125), (7.0, 7.5), (1e3, 1e-3), (-1e-4, 12.0), (2.0, 2.0)]
ZERO = [0.0]
SETS = {
    "pow": [(0.4, 1.7), (2.5, -3.25), (7.0, 0.5), (1.5, 3.0), (0.0, 2.0), (0.0, 0.0), (2.0, 0.0), (0.9, 20.0)],
    "sqrt": [0.04, 0.4, 1.0, 2.0, 1e4, 1e-200, 1e200],
    "log": [0.04, 0.4, 1.0, 2.0, 1e4, 1e-200, 1e200],
    "log1p": [-0.9, -1e-9, 0.0, 1e-6, 0.4, 2.0, 1e4],
    "asin": [-0.9, -0.5, 0.0, 1e-9, 0.3, 0.7],
    "acos": [-0.9, -0.5, 0.0, 1e-9, 0.3, 0.7],
    "atan2": PAIRS + [(0.0, -1.0), (0.0, 1.0)],
    "where": [(1.0, 0.4, 1.7), (0.0, -2.5, 3.25), (-2.0, 1.0, 5.0)],
}
WITH_ZERO = [
    "abs", "relu", "sign", "exp", "expm1", "sin", "cos", "tanh", "sigmoid", "softplus", "square", "sinh", "cosh"]


def points(name):
    if name in SETS:
        return [list(point) if isinstance(point, tuple) else [point] for point in SETS[name]]
    if name in BINARY:
        return [list(pair) for pair in PAIRS]
    return [[number] for number in REAL + (ZERO if name in WITH_ZERO else [])]


BINARY = {
    "add", "subtract", "multiply", "divide", "hypot", "maximum", "minimum", "maximum_share", "minimum_share", "less",
    "less_equal", "greater", "greater_equal", "equal", "not_equal", "absolute_zero_multiply", "hypot_share"}
POINTS = {name: points(name) for name in OPS}

