"""A small network on arrays."""
from .. import graphs
from . import scalar

WANTED = [("JAX jit", "jax", "layers_jax.py"), ("PyTorch", "torch", "layers_torch.py")]


def measure(run):
    return scalar.gradients(
        run, graphs.layers(), "network 2-16-16-1 on 100 samples as arrays", WANTED, {"JAX jit": {"at_most": 1.3}})
