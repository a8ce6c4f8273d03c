"""The seed's gradient over HTTP, in requests per CPU-second of the server, beside a bare echo of the same sizes."""
import json, os, re, subprocess, tempfile
from .. import adjoint, graphs
from ..table import Line, rounds
from statistics import median

HERE = graphs.BUILD.parent / "native"
REGISTERED = "/v1/graphs/seed/gradient"
POINT = {"a": 0.4, "b": 0.8, "c": 1, "f": -1.5}
# What is asked, how, and which share of the echo's rate it has to have.
REQUESTS = [("on a registered graph", REGISTERED, {"inputs": POINT}, 0.6),
            ("posted whole", "/v1/gradient", {"graph": graphs.SEED}, 0.35)]


def measure(run):
    echo = build_echo()
    # The server has one processor, the client the other.
    server, client = ("0", "1") if os.cpu_count() > 1 else (None, None)
    if server is None: print("  one processor: server and client share it", flush=True)
    lines = []
    for name, path, body, share in REQUESTS:
        body = json.dumps(body)
        with run.adjoint.serve("--threads", "1", "--log-level", "error", processors=server) as (ours, port):
            answer = adjoint.ask(port, "POST", path, body)
            check(json.loads(answer))
            other = adjoint.free_port()
            command = adjoint.pinned([echo, str(other), str(len(answer))], server)
            with adjoint.running(command, other) as theirs:
                seconds = 1 if run.quick else 3
                times = rounds(
                    run.rounds,
                    adjoint=lambda: load(ours, port, path, body, seconds, client),
                    echo=lambda: load(theirs, other, path, body, seconds, client))
        lines.append(line(f"seed's gradient {name}, requests per CPU-second of the server", times, share))
    return lines


def line(work, times, share):
    """Times are of the server's processor for one request."""
    ratio = median(theirs / ours for ours, theirs in zip(times["adjoint"], times["echo"]))
    rate = lambda name: f"{1 / median(times[name]):,.0f}"
    goal = f"at least {share} × its speed"
    return Line(work, rate("adjoint"), f"bare echo {rate('echo')}", ratio, goal=goal, met=ratio >= share)


def check(answer):
    expected = {"a": -0.08811156691047473, "b": -0.04405578345523736}
    for name, number in expected.items():
        if abs(answer["gradients"][name] - number) > 1e-15: raise SystemExit(f"The server answered {answer}.")


def load(process, port, path, body, seconds, processors):
    """The processor time of the server for each of the requests that it gets by wrk for some seconds."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(f'wrk.method = "POST"\nwrk.body = [==[{body}]==]\n')
        script.flush()
        before = processor_time(process.pid)
        text = subprocess.run(
            adjoint.pinned(["wrk", "-t1", "-c16", f"-d{seconds}s", "-s", script.name,
                            f"http://127.0.0.1:{port}{path}"], processors),
            capture_output=True, text=True, check=True).stdout
        after = processor_time(process.pid)
    if "Non-2xx" in text or "Socket errors" in text: raise SystemExit(f"Not all requests were answered:\n{text}")
    return (after - before) / int(re.search(r"(\d+) requests in", text)[1])


def processor_time(process):
    """User and system time of all threads, in seconds."""
    with open(f"/proc/{process}/stat") as file: fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def build_echo():
    graphs.BUILD.mkdir(exist_ok=True)
    echo = graphs.BUILD / "echo"
    subprocess.run(["gcc", "-O2", "-o", echo, HERE / "echo.c", "-lmicrohttpd"], check=True)
    return str(echo)
