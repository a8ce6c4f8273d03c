"""UM-Bridge 1.0, asked by its own Python client, and by requests as other clients write them."""

import concurrent.futures
import json
import os
import unittest

import numpy as np
import requests
import umbridge

URL = os.environ["ADJOINT_URL"].rstrip("/")
SPLIT = {"split": True}
# Model, config, point: one vector, many vectors, an array, a vector without the input that the config binds.
MODELS = [
    ("forward", {}, [[0.75]]),
    ("posterior", {}, [[0.5, -0.25]]),
    ("rosenbrock", {}, [[1.5, 2.0, 0.5]]),
    ("seed", {}, [[2.0, -3.0, 10.0, 0.5]]),
    ("seed", SPLIT, [[2.0], [-3.0], [10.0], [0.5]]),
    ("seed", {"f": 0.5}, [[2.0, -3.0, 10.0]]),
]
SEED = {"name": "seed", "input": [[2.0, -3.0, 10.0, 0.5]], "config": {}}
GRADIENT = {**SEED, "outWrt": 0, "inWrt": 0, "sens": [1.0]}


def post(path, body=None, text=None, **options):
    """Posts without a Content-Type, as the R client does."""
    return requests.post(URL + path, data=json.dumps(body) if text is None else text, timeout=30, **options)


def strict(text):
    """Reads JSON that has no NaN and no Infinity."""
    return json.loads(text, parse_constant=lambda word: (_ for _ in ()).throw(ValueError(word)))


def seed(x):
    """The value, gradient and Hessian of tanh((a*b + c)*f)."""
    a, b, c, f = x
    e = a * b + c
    y = np.tanh(e * f)
    slope = 1 - y * y
    d = np.array([b * f, a * f, f, e])
    dd = np.array([[0, f, 0, b], [f, 0, 0, a], [0, 0, 0, 1], [b, a, 1, 0.0]])
    return y, slope * d, slope * dd - 2 * y * slope * np.outer(d, d)


class Numbers(unittest.TestCase):
    """What the client computes with."""

    def test_of_the_seed(self):
        model = umbridge.HTTPModel(URL, "seed")
        x = SEED["input"]
        value, gradient, hessian = seed(x[0])
        np.testing.assert_allclose(model(x), [[value]], rtol=1e-14)
        np.testing.assert_allclose(model.gradient(0, 0, x, [2.0]), 2 * gradient, rtol=1e-13)
        vec = [1.0, -0.5, 0.25, 2.0]
        np.testing.assert_allclose(model.apply_jacobian(0, 0, x, vec), [gradient @ vec], rtol=1e-13)
        np.testing.assert_allclose(model.apply_hessian(0, 0, 0, x, [2.0], vec), 2 * hessian @ vec, rtol=1e-13)

    def test_of_the_seed_split(self):
        model = umbridge.HTTPModel(URL, "seed")
        x = [[number] for number in SEED["input"][0]]
        _, gradient, hessian = seed(SEED["input"][0])
        for i in range(4):
            np.testing.assert_allclose(model.gradient(0, i, x, [1.0], SPLIT), [gradient[i]], rtol=1e-13)
            for j in range(4):
                got = model.apply_hessian(0, i, j, x, [1.0], [3.0], SPLIT)
                np.testing.assert_allclose(got, [3 * hessian[i, j]], rtol=1e-13, atol=1e-16)

    def test_against_differences(self):
        generator = np.random.default_rng(1)
        for name, config, x in MODELS:
            model = umbridge.HTTPModel(URL, name)
            sizes = model.get_input_sizes(config)
            lengths = model.get_output_sizes(config)
            self.assertEqual([len(vector) for vector in x], sizes)
            for o, length in enumerate(lengths):
                sens = generator.standard_normal(length).tolist()
                for i, size in enumerate(sizes):
                    with self.subTest(model=name, config=config, output=o, input=i):
                        vec = generator.standard_normal(size)

                        def moved(step, i=i, vec=vec):
                            return [(np.array(p) + step * vec * (k == i)).tolist() for k, p in enumerate(x)]

                        h = 1e-6
                        values = [np.array(model(moved(s), config)[o]) for s in (h, -h)]
                        tangent = model.apply_jacobian(o, i, x, vec.tolist(), config)
                        gradient = model.gradient(o, i, x, sens, config)
                        self.assertEqual((len(tangent), len(gradient)), (length, size))
                        np.testing.assert_allclose(tangent, (values[0] - values[1]) / (2 * h), rtol=1e-6, atol=1e-7)
                        np.testing.assert_allclose(np.dot(sens, tangent), np.dot(gradient, vec), rtol=1e-12)
                        for k in range(len(sizes)):
                            product = model.apply_hessian(o, k, i, x, sens, vec.tolist(), config)
                            ends = [np.array(model.gradient(o, k, moved(s), sens, config)) for s in (h, -h)]
                            self.assertEqual(len(product), sizes[k])
                            np.testing.assert_allclose(product, (ends[0] - ends[1]) / (2 * h), rtol=1e-6, atol=1e-6)

    def test_of_many_at_once(self):
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(lambda _: post("/Evaluate", SEED).json(), range(200)))
        self.assertEqual(answers, [answers[0]] * 200)


