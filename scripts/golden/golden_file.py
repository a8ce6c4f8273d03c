"""Golden files whose numbers come out of floating point.

NumPy, PyTorch and JAX choose their kernels by the processor: a sum is added in another order, a square root or an
exponential comes out of another routine, and the last digits differ from machine to machine. Such a file is therefore
kept as it is while all that is in it is found again but for rounding; any other difference rewrites it, which the
check then sees. Files that mpmath makes are the same everywhere, are written outright and compared to the last bit.
"""

import json

import numpy as np

# Some tens of roundings, relative to the largest number of an array: far below what a wrong rule would change.
ROUNDING = 1e-13


def numbers(part):
    """Whether a part of a file is a list of numbers, or of their names."""
    names = ("NaN", "Infinity", "-Infinity")
    return isinstance(part, list) and all(
        not isinstance(x, bool) and (isinstance(x, (int, float)) or x in names) for x in part)


def agree(old, new, rounding):
    """Whether two parts of a file differ by nothing but rounding."""
    if numbers(old) and numbers(new):
        # Names become the numbers that they name.
        x, y = np.array(old, dtype=float), np.array(new, dtype=float)
        if x.shape != y.shape or not np.array_equal(x[~np.isfinite(x)], y[~np.isfinite(x)], equal_nan=True):
            return False
        x, y = x[np.isfinite(x)], y[np.isfinite(x)]
        return bool((np.abs(x - y) <= rounding * np.abs(x).max(initial=0)).all())
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() == new.keys() and all(agree(old[key], new[key], rounding) for key in old)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(agree(x, y, rounding) for x, y in zip(old, new))
    return old == new or (numbers([old, new]) and agree([old], [new], rounding))


def write(path, text, rounding=ROUNDING):
    """Writes a file, unless what is there agrees."""
    if not path.exists() or not agree(json.loads(path.read_text()), json.loads(text), rounding):
        path.write_text(text)
