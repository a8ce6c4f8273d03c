"""The peers, each a process of its own, which is asked for a time in each round."""
import importlib, importlib.util, json, math, pathlib, shutil, subprocess, sys
from . import graphs

PEERS = pathlib.Path(__file__).parent.parent / "peers"
# The largest difference between two gradients, as a share of the largest number in them.
TOLERANCE = 1e-10


def is_installed(module):
    return importlib.util.find_spec(module) is not None


class Peer:
    """A program of `peers`, which has read and compiled a function."""

    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(
            list(map(str, command)), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        answer = json.loads(self.line())
        self.numbers = answer["value"], answer["gradients"]
        self.times = answer["times"]

    def line(self):
        line = self.process.stdout.readline()
        if not line: raise RuntimeError(f"{self.name} ended with {self.process.wait()}")
        return line

    def measure(self):
        """Seconds for one value and gradient."""
        print(file=self.process.stdin, flush=True)
        return float(self.line())

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def start(function, seconds, *wanted):
    """The peers among those wanted that are there, as name, module and script; says which are not."""
    peers = []
    for name, module, script in wanted:
        if module and not is_installed(module):
            print(f"  {name} is not installed, and left out", flush=True)
            continue
        try:
            peers.append(Peer(name, [sys.executable, PEERS / script, function.path, seconds]))
        except RuntimeError as error:
            print(f"  {error}, and is left out", flush=True)
    return peers


def foundation(name, *arguments):
    """Foundation's JSON, compiled; nothing where there is no Swift."""
    if not shutil.which("swiftc"):
        print(f"  Swift is not installed, and {name} left out", flush=True)
        return None
    source, program = PEERS / "foundation_json.swift", graphs.BUILD / "foundation-json"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(["swiftc", "-O", "-o", program, source], check=True)
    return Peer(name, [program, *arguments])


def agree(name, ours, theirs):
    """Stops everything where values or gradients differ."""
    for mine, other in zip(ours, theirs, strict=True):
        largest = max(map(abs, other), default=0)
        worst = max((abs(a - b) for a, b in zip(mine, other, strict=True)), default=0)
        if not (math.isfinite(largest) and worst <= TOLERANCE * max(largest, 1e-300)):
            raise SystemExit(f"Adjoint and {name} differ by {worst:g} where the largest number is {largest:g}.")


def functions(table):
    """The functions of Python that are there, of a table from name to module and expression."""
    found = {}
    for name, (module, expression) in table.items():
        if is_installed(module):
            found[name] = eval(expression, {module: importlib.import_module(module)})
        else:
            print(f"  {name} is not installed, and left out", flush=True)
    return found


def time(work, seconds):
    """The seconds that work in this process takes, as `peers.common` measures it."""
    sys.path.insert(0, str(PEERS))
    try: return importlib.import_module("common").median(work, seconds)
    finally: sys.path.pop(0)
