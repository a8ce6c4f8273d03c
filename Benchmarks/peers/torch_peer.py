"""PyTorch: a tensor of no axes for each node, or for many points a vector; in double precision, on one thread."""
import sys
import torch
from common import ARITHMETIC, Document, serve

torch.set_num_threads(1)
document = Document(sys.argv[1])
table = ARITHMETIC | {"sin": torch.sin, "tanh": torch.tanh, "exp": torch.exp, "log": torch.log}
inputs = [torch.tensor(row, dtype=torch.float64, requires_grad=True) for row in document.rows or document.point]


def run():
    output = document.build(inputs, table)
    return output, torch.autograd.grad(output.sum(), inputs)


output, gradients = run()
serve(output.detach().reshape(-1).tolist(), torch.stack(gradients).reshape(-1).tolist(), run)
