"""Small scalar graphs: inputs with their numbers, and nodes (id, op, operands...), the last being the output."""


def mlp():
    """Two inputs, three tanh units, one linear unit, squared loss."""
    inputs = {"x0": 0.7, "x1": -1.2, "target": 0.5}
    nodes = []
    weights = [(0.3, -0.8, 0.1), (1.1, 0.4, -0.2), (-0.6, 0.9, 0.05)]
    for unit, (w0, w1, bias) in enumerate(weights):
        inputs |= {f"w{unit}0": w0, f"w{unit}1": w1, f"b{unit}": bias, f"v{unit}": 0.5 - 0.4 * unit}
        nodes += [
            (f"p{unit}0", "multiply", f"w{unit}0", "x0"), (f"p{unit}1", "multiply", f"w{unit}1", "x1"),
            (f"s{unit}", "add", f"p{unit}0", f"p{unit}1"), (f"z{unit}", "add", f"s{unit}", f"b{unit}"),
            (f"h{unit}", "tanh", f"z{unit}"), (f"o{unit}", "multiply", f"v{unit}", f"h{unit}")]
    return inputs, nodes + [
        ("sum01", "add", "o0", "o1"), ("prediction", "add", "sum01", "o2"),
        ("error", "subtract", "prediction", "target"), ("loss", "square", "error")]


def black_scholes():
    """Price of a call, the normal distribution approximated by sigmoid(1.5976 x + 0.07056 x ** 3)."""
    nodes = [
        ("ratio", "divide", "spot", "strike"), ("moneyness", "log", "ratio"), ("variance", "square", "volatility"),
        ("half", "multiply", "variance", 0.5), ("carry", "add", "rate", "half"), ("drift", "multiply", "carry", "time"),
        ("root", "sqrt", "time"), ("spread", "multiply", "volatility", "root"), ("top", "add", "moneyness", "drift"),
        ("d1", "divide", "top", "spread"), ("d2", "subtract", "d1", "spread")]
    for d in ("d1", "d2"):
        nodes += [
            (f"{d}c", "pow", d, 3), (f"{d}a", "multiply", d, 1.5976), (f"{d}b", "multiply", f"{d}c", 0.07056),
            (f"{d}s", "add", f"{d}a", f"{d}b"), (f"{d}n", "sigmoid", f"{d}s")]
    return {"spot": 100.0, "strike": 95.0, "rate": 0.03, "volatility": 0.2, "time": 0.5}, nodes + [
        ("rt", "multiply", "rate", "time"), ("nrt", "negative", "rt"), ("discount", "exp", "nrt"),
        ("owed", "multiply", "strike", "discount"), ("gain", "multiply", "spot", "d1n"),
        ("cost", "multiply", "owed", "d2n"),
        ("price", "subtract", "gain", "cost")]


def log_sum_exp():
    """By hand, with the maximum taken out."""
    return {"a": 1.0, "b": 2.5, "c": -0.75}, [
        ("ab", "maximum", "a", "b"), ("m", "maximum", "ab", "c"),
        ("da", "subtract", "a", "m"), ("db", "subtract", "b", "m"), ("dc", "subtract", "c", "m"),
        ("ea", "exp", "da"), ("eb", "exp", "db"), ("ec", "exp", "dc"),
        ("eab", "add", "ea", "eb"), ("e", "add", "eab", "ec"), ("l", "log", "e"), ("r", "add", "m", "l")]


def haversine():
    """Great-circle distance on the unit sphere."""
    return {"lat1": 0.65, "lon1": -1.2, "lat2": -0.3, "lon2": 0.4}, [
        ("dlat", "subtract", "lat2", "lat1"), ("dlon", "subtract", "lon2", "lon1"), ("hlat", "multiply", "dlat", 0.5),
        ("hlon", "multiply", "dlon", 0.5), ("slat", "sin", "hlat"), ("slon", "sin", "hlon"), ("qlat", "square", "slat"),
        ("qlon", "square", "slon"), ("c1", "cos", "lat1"), ("c2", "cos", "lat2"), ("cc", "multiply", "c1", "c2"),
        ("t", "multiply", "cc", "qlon"), ("h", "add", "qlat", "t"), ("root", "sqrt", "h"), ("angle", "asin", "root"),
        ("distance", "multiply", 2, "angle")]


