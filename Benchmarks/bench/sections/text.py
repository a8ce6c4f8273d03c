"""JSON: a graph document read, and many numbers written, beside what reads and writes no more than JSON.

Unchecked: no peer looks up the ids, the ops and the shapes.
"""
import json
from .. import graphs, peers
from ..table import Line, bound, rounds
from statistics import median

# What reads JSON in Python, by module.
READERS = {"Python json": ("json", "json.loads"), "orjson": ("orjson", "orjson.loads"),
           "simdjson": ("simdjson", "simdjson.Parser().parse")}
WRITERS = {"Python json": ("json", "json.dumps"), "orjson": ("orjson", "orjson.dumps")}


def measure(run):
    return reading(run) + writing(run)


def reading(run):
    # Some 1 MB of it.
    function = graphs.scalar(2000 if run.quick else 18_000)
    body = function.path.read_bytes()
    seconds = lambda: run.adjoint.bench(function, "reading", seconds=run.seconds)["reading"]
    ours = lambda: function.bytes / (lambda r: r["decode"] + r["graph"])(seconds()) / 1e6
    there = peers.functions(READERS)
    measures = {name: lambda read=read: function.bytes / peers.time(lambda: read(body), run.seconds) / 1e6
                for name, read in there.items()}
    measures |= foundation(function.bytes, "JSONDecoder", "decode", function.path, run.seconds)
    work = f"a graph document of {function.bytes / 1e6:.2g} MB to a graph, checked"
    return lines(work, "unchecked", rounds(run.rounds, adjoint=ours, **measures), at_least=300)


def writing(run):
    count = 1000 if run.quick else 100_000
    function = graphs.Function("numbers", {
        "expression": "y = sum(sin(x))", "inputs": {"x": [0.1 + index / count for index in range(count)]}})
    result = {}

    def ours():
        report = run.adjoint.bench(function, "writing", seconds=run.seconds)
        result.update(report["result"])
        return report["writing"]["bytes"] / report["writing"]["seconds"] / 1e6
    ours()
    numbers = result["gradients"]["x"]
    size = len(json.dumps(numbers, separators=(",", ":")))
    there = peers.functions(WRITERS)
    measures = {name: lambda write=write: size / peers.time(lambda: write(numbers), run.seconds) / 1e6
                for name, write in there.items()}
    file = graphs.BUILD / "numbers-only.json"
    file.write_text(json.dumps(numbers))
    measures |= foundation(size, "JSONEncoder", "encode", file, run.seconds)
    return lines(f"{count:,} numbers to text", "", rounds(run.rounds, adjoint=ours, **measures), at_least=200)


def foundation(size, name, *arguments):
    """Foundation's JSON as a measure of MB/s, where it is there."""
    peer = peers.foundation(name, *arguments)
    return {name: lambda: size / peer.measure() / 1e6} if peer else {}


def lines(work, note, rates, at_least):
    ours = median(rates["adjoint"])
    found = [bound(work, ours, f"{ours:,.0f} MB/s", at_least=at_least, unit=" MB/s")]
    for name, values in rates.items():
        if name == "adjoint": continue
        text = f"{name} {median(values):,.0f} MB/s" + (f" ({note})" if note else "")
        ratio = median(a / b for a, b in zip(rates["adjoint"], values))
        found.append(Line(work, f"{ours:,.0f} MB/s", text, ratio))
    return found
