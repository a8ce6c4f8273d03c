#!/usr/bin/env python3
"""JAX minimises a function of which a part is on the server: tesseract-jax differentiates through it, twice.

ADJOINT_URL is where `make serve` listens; needs `pip install tesseract-jax`.
"""

import os

os.environ.setdefault("JAX_PLATFORMS", "cpu")

import jax
import jax.numpy as jnp
from jax.scipy.optimize import minimize
from tesseract_core import Tesseract
from tesseract_jax import apply_tesseract

# The server answers in double precision, which JAX has to be asked for.
jax.config.update("jax_enable_x64", True)

url = os.environ.get("ADJOINT_URL", "http://127.0.0.1:8080") + "/tesseract/rosenbrock"
valley = Tesseract.from_url(url)
slope = Tesseract.from_url(f"{url}/gradient")


def penalty(x):
    return 10 * (x @ x - 2) ** 2


def loss(x):
    """Rosenbrock's valley, on the server, with a penalty here for leaving a sphere."""
    return apply_tesseract(valley, {"x": x})["y"] + penalty(x)


def gradient(x):
    return apply_tesseract(slope, {"x": x})["x"] + jax.grad(penalty)(x)


found = minimize(loss, jnp.array([-1.0, 0.5, 0.2]), method="BFGS")
print(f"BFGS    {found.nfev} evaluations, loss {found.fun:.15f} at {found.x}")

# BFGS has got close; Newton's method, with the Hessian as the Jacobian of the gradient, to the last digit.
x = found.x
for step in range(1, 3):
    hessian = jax.jacobian(gradient)(x)
    x = x - jnp.linalg.solve(hessian, gradient(x))
    print(f"Newton  step {step}, loss {loss(x):.15f}, gradient {jnp.linalg.norm(gradient(x)):.1e}")

assert jnp.linalg.norm(gradient(x)) < 1e-10, "the gradient is not 0"
assert jnp.all(jnp.linalg.eigvalsh(hessian) > 0), "this is no minimum"
assert jnp.allclose(gradient(x), jax.grad(loss)(x), atol=1e-10), "the two ways to the gradient differ"
print(f"minimum {loss(x):.15f} at {x}")
