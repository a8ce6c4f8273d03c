"""Value and gradient at many points, each in a time per op and point."""
from .. import graphs, peers
from ..adjoint import numbers
from ..table import bound, compare, rounds
from statistics import median

CASADI, TORCH = ("CasADi map", "casadi", "casadi_peer.py"), ("PyTorch", "torch", "torch_peer.py")
JAX = ("JAX vmap", "jax", "jax_peer.py")


def measure(run):
    points = 64 if run.quick else 1024
    large = graphs.batch(1000 if run.quick else 10_000, points)
    small = graphs.batch(50 if run.quick else 1000, points)
    # JAX compiles no larger one in any time.
    return at_points(run, large, points, [CASADI, TORCH], is_goal=True) + at_points(run, small, points, [JAX])


def at_points(run, function, points, wanted, is_goal=False):
    there = peers.start(function, run.seconds, *wanted)
    per = function.ops * points

    def ours(threads=1):
        report = run.adjoint.bench(function, "batch", seconds=run.seconds, threads=threads)
        return report["batch"]["seconds"] / per
    check(run, function, there, points)
    measures = {"adjoint": ours} | {peer.name: lambda peer=peer: peer.measure() / per for peer in there}
    if is_goal and run.adjoint.has_threads: measures["two threads"] = lambda: ours(2)
    times = rounds(run.rounds, **measures)
    for peer in there: peer.end()
    work = f"gradient at {points:,} points, {function.ops:,} scalar ops, per op and point"
    show = lambda seconds: f"{seconds * 1e9:.3g} ns"
    lines = []
    if is_goal:
        time = median(times["adjoint"])
        lines.append(bound(work, time * 1e9, show(time), at_most=0.9, unit=" ns"))
    lines += [compare(work, times, peer.name, peer.name, unit=show) for peer in there]
    if "two threads" in measures:
        swapped = {"adjoint": times["two threads"], "one": times["adjoint"]}
        lines.append(compare(f"{work}, two threads", swapped, "one", "one thread", at_least=1.8, unit=show))
    return lines


def check(run, function, there, points):
    """The first point: its value and gradient in ours, and in those that the peers have of all."""
    report = run.adjoint.bench(function, "gradient", seconds=0)
    ours = numbers(report["result"])
    for peer in there:
        values, gradients = peer.numbers
        peers.agree(peer.name, ours, (values[:1], gradients[::points]))
