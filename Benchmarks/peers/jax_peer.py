"""JAX: value and gradient, jitted, over all points by vmap; in double precision, on one thread."""
import os, sys, time
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
import jax, jax.numpy as jnp
from common import ARITHMETIC, Document, serve

jax.config.update("jax_enable_x64", True)
document = Document(sys.argv[1])
table = ARITHMETIC | {"sin": jnp.sin, "tanh": jnp.tanh, "exp": jnp.exp, "log": jnp.log}
function = jax.value_and_grad(lambda x: document.build(list(x), table))
if document.rows: function = jax.vmap(function, in_axes=1, out_axes=(0, 1))
function = jax.jit(function)
point = jnp.array(document.rows or document.point)


def run(): jax.block_until_ready(function(point))


start = time.perf_counter()
value, gradient = function(point)
serve(value.reshape(-1).tolist(), gradient.reshape(-1).tolist(), run, compile=time.perf_counter() - start)
