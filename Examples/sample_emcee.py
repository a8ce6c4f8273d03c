#!/usr/bin/env python3
"""Samples the density of the demonstration `posterior` with emcee, through UM-Bridge."""

import os
import sys

import emcee
import numpy as np
import umbridge

URL = os.environ.get("ADJOINT_URL", "http://localhost:8080")
STEPS, DISCARDED, WALKERS = 300, 50, 10

model = umbridge.HTTPModel(URL, "posterior")


def log_density(point):
    return model([point.tolist()])[0][0]


np.random.seed(7)
sampler = emcee.EnsembleSampler(WALKERS, 2, log_density)
sampler.run_mcmc(np.random.standard_normal((WALKERS, 2)), STEPS)
x, y = sampler.get_chain(discard=DISCARDED, flat=True).T

# x is normal of standard deviation 2, and y, given x, of mean 1 - x^2/4 and standard deviation 1.
print(f"{x.size} samples of `posterior`, {sampler.acceptance_fraction.mean():.0%} of the steps accepted")
print(f"x: mean {x.mean():+.2f} (exact 0), standard deviation {x.std():.2f} (exact 2)")
print(f"y + x^2/4: mean {(y + x**2 / 4).mean():+.2f} (exact 1), standard deviation {(y + x**2 / 4).std():.2f} (exact 1)")
right = abs(x.mean()) < 1 and abs(x.std() - 2) < 0.7 and abs((y + x**2 / 4).mean() - 1) < 0.3
sys.exit(0 if right else "The sample is not of this density.")
