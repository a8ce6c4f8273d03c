"""The reference server of UM-Bridge with the seed's function: four inputs of one number, one output."""
import math, sys
import umbridge


class Seed(umbridge.Model):
    def __init__(self): super().__init__("seed")

    def get_input_sizes(self, config): return [1, 1, 1, 1]

    def get_output_sizes(self, config): return [1]

    def supports_evaluate(self): return True

    def supports_gradient(self): return True

    def __call__(self, parameters, config):
        a, b, c, f = (vector[0] for vector in parameters)
        return [[math.tanh((a * b + c) * f)]]

    def gradient(self, out_wrt, in_wrt, parameters, sens, config):
        a, b, c, f = (vector[0] for vector in parameters)
        slope = 1 - math.tanh((a * b + c) * f) ** 2
        return [sens[0] * slope * [b * f, a * f, f, a * b + c][in_wrt]]


umbridge.serve_models([Seed()], int(sys.argv[1]))
