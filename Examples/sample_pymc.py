#!/usr/bin/env python3
"""Samples the density of the demonstration `posterior` with PyMC: its NUTS goes by the gradients that Adjoint computes."""

import os
import sys

import numpy as np
import pymc
from umbridge.pymc import UmbridgeOp

URL = os.environ.get("ADJOINT_URL", "http://localhost:8080")

log_density = UmbridgeOp(URL, "posterior")
with pymc.Model():
    point = pymc.Flat("point", shape=2)
    pymc.Potential("density", log_density(point)[0])
    sample = pymc.sample(
        250, tune=200, chains=1, cores=1, random_seed=7, progressbar=False, compute_convergence_checks=False,
        initvals={"point": np.array([0.5, 0.5])})

x, y = sample.posterior["point"].values[0].T
# x is normal of standard deviation 2, and y, given x, of mean 1 - x^2/4 and standard deviation 1.
print(f"{x.size} samples of `posterior` by NUTS")
print(f"x: mean {x.mean():+.2f} (exact 0), standard deviation {x.std():.2f} (exact 2)")
print(f"y + x^2/4: mean {(y + x**2 / 4).mean():+.2f} (exact 1), standard deviation {(y + x**2 / 4).std():.2f} (exact 1)")
right = abs(x.mean()) < 1 and abs(x.std() - 2) < 0.7 and abs((y + x**2 / 4).mean() - 1) < 0.4
sys.exit(0 if right else "The sample is not of this density.")
