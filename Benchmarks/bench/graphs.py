"""The functions that are measured, as graph documents: the seed's, and random ones that a number makes."""
import json, math, pathlib, random
import numpy as np

BUILD = pathlib.Path(__file__).parent.parent / ".build"

SEED = {"nodes": [
    {"id": "a", "op": "input", "value": 0.4}, {"id": "b", "op": "input", "value": 0.8},
    {"id": "c", "op": "input", "value": 1.0}, {"id": "f", "op": "input", "value": -1.5},
    {"id": "e", "op": "multiply", "args": ["a", "b"]}, {"id": "d", "op": "add", "args": ["c", "e"]},
    {"id": "l", "op": "multiply", "args": ["d", "f"]}, {"id": "o", "op": "tanh", "args": ["l"]}],
    "outputs": ["o"]}

# Ops with their share of a random graph, in percent.
SHARES = {"add": 40, "multiply": 26, "subtract": 12, "divide": 2.5, "sin": 6.5, "tanh": 6.1, "exp": 4.3, "log": 3.1}
VALUE = {
    "add": lambda x, y: x + y, "multiply": lambda x, y: x * y, "subtract": lambda x, y: x - y,
    "divide": lambda x, y: x / y, "sin": np.sin, "tanh": np.tanh, "exp": np.exp, "log": np.log}
SCALAR_VALUE = VALUE | {"sin": math.sin, "tanh": math.tanh, "exp": math.exp, "log": math.log}


def random_graph(ops, inputs, points=1, seed=1):
    """A scalar graph of some ops, the sum of whose loose ends is the output, and the points it is smooth at.

    Returns the document and an array of inputs by points, of which the first are the inputs' values.
    """
    generator = random.Random(seed)
    value = VALUE if points > 1 else SCALAR_VALUE
    nodes, values, loose, table = [], [], [], []
    for index in range(inputs):
        base = generator.uniform(0.3, 1.8) * (-1 if index % 3 == 2 else 1)
        row = [base] + [base * generator.uniform(0.9, 1.1) for _ in range(points - 1)]
        nodes.append({"id": f"x{index}", "op": "input", "value": base})
        values.append(np.array(row) if points > 1 else base)
        table.append(row)
        loose.append(index)

    def pick():
        """A node that nothing uses yet, mostly."""
        if loose and generator.random() < 0.7:
            place = int(generator.random() * len(loose))
            loose[place], loose[-1] = loose[-1], loose[place]
            return loose[-1]
        return int(generator.random() * len(nodes))

    names, weights = list(SHARES), list(SHARES.values())
    chosen = random.Random(seed + 1).choices(names, weights, k=ops)
    for index, op in enumerate(chosen):
        while True:
            operands = [pick() for _ in range(2 if op in ("add", "multiply", "subtract", "divide") else 1)]
            numbers = [values[operand] for operand in operands]
            if not is_inside(op, numbers): continue
            number = value[op](*numbers)
            if largest(number) < 2: break
        for operand in operands:
            if loose and loose[-1] == operand: loose.pop()
        loose.append(len(nodes))
        nodes.append({"id": f"n{index}", "op": op, "args": [nodes[operand]["id"] for operand in operands]})
        values.append(number)
    used = {argument for node in nodes for argument in node.get("args", [])}
    ends = [node["id"] for node in nodes if node["id"] not in used and node["op"] != "input"]
    count = 0
    while len(ends) > 1:
        pairs = []
        for first, second in zip(ends[::2], ends[1::2]):
            nodes.append({"id": f"s{count}", "op": "add", "args": [first, second]})
            pairs.append(f"s{count}")
            count += 1
        ends = pairs + ends[len(ends) & ~1:]
    return {"nodes": nodes, "outputs": ends}, np.array(table)


def largest(number):
    return np.abs(number).max() if isinstance(number, np.ndarray) else abs(number)


def is_inside(op, numbers):
    """Whether operands are well within the domain."""
    last = numbers[-1]
    if op == "divide": return (np.abs(last).min() if isinstance(last, np.ndarray) else abs(last)) > 0.5
    if op == "log": return (last.min() if isinstance(last, np.ndarray) else last) > 0.3
    if op == "exp": return (last.max() if isinstance(last, np.ndarray) else last) < 0.7
    return True


class Function:
    """A function in a file, as the body of a request for its gradient, which every peer reads."""

    def __init__(self, name, body):
        self.path = BUILD / f"{name}.json"
        BUILD.mkdir(exist_ok=True)
        self.path.write_text(json.dumps(body, separators=(",", ":")))
        nodes = body.get("graph", {}).get("nodes", [])
        self.ops = sum(node["op"] != "input" for node in nodes)
        self.bytes = self.path.stat().st_size


def seed():
    return Function("seed", {"graph": SEED})


def scalar(ops, inputs=100):
    return Function(f"random-{ops}", {"graph": random_graph(ops, inputs)[0]})


def batch(ops, points, inputs=100):
    """A random graph at many points, which all its inputs run over."""
    graph, table = random_graph(ops, inputs, points)
    rows = {f"x{index}": list(row) for index, row in enumerate(table)}
    return Function(f"random-{ops}-{points}", {"graph": graph, "inputs": rows, "batch": list(rows)})


LAYERS = """h = relu(x @ w1 + b1)
g = relu(h @ w2 + b2)
score = g @ w3 + b3
loss = mean(relu(1 - t*score)) + 0.0001*({})"""


def layers(samples=100, width=16, seed=1):
    """A network 2-16-16-1 with hinge loss and weight decay on some samples, as arrays."""
    generator = np.random.default_rng(seed)
    shapes = {"w1": (2, width), "b1": (width,), "w2": (width, width), "b2": (width,), "w3": (width, 1), "b3": (1,)}
    inputs = {name: (0.5 * generator.standard_normal(shape)).tolist() for name, shape in shapes.items()}
    inputs["x"] = generator.standard_normal((samples, 2)).tolist()
    inputs["t"] = np.sign(generator.standard_normal((samples, 1))).tolist()
    expression = LAYERS.format(" + ".join(f"sum({name}*{name})" for name in shapes))
    return Function("layers", {"expression": expression, "inputs": inputs, "wrt": list(shapes)})
