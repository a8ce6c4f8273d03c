"""Writes Tests/AutodiffTests/Golden/pytorch.json: what PyTorch gives for the ops and for small graphs, in float64."""

import json
import pathlib

import torch

import golden_file
from graphs import GRAPHS
from torch_ops import OPS, POINTS

GOLDEN = pathlib.Path(__file__).parents[2] / "Tests/AutodiffTests/Golden/pytorch.json"


def leaf(number):
    return torch.tensor(number, dtype=torch.float64, requires_grad=True)


def gradient(result, leaves):
    """Derivatives of a result; 0 where PyTorch sees no way to a leaf."""
    if not result.requires_grad:
        return [0.0] * len(leaves)
    found = torch.autograd.grad(result, leaves, allow_unused=True)
    return [0.0 if number is None else number.item() for number in found]


def op_cases():
    for name, function in OPS.items():
        for operands in POINTS[name]:
            leaves = [leaf(operand) for operand in operands]
            result = function(*leaves)
            case = {"op": name, "operands": operands, "value": result.item(), "gradient": gradient(result, leaves)}
            yield case


def graph_cases():
    for name, (inputs, nodes) in GRAPHS.items():
        leaves = {key: leaf(number) for key, number in inputs.items()}
        values = dict(leaves)
        for key, op, *operands in nodes:
            values[key] = OPS[op](*(
                values[operand] if isinstance(operand, str) else torch.tensor(float(operand), dtype=torch.float64)
                for operand in operands))
        result = values[nodes[-1][0]]
        yield {
            "name": name, "inputs": inputs,
            "nodes": [
                {"id": key, "op": op, "args": [str(operand) for operand in operands]} for key, op, *operands in nodes],
            "value": result.item(),
            "gradient": dict(zip(inputs, gradient(result, list(leaves.values())))),
        }


def listing(cases):
    return "[\n" + ",\n".join("  " + json.dumps(case, allow_nan=False) for case in cases) + "\n]"


if __name__ == "__main__":
    version = json.dumps(torch.__version__.split("+")[0])
    # An ulp or two of the largest of a few numbers.
    golden_file.write(
        GOLDEN, f'{{"pytorch": {version},\n"ops": {listing(op_cases())},\n"graphs": {listing(graph_cases())}}}\n',
        rounding=4e-16)
