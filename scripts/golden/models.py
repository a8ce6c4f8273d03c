"""Real models: requests in docs/examples/*.json, and what they have for an answer in Golden/models.json.

Every value is mpmath's at 60 digits: derivatives are central differences with a step so small that they are right to
40. JAX, given the models as arrays, must agree to 11 digits; it is not a source of numbers.
"""

import json
import pathlib

import jax
import jax.numpy as jnp
import mpmath as mp
import numpy as np

jax.config.update("jax_enable_x64", True)
mp.mp.dps = 60
STEP = mp.mpf(10) ** -20
ROOT = pathlib.Path(__file__).parents[2]
random = np.random.default_rng(5)
answers = []


def leaves(value):
    return [leaf for part in value for leaf in leaves(part)] if isinstance(value, (list, np.ndarray)) else [value]


def shaped(numbers, like):
    """Numbers from an iterator in nested lists as deep as others."""
    if isinstance(like, (list, np.ndarray)):
        return [shaped(numbers, part) for part in like]
    return float(next(numbers)) + 0.0


def differences(function, point):
    return [
        (function(point[:i] + [x + STEP] + point[i + 1:]) - function(point[:i] + [x - STEP] + point[i + 1:])) / (2 * STEP)
        for i, x in enumerate(point)]


def model(name, title, expression, inputs, function, arrays, wrt=None, hessian=False):
    """Adds a model: `function` takes the inputs as lists of mpmath's numbers, `arrays` as JAX's arrays."""
    wrt = wrt or list(inputs)
    endpoint = "hessian" if hessian else "gradient"
    request = {"expression": expression.strip(), "inputs": inputs, "wrt": wrt, "report": "outputs"}
    lines = ["{"] + [f"  {json.dumps(key)}: {json.dumps(part)}," for key, part in request.items()]
    lines[-1] = lines[-1][:-1]
    (ROOT / f"docs/examples/{name}.json").write_text("\n".join(lines + ["}", ""]))

    exact = {key: [mp.mpf(float(x)) for x in leaves(value)] for key, value in inputs.items()}
    start = [x for key in wrt for x in exact[key]]

    def at(point):
        numbers = iter(point)
        return function(**{key: [next(numbers) for _ in exact[key]] if key in wrt else exact[key] for key in inputs})

    answer = {"name": name, "title": title, "endpoint": endpoint, "value": float(at(start))}
    gradient = iter(differences(at, start))
    answer["gradients"] = {key: shaped(gradient, inputs[key]) for key in wrt}
    if hessian:
        # Differences of differences are right to half as many digits, which are still 20 and more.
        rows = second_differences(at, start)
        answer["hessian"] = {}
        for key in wrt:
            block = [next(rows) for _ in exact[key]]
            columns, first = {}, 0
            for other in wrt:
                count = len(exact[other])
                part = iter([[x for x in row[first:first + count]] for row in block])
                columns[other] = nested(part, inputs[key], inputs[other])
                first += count
            answer["hessian"][key] = columns
    compare(answer, arrays, inputs, wrt)
    answers.append(answer)


def nested(rows, like, other):
    if isinstance(like, (list, np.ndarray)):
        return [nested(rows, part, other) for part in like]
    return shaped(iter(next(rows)), other)


def second_differences(function, point):
    """The Hessian's rows, of which only the upper triangle is computed."""
    size, step = len(point), STEP
    value = function(point)

    def moved(i, j, left, right):
        there = list(point)
        there[i] += left * step
        there[j] += right * step
        return function(there)

    matrix = [[mp.mpf(0)] * size for _ in point]
    for i in range(size):
        for j in range(i, size):
            if i == j:
                number = (moved(i, i, 1, 0) - 2 * value + moved(i, i, -1, 0)) / step**2
            else:
                number = (moved(i, j, 1, 1) - moved(i, j, 1, -1) - moved(i, j, -1, 1) + moved(i, j, -1, -1)) / (4 * step**2)
            # What is left of 0 is below 1e-18.
            matrix[i][j] = matrix[j][i] = number if abs(number) > mp.mpf(10) ** -18 else mp.mpf(0)
    return iter(matrix)