GRAPHS = {
    "seed": ({"a": 0.4, "b": 0.8, "c": 1.0, "f": -1.5}, [
        ("e", "multiply", "a", "b"), ("d", "add", "c", "e"), ("l", "multiply", "d", "f"), ("o", "tanh", "l")]),
    "log-sum-exp": log_sum_exp(),
    "perceptron": mlp(),
    "Black-Scholes": black_scholes(),
    "haversine": haversine(),
    "Rosenbrock": ({"x": -1.2, "y": 1.0}, [
        ("q", "square", "x"), ("d", "subtract", "y", "q"), ("p", "pow", "d", 2), ("h", "multiply", 100, "p"),
        ("u", "subtract", 1, "x"), ("v", "square", "u"), ("f", "add", "h", "v")]),
    "logistic loss": ({"w": 0.8, "x": 1.7, "b": -0.3, "label": 1.0}, [
        ("p", "multiply", "w", "x"), ("z", "add", "p", "b"), ("s", "softplus", "z"), ("t", "multiply", "label", "z"),
        ("loss", "subtract", "s", "t")]),
    "normal log density": ({"x": 1.3, "mean": 0.4, "deviation": 0.75}, [
        ("d", "subtract", "x", "mean"), ("z", "divide", "d", "deviation"), ("q", "square", "z"),
        ("h", "multiply", -0.5, "q"), ("l", "log", "deviation"), ("s", "subtract", "h", "l"),
        ("density", "subtract", "s", 0.9189385332046727)]),
    "gravity": ({"x": 0.3, "y": -1.1, "u": 0.4, "v": 0.9}, [
        ("r", "hypot", "x", "y"), ("speed", "hypot", "u", "v"), ("k", "square", "speed"), ("h", "multiply", 0.5, "k"),
        ("p", "divide", 1, "r"), ("energy", "subtract", "h", "p")]),
    "pendulum": ({"angle": 0.9, "momentum": -0.4, "length": 1.3, "gravity": 9.81}, [
        ("c", "cos", "angle"), ("u", "subtract", 1, "c"), ("gl", "multiply", "gravity", "length"),
        ("p", "multiply", "gl", "u"), ("q", "square", "momentum"), ("i", "square", "length"), ("d", "multiply", 2, "i"),
        ("k", "divide", "q", "d"), ("energy", "add", "k", "p")]),
    "Hill curve": ({"dose": 2.5, "half": 1.8, "steepness": 2.3}, [
        ("a", "pow", "dose", "steepness"), ("b", "pow", "half", "steepness"), ("s", "add", "a", "b"),
        ("response", "divide", "a", "s")]),
    "Huber loss": ({"x": 2.2, "target": 0.4, "delta": 1.0}, [
        ("d", "subtract", "x", "target"), ("m", "abs", "d"), ("near", "less_equal", "m", "delta"), ("q", "square", "d"),
        ("inside", "multiply", 0.5, "q"), ("hd", "multiply", 0.5, "delta"), ("e", "subtract", "m", "hd"),
        ("outside", "multiply", "delta", "e"), ("loss", "where", "near", "inside", "outside")]),
    "hinge": ({"w": 0.5, "x": 1.4, "label": -1.0}, [
        ("z", "multiply", "w", "x"), ("m", "multiply", "label", "z"),
        ("u", "subtract", 1, "m"), ("loss", "relu", "u")]),
    "squaring chain": ({"x": 0.9, "y": 1.05}, [
        ("s", "multiply", "x", "y"), ("s2", "multiply", "s", "s"), ("s4", "multiply", "s2", "s2"),
        ("s8", "multiply", "s4", "s4"), ("s16", "multiply", "s8", "s8"), ("f", "add", "s16", "x")]),
    "bearing": ({"x": 1.2, "y": -0.7, "scale": 0.3}, [
        ("a", "atan2", "y", "x"), ("b", "tan", "a"), ("c", "atan", "scale"), ("d", "acos", "scale"),
        ("e", "multiply", "b", "c"),
        ("f", "add", "e", "d"), ("g", "expm1", "f"), ("h", "log1p", "g"), ("i", "minimum", "h", "x"),
        ("j", "sinh", "i"),
        ("k", "cosh", "j"), ("r", "add", "k", "h")]),
}
