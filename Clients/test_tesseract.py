"""The Tesseract SDK and tesseract-jax against the server at ADJOINT_URL."""

import math
import os

os.environ.setdefault("JAX_PLATFORMS", "cpu")

import jax
import jax.numpy as jnp
import numpy as np
import requests
from pydantic import ValidationError
from tesseract_core import Tesseract
from tesseract_jax import apply_tesseract

jax.config.update("jax_enable_x64", True)

URL = os.environ["ADJOINT_URL"].rstrip("/") + "/tesseract"
NEURON = {"a": 2.0, "b": -3.0, "c": 10.0, "f": 0.5}
POINT = np.array([1.5, 2.0, 0.5])
JSON = {"Content-Type": "application/json"}


def neuron(p):
    return jnp.tanh((p["a"] * p["b"] + p["c"]) * p["f"])


def rosenbrock(x):
    return jnp.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)


def tesseract(name):
    return Tesseract.from_url(f"{URL}/{name}")


def close(found, wanted, tolerance=1e-12):
    """Compares arrays, or dictionaries of them, shapes included."""
    if isinstance(wanted, dict):
        assert set(found) == set(wanted), (set(found), set(wanted))
        for key in wanted:
            close(found[key], wanted[key], tolerance)
        return
    assert np.shape(found) == np.shape(wanted), (np.shape(found), np.shape(wanted))
    np.testing.assert_allclose(found, wanted, rtol=tolerance, atol=tolerance)


def refusal(call):
    """The one error of the ValidationError that a call raises."""
    try:
        call()
    except ValidationError as error:
        (detail,) = error.errors()
        return detail
    raise AssertionError("nothing was refused")


def test_discovery():
    t = tesseract("seed")
    assert t.health() == {"status": "ok"}
    assert set(t.available_endpoints) == {
        "health", "apply", "jacobian", "jacobian_vector_product", "vector_jacobian_product", "abstract_eval",
    }
    capabilities = t.server_capabilities
    assert capabilities.output_formats == ("json", "json+base64")
    assert capabilities.compressions == ("none",)
    arrays = t.openapi_schema["components"]["schemas"]["ApplyInputSchema"]["differentiable_arrays"]
    assert arrays == {k: {"shape": [], "dtype": "float64"} for k in NEURON}


def test_values_and_derivatives():
    t = tesseract("seed")
    gradient = jax.grad(neuron)(NEURON)
    for inputs in (NEURON, {k: np.float64(v) for k, v in NEURON.items()}, {k: np.float32(v) for k, v in NEURON.items()}):
        close(t.apply(inputs), {"o": neuron(NEURON)})
        close(t.jacobian(inputs, ["a", "f"], ["o"]), {"o": {k: gradient[k] for k in ("a", "f")}})
        close(t.vector_jacobian_product(inputs, ["b", "c"], ["o"], {"o": 3.0}), {k: 3 * gradient[k] for k in ("b", "c")})
        tangent = {"a": 1.0, "b": 0.5}
        close(t.jacobian_vector_product(inputs, ["a", "b"], ["o"], tangent), {"o": gradient["a"] + 0.5 * gradient["b"]})
    assert t.apply(NEURON)["o"].dtype == np.float64


def test_arrays():
    t = tesseract("rosenbrock")
    close(t.apply({"x": POINT}), {"y": rosenbrock(POINT)})
    close(t.apply({"x": POINT.tolist()}), {"y": rosenbrock(POINT)})
    close(t.apply({"x": np.array([1.5])}), {"y": rosenbrock(np.full(3, 1.5))})
    close(t.apply({"x": np.array([2, 1, 0], np.int32)}), {"y": rosenbrock(np.array([2.0, 1, 0]))})
    close(t.jacobian({"x": POINT}, ["x"], ["y"]), {"y": {"x": jax.grad(rosenbrock)(POINT)}})
    assert t.abstract_eval({"x": {"shape": [3], "dtype": "float32"}}) == {"y": {"shape": [], "dtype": "float64"}}


def test_encodings():
    for name, inputs in (("seed", NEURON), ("rosenbrock/gradient", {"x": POINT})):
        plain = tesseract(name)
        packed = plain.with_encoding(output_format="json+base64")
        for key, value in plain.apply(inputs).items():
            assert np.array_equal(packed.apply(inputs)[key], value)


def test_not_finite():
    t = tesseract("forward")
    packed = t.with_encoding(output_format="json+base64")
    for value in (math.inf, -math.inf, math.nan):
        assert np.array_equal(packed.apply({"x": np.float64(value)})["y"], value, equal_nan=True)
        # JSON has null for all three, which the client reads as NaN.
        assert math.isnan(t.apply({"x": np.float64(value)})["y"])
    # The client writes null, too.
    assert math.isnan(packed.apply({"x": math.nan})["y"])


