"""CasADi: an SX function of value and gradient, run by its virtual machine through buffers; mapped for many points."""
import sys, time
import casadi, numpy as np
from common import ARITHMETIC, Document, median, serve

document = Document(sys.argv[1])
start = time.perf_counter()
x = casadi.SX.sym("x", len(document.inputs))
y = document.build(
    casadi.vertsplit(x),
    ARITHMETIC | {"sin": casadi.sin, "tanh": casadi.tanh, "exp": casadi.exp, "log": casadi.log})
building = time.perf_counter() - start


def compile():
    return casadi.Function("f", [x], [y, casadi.gradient(y, x)])


start = time.perf_counter()
function = compile()
compiling = time.perf_counter() - start
if compiling < 1: compiling = median(compile, 0.3)
if document.rows: function = function.map(len(document.rows[0]), "serial")
# One column for each point, one after the other.
points = np.array(document.rows or [[number] for number in document.point], dtype=float)
point = points.ravel(order="F")
value, gradient = np.zeros(points.shape[1]), np.zeros(points.size)
buffer, run = function.buffer()
buffer.set_arg(0, memoryview(point))
buffer.set_res(0, memoryview(value))
buffer.set_res(1, memoryview(gradient))
run()
gradients = gradient.reshape(points.shape, order="F").ravel().tolist()
serve(value.tolist(), gradients, run, build=building, compile=compiling)
