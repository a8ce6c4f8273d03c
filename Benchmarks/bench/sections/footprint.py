"""Memory while a gradient is evaluated, and the time and memory that a server takes to start."""
import os, subprocess, time
from .. import adjoint, graphs
from ..table import bound, duration
from statistics import median


def measure(run):
    function = graphs.scalar(1000 if run.quick else 10_000)
    size = run.adjoint.bench(function, "gradient", seconds=0)["gradient"]
    lines = [bound(
        f"memory per node while evaluating a gradient, {function.ops:,} scalar ops", size["bytesPerNode"],
        f"{size['bytesPerNode']:.0f} bytes", at_most=64, unit=" bytes")]
    counted = run.adjoint.bench(function, "gradient", seconds=0, environment=counting())["gradient"]["allocations"]
    lines.append(bound(
        "allocations in a run of a gradient program", counted, str(counted), at_most=1, unit=", of what it gives"))
    times, sizes = zip(*[start(run) for _ in range(run.rounds)])
    return lines + [
        bound("from start to the first gradient answered", median(times) * 1e3, duration(median(times)),
              at_most=100, unit=" ms"),
        bound("resident memory of an idle server", median(sizes), f"{median(sizes):.1f} MB", at_most=20, unit=" MB")]


def counting():
    """An environment in which allocations are counted."""
    library = graphs.BUILD / "allocations.so"
    source = graphs.BUILD.parent / "native" / "allocations.c"
    subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", library, source], check=True)
    return os.environ | {"LD_PRELOAD": str(library)}


def start(run):
    """Seconds until a server that is started has answered, and megabytes that it has resident a moment later."""
    begin = time.perf_counter()
    with run.adjoint.serve("--log-level", "error") as (process, port):
        adjoint.ask(port, "POST", "/v1/gradient", '{"expression": "y = x^2", "inputs": {"x": 3}}')
        seconds = time.perf_counter() - begin
        time.sleep(0.5)
        with open(f"/proc/{process.pid}/status") as file:
            resident = next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
    return seconds, resident * 1024 / 1e6
