"""Where activations are looked at."""

from points import NEAR, SETS, TINY, signed

ACTIVATION = [0.0] + signed(NEAR + TINY[3:] + [0.05, 2.0, 2.4, 4.5, 6.5, 9.0, 12.0, 20.0, 36.0, 100.0, 300.0, 600.0])
PARAMETERS = [
    (x, bound) for x in signed([0.1, 0.4, 0.6, 1.1, 2.5, 7.25, 1e-10, 1e10]) for bound in (0.5, 1.25, 0.0, 3.0)]
SHARPNESS = [(x, 1.0) for x in SETS["exponent"]] + [
    (x, beta) for x in signed([0.1, 0.5, 1.5, 7.25, 25.0]) for beta in (0.25, 0.7, 2.5, 20.0)]