class Discovery(unittest.TestCase):
    """What there is."""

    def test_models(self):
        names = umbridge.supported_models(URL)
        self.assertEqual(names[:4], ["forward", "posterior", "rosenbrock", "seed"])
        info = strict(requests.get(URL + "/Info", timeout=30).text)
        self.assertEqual(set(info), {"protocolVersion", "models"})
        self.assertIn(type(info["protocolVersion"]), (int, float))
        self.assertEqual(info["protocolVersion"], 1.0)

    def test_support(self):
        for name in umbridge.supported_models(URL):
            model = umbridge.HTTPModel(URL, name)
            self.assertTrue(model.supports_evaluate() and model.supports_gradient())
            self.assertTrue(model.supports_apply_jacobian() and model.supports_apply_hessian())

    def test_sizes(self):
        model = umbridge.HTTPModel(URL, "seed")
        self.assertEqual(model.get_input_sizes(), [4])
        self.assertEqual(model.get_input_sizes(SPLIT), [1, 1, 1, 1])
        self.assertEqual(model.get_input_sizes({"f": 1, "a": 2}), [2])
        self.assertEqual(model.get_output_sizes(), [1])
        self.assertEqual(strict(post("/InputSizes", {"name": "seed"}).text), {"inputSizes": [4]})

    def test_no_shared_memory(self):
        # What tells older clients to use HTTP.
        for path in ["/TestShMem", "/EvaluateShMem", "/evaluate", "/Evaluate/"]:
            self.assertEqual(post(path, {}).status_code, 404, path)

    def test_root(self):
        self.assertLess(requests.head(URL, timeout=30).status_code, 500)


class Leniency(unittest.TestCase):
    """What clients send although the protocol does not say so."""

    def test_forms(self):
        value = post("/Gradient", GRADIENT).json()
        self.assertEqual(set(value), {"output"})
        same = [
            {**GRADIENT, "config": None},
            {key: GRADIENT[key] for key in GRADIENT if key != "config"},
            {key: GRADIENT[key] for key in sorted(GRADIENT)},
            {**GRADIENT, "outWrt": None, "inWrt": None},
            {key: GRADIENT[key] for key in GRADIENT if key not in ("outWrt", "inWrt")},
            {**GRADIENT, "outWrt": 0.0, "sens": 1},
            {**GRADIENT, "tid": 7, "vec": "ignored"},
            {**GRADIENT, "input": [[2, -3, 10, 0.5]], "sens": [1]},
        ]
        for body in same:
            self.assertEqual(post("/Gradient", body).json(), value, body)
        self.assertEqual(post("/Gradient", text=json.dumps(GRADIENT, indent=4)).json(), value)
        self.assertEqual(post("/Gradient", GRADIENT, headers={"Content-Type": "text/plain"}).json(), value)
        self.assertEqual(post("/Gradient", GRADIENT, headers={"Connection": "close"}).json(), value)

    def test_not_finite(self):
        answer = post("/Evaluate", {"name": "forward", "input": [[1e308]]})
        self.assertEqual((answer.status_code, strict(answer.text)), (200, {"output": [[None]]}))


class Mistakes(unittest.TestCase):
    """How they are answered: always with an error that a client can print."""

    def check(self, path, body, kind="InvalidInput", text=None):
        answer = post(path, body, text=text)
        error = strict(answer.text)
        with self.subTest(path=path, body=body or text):
            self.assertEqual(answer.status_code, 400)
            self.assertEqual(set(error), {"error"})
            self.assertEqual(set(error["error"]), {"type", "message"})
            self.assertEqual(error["error"]["type"], kind)

    def test_name_first(self):
        for path in ["ModelInfo", "InputSizes", "OutputSizes", "Evaluate", "Gradient", "ApplyJacobian", "ApplyHessian"]:
            self.check("/" + path, {"name": "wrong_model_name"}, "ModelNotFound")
            self.check("/" + path, {"input": 3, "config": 4, "name": "wrong_model_name"}, "ModelNotFound")
            self.check("/" + path, {})
            self.check("/" + path, None, text="{bad")
            self.check("/" + path, None, text="[]")

    def test_point(self):
        for point in [None, [], [[1]], [[1, 2, 3, 4], [5]], [[1, 2, 3, 4, 5]], [["x", 1, 2, 3]], [[[1, 2, 3, 4]]], 3]:
            self.check("/Evaluate", {**SEED, "input": point})
        self.check("/Evaluate", {"name": "seed"})

    def test_config(self):
        for config in [3, "split", [1], {"g": 2.0}, {"split": "yes"}, {"split": 1}, {"f": [1, 2]}]:
            self.check("/InputSizes", {"name": "seed", "config": config})
            self.check("/Evaluate", {**SEED, "config": config})

    def test_positions(self):
        for field in ["outWrt", "inWrt"]:
            for position in [1, -1, 0.5, "0", [0]]:
                self.check("/Gradient", {**GRADIENT, field: position})
        split = {"name": "seed", "config": SPLIT, "input": [[2], [-3], [10], [0.5]], "sens": [1]}
        self.check("/Gradient", {**split, "outWrt": 0, "inWrt": None})

    def test_weights_and_directions(self):
        for sens in [None, [], [1, 2], "1", [[1]], [None]]:
            self.check("/Gradient", {**GRADIENT, "sens": sens})
        for vec in [None, 1, [1, 2, 3], [1, 2, 3, 4, 5]]:
            self.check("/ApplyJacobian", {**GRADIENT, "vec": vec})
            self.check("/ApplyHessian", {**GRADIENT, "inWrt1": 0, "inWrt2": 0, "vec": vec})

    def test_through_the_client(self):
        with self.assertRaisesRegex(Exception, "length 4"):
            umbridge.HTTPModel(URL, "seed")([[1.0, 2.0]])


if __name__ == "__main__":
    unittest.main()
