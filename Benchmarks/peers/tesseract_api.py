"""The seed's function, served by the reference runtime of Tesseract."""
import math
from pydantic import BaseModel
from tesseract_core.runtime import Differentiable, Float64, ShapeDType


class InputSchema(BaseModel):
    a: Differentiable[Float64]
    b: Differentiable[Float64]
    c: Differentiable[Float64]
    f: Differentiable[Float64]


class OutputSchema(BaseModel):
    o: Differentiable[Float64]


def apply(inputs: InputSchema) -> OutputSchema:
    return OutputSchema(o=math.tanh((inputs.a * inputs.b + inputs.c) * inputs.f))


def vector_jacobian_product(inputs: InputSchema, vjp_inputs: set[str], vjp_outputs: set[str], cotangent_vector):
    a, b, c, f = (float(x) for x in (inputs.a, inputs.b, inputs.c, inputs.f))
    slope = 1 - math.tanh((a * b + c) * f) ** 2
    gradient = {"a": b * f * slope, "b": a * f * slope, "c": f * slope, "f": (a * b + c) * slope}
    return {name: gradient[name] * cotangent_vector["o"] for name in vjp_inputs}


def abstract_eval(abstract_inputs):
    return {"o": ShapeDType(shape=(), dtype="float64")}
