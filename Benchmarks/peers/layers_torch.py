"""PyTorch: a network of two hidden layers on arrays, value and gradient; in double precision, on one thread."""
import json, sys
import torch
from common import serve

torch.set_num_threads(1)
with open(sys.argv[1]) as file: body = json.load(file)
arrays = {name: torch.tensor(array, dtype=torch.float64) for name, array in body["inputs"].items()}
weights = {name: arrays[name].requires_grad_() for name in body["wrt"]}


def run():
    w, x, t = weights, arrays["x"], arrays["t"]
    h = torch.relu(x @ w["w1"] + w["b1"])
    g = torch.relu(h @ w["w2"] + w["b2"])
    score = g @ w["w3"] + w["b3"]
    loss = torch.relu(1 - t * score).mean() + 1e-4 * sum((a * a).sum() for a in w.values())
    return loss, torch.autograd.grad(loss, list(w.values()))


loss, gradient = run()
serve([loss.item()], [number for array in gradient for number in array.reshape(-1).tolist()], run)
