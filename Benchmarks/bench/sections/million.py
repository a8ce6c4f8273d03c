"""A scalar graph of a million ops: gradient, time to compile, and whether that grows in proportion."""
from .. import graphs, peers
from ..adjoint import numbers
from ..table import Line, bound, compare, duration, rounds
from statistics import median

CASADI = ("CasADi", "casadi", "casadi_peer.py")


def measure(run):
    function = graphs.scalar(20_000 if run.quick else 1_000_000, inputs=1000)
    there = peers.start(function, run.seconds, CASADI)
    reports = []

    def ours():
        reports.append(run.adjoint.bench(function, "gradient", seconds=run.seconds))
        return reports[-1]["gradient"]["run"]
    ours()
    for peer in there: peers.agree(peer.name, numbers(reports[0]["result"]), peer.numbers)
    times = rounds(min(run.rounds, 3), adjoint=ours, **{peer.name: peer.measure for peer in there})
    compiling = [report["gradient"]["compile"] for report in reports]
    work = f"{function.ops:,} scalar ops"
    lines = []
    for peer in there:
        lines.append(compare(f"gradient, {work}", times, peer.name, peer.name, at_least=2))
    lines.append(bound(
        f"graph to gradient program, {work}", median(compiling), duration(median(compiling)), at_most=0.6, unit=" s"))
    for peer in there:
        lines.append(Line(
            f"graph to gradient program, {work}", duration(median(compiling)),
            f"{peer.name} {duration(peer.times['compile'])}", peer.times["compile"] / median(compiling)))
        peer.end()
    return lines
