#!/usr/bin/env python3
"""Minimises Rosenbrock's valley with SciPy, by plain HTTP: gradients and products with the Hessian come from Adjoint."""

import os
import sys

import numpy as np
import requests
from scipy.optimize import minimize

URL = os.environ.get("ADJOINT_URL", "http://localhost:8080")
FUNCTION = {"expression": "y = sum(100*(x[1:] - x[:-1]^2)^2 + (1 - x[:-1])^2)", "report": "none"}

session = requests.Session()


def ask(question, x, **fields):
    answer = session.post(f"{URL}/v1/{question}", json={**FUNCTION, "inputs": {"x": x.tolist()}, **fields}, timeout=30)
    answer.raise_for_status()
    return answer.json()


def value_and_gradient(x):
    answer = ask("gradient", x, wrt=["x"])
    return answer["value"], np.array(answer["gradients"]["x"])


def hessian_product(x, vector):
    return np.array(ask("hvp", x, vector={"x": vector.tolist()}, wrt=["x"])["hvp"]["x"])


start = np.array([-1.2, 1.0, -0.5, 0.8, 1.2])
found = minimize(value_and_gradient, start, jac=True, hessp=hessian_product, method="trust-ncg", options={"gtol": 1e-8})
print(f"from {start} to {found.x}: {found.fun:.1e} after {found.nit} steps, {found.njev} gradients, {found.nhev} products")
sys.exit(0 if np.allclose(found.x, 1, atol=1e-6) else "That is not the minimum, which is at 1.")
