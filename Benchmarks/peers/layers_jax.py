"""JAX: a network of two hidden layers on arrays, value and gradient, jitted; in double precision, on one thread."""
import json, os, sys
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
import jax, jax.numpy as jnp
from common import serve

jax.config.update("jax_enable_x64", True)
with open(sys.argv[1]) as file: body = json.load(file)
arrays = {name: jnp.array(array) for name, array in body["inputs"].items()}
weights = {name: arrays[name] for name in body["wrt"]}


def loss(w, x, t):
    h = jax.nn.relu(x @ w["w1"] + w["b1"])
    g = jax.nn.relu(h @ w["w2"] + w["b2"])
    score = g @ w["w3"] + w["b3"]
    return jnp.mean(jax.nn.relu(1 - t * score)) + 1e-4 * sum(jnp.sum(a * a) for a in w.values())


function = jax.jit(jax.value_and_grad(loss))


def run(): jax.block_until_ready(function(weights, arrays["x"], arrays["t"]))


value, gradient = function(weights, arrays["x"], arrays["t"])
serve([float(value)], [float(g) for name in body["wrt"] for g in gradient[name].reshape(-1)], run)