def compare(answer, arrays, inputs, wrt):
    """Stops where JAX finds something else."""
    given = {key: jnp.asarray(value) if key == "labels" else jnp.asarray(value, dtype=float)
             for key, value in inputs.items()}

    def function(variables):
        return arrays(**{**given, **variables})

    variables = {key: given[key] for key in wrt}
    found = {"value": function(variables), "gradients": jax.grad(function)(variables)}
    if "hessian" in answer:
        found["hessian"] = jax.hessian(function)(variables)
    for key, truth in jax.tree.leaves_with_path({key: answer[key] for key in found}, is_leaf=lambda x: isinstance(x, list)):
        number = found
        for part in key:
            number = number[part.key]
        np.testing.assert_allclose(number, np.asarray(truth), rtol=1e-11, atol=1e-11 * max(1e-6, np.abs(truth).max()))


def number(values):
    return values[0]


def black_scholes(S, K, r, sigma, T):
    S, K, r, sigma, T = map(number, (S, K, r, sigma, T))
    d1 = (mp.log(S / K) + (r + sigma**2 / 2) * T) / (sigma * mp.sqrt(T))
    return S * mp.ncdf(d1) - K * mp.exp(-r * T) * mp.ncdf(d1 - sigma * mp.sqrt(T))


def black_scholes_arrays(S, K, r, sigma, T):
    d1 = (jnp.log(S / K) + (r + sigma**2 / 2) * T) / (sigma * jnp.sqrt(T))
    cdf = jax.scipy.stats.norm.cdf
    return S * cdf(d1) - K * jnp.exp(-r * T) * cdf(d1 - sigma * jnp.sqrt(T))


def affine(rows, columns, x, weights, bias):
    """x W + b for x of `rows` rows, row by row."""
    inner = len(x) // rows
    return [
        [mp.fdot(x[i * inner:(i + 1) * inner], weights[j::columns]) + bias[j] for j in range(columns)]
        for i in range(rows)]


def logistic(X, y, w, b, penalty):
    scores = affine(len(y), 1, X, w, b)
    losses = [mp.log1p(mp.exp(z)) - target * z for (z,), target in zip(scores, y)]
    return mp.fsum(losses) / len(y) + number(penalty) / 2 * mp.fdot(w, w)


def logistic_arrays(X, y, w, b, penalty):
    z = X @ w + b
    return jnp.mean(jax.nn.softplus(z) - y * z) + penalty / 2 * jnp.sum(w**2)


def network(x, labels, W1, b1, W2, b2):
    hidden = [mp.tanh(z) for row in affine(len(labels), len(b1), x, W1, b1) for z in row]
    logits = affine(len(labels), len(b2), hidden, W2, b2)
    losses = [mp.log(mp.fsum(map(mp.exp, row))) - row[int(label)] for row, label in zip(logits, labels)]
    return mp.fsum(losses) / len(labels)


def network_arrays(x, labels, W1, b1, W2, b2):
    logarithms = jax.nn.log_softmax(jnp.tanh(x @ W1 + b1) @ W2 + b2)
    return -jnp.mean(logarithms[jnp.arange(len(labels)), labels])


def rosenbrock(x):
    return mp.fsum(100 * (b - a**2) ** 2 + (1 - a) ** 2 for a, b in zip(x, x[1:]))


def rosenbrock_arrays(x):
    return jnp.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)


def lotka_volterra(alpha, beta, gamma, delta, prey, predators, h, steps=50):
    alpha, beta, gamma, delta, x, y, h = map(number, (alpha, beta, gamma, delta, prey, predators, h))

    def rate(x, y):
        return alpha * x - beta * x * y, delta * x * y - gamma * y

    for _ in range(steps):
        k1 = rate(x, y)
        k2 = rate(x + h / 2 * k1[0], y + h / 2 * k1[1])
        k3 = rate(x + h / 2 * k2[0], y + h / 2 * k2[1])
        k4 = rate(x + h * k3[0], y + h * k3[1])
        x, y = (
            place + h / 6 * (a + 2 * b + 2 * c + d) for place, a, b, c, d in zip((x, y), k1, k2, k3, k4))
    return x + y


def lotka_volterra_arrays(alpha, beta, gamma, delta, prey, predators, h):
    def rate(z):
        return jnp.array([alpha * z[0] - beta * z[0] * z[1], delta * z[0] * z[1] - gamma * z[1]])

    def step(z, _):
        k1 = rate(z)
        k2 = rate(z + h / 2 * k1)
        k3 = rate(z + h / 2 * k2)
        k4 = rate(z + h * k3)
        return z + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4), None

    return jnp.sum(jax.lax.scan(step, jnp.array([prey, predators]), None, length=50)[0])