def test_refusals():
    t = tesseract("seed")
    extra = refusal(lambda: t.apply({**NEURON, "g": 1.0}))
    assert extra["type"] == "extra_forbidden" and extra["loc"] == ("body", "inputs", "g")
    missing = refusal(lambda: t.apply({"a": 1.0, "b": 1.0, "c": 1.0}))
    assert missing["type"] == "missing" and missing["loc"] == ("body", "inputs", "f")
    shape = refusal(lambda: t.apply({**NEURON, "a": np.zeros(2)}))
    assert shape["loc"] == ("body", "inputs", "a") and "[2]" in shape["msg"]
    assert refusal(lambda: t.apply({**NEURON, "a": "two"}))["loc"] == ("body", "inputs", "a")
    unknown = refusal(lambda: t.jacobian(NEURON, ["a", "g"], ["o"]))
    assert unknown["type"] == "literal_error" and unknown["loc"] == ("body", "jac_inputs", 1)
    assert refusal(lambda: t.jacobian(NEURON, [], ["o"]))["loc"] == ("body", "jac_inputs")
    keys = refusal(lambda: t.jacobian_vector_product(NEURON, ["a"], ["o"], {"b": 1.0}))
    assert keys["loc"] == ("body", "tangent_vector") and "jvp_inputs" in keys["msg"]
    try:
        tesseract("no-such-graph").apply(NEURON)
    except RuntimeError as error:
        assert "404" in str(error) and "no-such-graph" in str(error)
    else:
        raise AssertionError("a graph that is not there was found")


def test_what_no_client_sends():
    def post(path, data, **headers):
        return requests.post(f"{URL}/{path}", data=data, headers={**JSON, **headers})

    broken = post("seed/apply", "{bad")
    assert broken.status_code == 422 and broken.json()["detail"][0]["type"] == "json_invalid"
    other = post("seed/apply", '{"inputs": {}}', Accept="text/html")
    assert other.status_code == 406 and other.json()["detail"]["available_formats"] == ["json", "json+base64"]
    assert requests.get(f"{URL}/seed/apply").status_code == 405
    holes = '{"inputs": {"x": {"shape": [3], "dtype": "float64", "data": {"buffer": [1, 2, null], "encoding": "json"}}}}'
    assert post("rosenbrock/apply", holes).json()["y"]["data"]["buffer"] is None


def test_jax_first_derivatives():
    t = tesseract("rosenbrock")

    def f(x):
        return apply_tesseract(t, {"x": x})["y"]

    x, v = jnp.array(POINT), jnp.array([1.0, -2.0, 0.5])
    close(f(x), rosenbrock(x))
    close(jax.grad(f)(x), jax.grad(rosenbrock)(x))
    close(jax.jit(jax.value_and_grad(f))(x)[1], jax.grad(rosenbrock)(x))
    close(jax.jvp(f, (x,), (v,))[1], jax.jvp(rosenbrock, (x,), (v,))[1])
    close(jax.jacfwd(f)(x), jax.grad(rosenbrock)(x))
    many = jnp.stack([x, 2 * x, -x])
    close(jax.vmap(lambda x: apply_tesseract(t, {"x": x}, vmap_method="sequential")["y"])(many), jax.vmap(rosenbrock)(many))


def test_jax_of_several_inputs():
    t = tesseract("seed")
    p = {k: jnp.array(v) for k, v in NEURON.items()}
    found = jax.grad(lambda p: apply_tesseract(t, p)["o"] ** 2)(p)
    close(found, jax.grad(lambda p: neuron(p) ** 2)(p))


def test_jax_second_derivatives():
    g = tesseract("rosenbrock/gradient")

    def gradient(x):
        return apply_tesseract(g, {"x": x})["x"]

    x, v = jnp.array(POINT), jnp.array([1.0, -2.0, 0.5])
    hessian = jax.hessian(rosenbrock)(x)
    close(gradient(x), jax.grad(rosenbrock)(x))
    close(jax.jacobian(gradient)(x), hessian)
    close(jax.jacfwd(gradient)(x), hessian)
    close(jax.jvp(gradient, (x,), (v,))[1], hessian @ v)
    close(jax.vjp(gradient, x)[1](v)[0], hessian @ v)


def test_jax_hessian_of_one_function():
    """With its gradient for a rule, the function itself can be differentiated twice."""
    t, g = tesseract("seed"), tesseract("seed/gradient")

    @jax.custom_jvp
    def f(p):
        return apply_tesseract(t, p)["o"]

    @f.defjvp
    def _(points, tangents):
        (p,), (v,) = points, tangents
        gradient = apply_tesseract(g, p, vmap_method="sequential")
        return f(p), sum(jnp.sum(gradient[k] * v[k]) for k in p)

    p = {k: jnp.array(v) for k, v in NEURON.items()}
    close(jax.grad(f)(p), jax.grad(neuron)(p))
    close(jax.hessian(f)(p), jax.hessian(neuron)(p))


if __name__ == "__main__":
    for name, test in list(globals().items()):
        if name.startswith("test_"):
            test()
            print(name)
