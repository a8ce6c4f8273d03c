"""The lines that come out, and the table that they make."""
import dataclasses, statistics


@dataclasses.dataclass
class Line:
    """One comparison: Adjoint's speed as a multiple of the peer's, or its time where the goal is one of time."""
    work: str
    ours: str
    peer: str = ""
    ratio: float | None = None
    of: str = "speed"
    goal: str = ""
    met: bool | None = None

    @property
    def cells(self):
        verdict = {None: "", True: "met", False: "**not met**"}[self.met]
        ratio = "" if self.ratio is None else f"{multiple(self.ratio)} × its {self.of}"
        return [self.work, self.ours, self.peer, ratio, self.goal, verdict]


HEADER = ["work", "Adjoint", "peer", "ratio", "goal", ""]


def markdown(lines):
    rows = [HEADER, ["---"] * len(HEADER), *[line.cells for line in lines]]
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)


def rounds(count, **measures):
    """The times of each measure in each of several rounds, in which they take turns."""
    times = {name: [] for name in measures}
    for _ in range(count):
        for name, measure in measures.items(): times[name].append(measure())
    return times


def compare(work, times, name, peer, at_least=None, at_most=None, unit=None):
    """A line of Adjoint beside a peer, by the median of the ratios of each round."""
    ours, theirs = times["adjoint"], times[name]
    if at_most is not None:
        ratio = statistics.median(a / b for a, b in zip(ours, theirs))
        goal, met = f"at most {at_most} × its time", ratio <= at_most
    else:
        ratio = statistics.median(b / a for a, b in zip(ours, theirs))
        goal = f"at least {at_least} × its speed" if at_least else ""
        met = ratio >= at_least if at_least else None
    show = unit or duration
    text = f"{peer} {show(statistics.median(theirs))}"
    return Line(work, show(statistics.median(ours)), text, ratio, "time" if at_most else "speed", goal, met)


def bound(work, number, text, at_most=None, at_least=None, unit=""):
    """A line of Adjoint by itself, held to a bound."""
    if at_most is not None: return Line(work, text, goal=f"at most {at_most}{unit}", met=number <= at_most)
    return Line(work, text, goal=f"at least {at_least}{unit}", met=number >= at_least)


def multiple(ratio):
    return f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.3g}"


def duration(seconds):
    for limit, scale, unit in [(1e-6, 1e9, "ns"), (1e-3, 1e6, "µs"), (1, 1e3, "ms")]:
        if seconds < limit: return f"{seconds * scale:.3g} {unit}"
    return f"{seconds:.3g} s"