def kepler(M, e):
    return mp.findroot(lambda E: E - number(e) * mp.sin(E) - number(M), number(M), tol=mp.mpf(10) ** -110)


def kepler_arrays(M, e):
    E = M + e * jnp.sin(M)
    for _ in range(6):
        E = E - (E - e * jnp.sin(E) - M) / (1 - e * jnp.cos(E))
    return E


def rounded(*shape, scale=1.0):
    return np.round(scale * random.standard_normal(shape), 2).tolist()


model(
    "black-scholes", "The price of a European call after Black and Scholes, and all Greeks to second order",
    """
d1 = (log(S/K) + (r + sigma^2/2)*T) / (sigma*sqrt(T))
d2 = d1 - sigma*sqrt(T)
price = S*ndtr(d1) - K*exp(-r*T)*ndtr(d2)
""",
    {"S": 100, "K": 105, "r": 0.03, "sigma": 0.2, "T": 0.75}, black_scholes, black_scholes_arrays, hessian=True)

features = rounded(100, 4)
classes = (np.array(features) @ [1, -2, 0.5, 0] + 0.3 + random.standard_normal(100) > 0).astype(int).tolist()
model(
    "logistic-regression", "The loss of a logistic regression on 100 points, its gradient and its Hessian",
    """
z = X @ w + b
loss = mean(softplus(z) - y*z) + penalty/2 * sum(w^2)
""",
    {"X": features, "y": classes, "w": [0.8, -1.5, 0.3, 0.1], "b": 0.2, "penalty": 0.01},
    logistic, logistic_arrays, wrt=["w", "b"], hessian=True)

model(
    "mlp", "The cross-entropy of a network of two layers on 20 points of 3 classes",
    """
h = tanh(x @ W1 + b1)
loss = cross_entropy(h @ W2 + b2, labels)
""",
    {"x": rounded(20, 4), "labels": random.integers(0, 3, 20).tolist(), "W1": rounded(4, 5, scale=0.5),
     "b1": rounded(5, scale=0.1), "W2": rounded(5, 3, scale=0.5), "b2": rounded(3, scale=0.1)},
    network, network_arrays, wrt=["W1", "b1", "W2", "b2"])

model(
    "rosenbrock", "Rosenbrock's function of 100 variables, with its Hessian",
    "f = sum(100*(x[1:] - x[:-1]^2)^2 + (1 - x[:-1])^2)",
    {"x": rounded(100)}, rosenbrock, rosenbrock_arrays, hessian=True)

steps = "\n".join(f"z{i + 1} = step(z{i})" for i in range(50))
model(
    "lotka-volterra", "Fifty steps of Runge and Kutta through the equations of Lotka and Volterra",
    f"""
rate(z) = [alpha*z[0] - beta*z[0]*z[1], delta*z[0]*z[1] - gamma*z[1]]
end(z, k1, k2, k3, k4) = z + h/6*(k1 + 2*k2 + 2*k3 + k4)
third(z, k1, k2, k3) = end(z, k1, k2, k3, rate(z + h*k3))
second(z, k1, k2) = third(z, k1, k2, rate(z + h/2*k2))
first(z, k1) = second(z, k1, rate(z + h/2*k1))
step(z) = first(z, rate(z))
z0 = [prey, predators]
{steps}
animals = sum(z50)
""",
    {"alpha": 1.1, "beta": 0.4, "gamma": 0.4, "delta": 0.1, "prey": 10, "predators": 5, "h": 0.1},
    lotka_volterra, lotka_volterra_arrays, wrt=["alpha", "beta", "gamma", "delta", "prey", "predators"])

model(
    "kepler", "Kepler's equation M = E - e sin(E), solved for E by six steps of Newton",
    """
newton(E) = E - (E - e*sin(E) - M) / (1 - e*cos(E))
E0 = M + e*sin(M)
E1 = newton(E0)
E2 = newton(E1)
E3 = newton(E2)
E4 = newton(E3)
E5 = newton(E4)
E6 = newton(E5)
""",
    {"M": 0.8, "e": 0.6}, kepler, kepler_arrays, hessian=True)

text = "[\n" + ",\n".join(json.dumps(answer) for answer in answers) + "\n]\n"
(ROOT / "Tests/AutodiffTests/Golden/models.json").write_text(text)
