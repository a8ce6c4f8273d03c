"""micrograd: the graph is built anew for each gradient, as its users do; the functions that it lacks are in its style."""
import math, sys
from micrograd.engine import Value
from common import ARITHMETIC, Document, serve


def op(function, slope):
    def apply(x):
        out = Value(function(x.data), (x,))
        def backward(): x.grad += slope(x.data, out.data) * out.grad
        out._backward = backward
        return out
    return apply


document = Document(sys.argv[1])
table = ARITHMETIC | {
    "sin": op(math.sin, lambda x, y: math.cos(x)), "tanh": op(math.tanh, lambda x, y: 1 - y * y),
    "exp": op(math.exp, lambda x, y: y), "log": op(math.log, lambda x, y: 1 / x)}
sys.setrecursionlimit(1_000_000)


def run():
    inputs = [Value(number) for number in document.point]
    output = document.build(inputs, table)
    output.backward()
    return output.data, [value.grad for value in inputs]


value, gradients = run()
serve([value], gradients, run)
