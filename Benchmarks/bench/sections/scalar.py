"""Value and full gradient of scalar graphs at one point, and the time to compile them."""
from .. import graphs, peers
from ..adjoint import numbers
from ..table import Line, bound, compare, duration, rounds
from statistics import median

EVERY = [("CasADi", "casadi", "casadi_peer.py"), ("C, gcc -O2", None, "c_peer.py"),
         ("PyTorch", "torch", "torch_peer.py"), ("micrograd", "micrograd", "micrograd_peer.py")]
JAX = ("JAX", "jax", "jax_peer.py")
# By peer, what is asked of the graph of 10,000 ops.
GOALS = {"CasADi": {"at_least": 6}, "C, gcc -O2": {"at_most": 1.2}}


def measure(run):
    size = 1000 if run.quick else 10_000
    lines = gradients(run, graphs.seed(), "the seed's graph", EVERY + [JAX], {})
    function = graphs.scalar(size)
    # JAX does not compile a scalar graph of 10,000 ops in any time.
    return lines + gradients(run, function, f"{function.ops:,} scalar ops", EVERY, GOALS) + compiling(run, function)


def gradients(run, function, name, wanted, goals):
    there = peers.start(function, run.seconds, *wanted)
    answer = {}

    def ours():
        answer.update(run.adjoint.bench(function, "gradient", seconds=run.seconds))
        return answer["gradient"]["run"]
    ours()
    for peer in there: peers.agree(peer.name, numbers(answer["result"]), peer.numbers)
    times = rounds(run.rounds, adjoint=ours, **{peer.name: peer.measure for peer in there})
    for peer in there: peer.end()
    if not there: return [Line(f"gradient, {name}", duration(median(times["adjoint"])))]
    return [compare(f"gradient, {name}", times, peer.name, peer.name, **goals.get(peer.name, {})) for peer in there]


def compiling(run, function):
    """From graph to gradient program, ready to run."""
    there = peers.start(function, run.seconds, EVERY[0])
    times = [run.adjoint.bench(function, "gradient", seconds=run.seconds)["gradient"]["compile"]
             for _ in range(run.rounds)]
    work = f"graph to gradient program, {function.ops:,} ops"
    lines = [bound(work, median(times) * 1e3, duration(median(times)), at_most=5, unit=" ms")]
    for peer in there:
        peer.end()
        theirs = [peer.times["compile"]] * len(times)
        lines.append(compare(work, {"adjoint": times, peer.name: theirs}, peer.name, peer.name))
    return lines
