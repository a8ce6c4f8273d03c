"""One gradient call over UM-Bridge and over Tesseract, beside the reference servers of the two."""
import http.client, json, os, pathlib, shutil, sys, time
from .. import adjoint, graphs, peers
from ..table import Line, duration

HERE = graphs.BUILD.parent / "peers"
POINT = [0.4, 0.8, 1.0, -1.5]


def measure(run):
    return umbridge(run) + tesseract(run)


def umbridge(run):
    """The reference takes four inputs of one number; ours is asked for the same split."""
    body = {"name": "seed", "outWrt": 0, "inWrt": 0, "input": [[x] for x in POINT], "sens": [1.0], "config": {}}
    return beside(
        run, "UM-Bridge", "umbridge", lambda port: ([sys.executable, HERE / "umbridge_server.py", str(port)], {}),
        ("/Gradient", body | {"config": {"split": True}}), ("/Gradient", body), lambda answer: answer["output"][0])


def tesseract(run):
    body = {"inputs": dict(zip("abcf", POINT)), "vjp_inputs": ["a"], "vjp_outputs": ["o"],
            "cotangent_vector": {"o": 1.0}}
    path = "/vector_jacobian_product"
    api = {"TESSERACT_API_PATH": str(HERE / "tesseract_api.py")}
    # It makes a folder for each call in the one that it is started in.
    options = {"env": os.environ | api, "cwd": graphs.BUILD / "tesseract"}
    shutil.rmtree(options["cwd"], ignore_errors=True)
    options["cwd"].mkdir(parents=True)
    runtime = pathlib.Path(sys.executable).parent / "tesseract-runtime"
    return beside(
        run, "Tesseract", "tesseract_core",
        lambda port: ([runtime, "serve", "--host", "127.0.0.1", "--port", str(port)], options),
        ("/tesseract/seed" + path, body), (path, body), decode)


def decode(answer):
    """The number of an array as Tesseract has it by default in JSON."""
    data = answer["a"]["data"]
    if data["encoding"] == "base64":
        import base64, struct
        return struct.unpack("<d", base64.b64decode(data["buffer"]))[0]
    return data["buffer"]


def beside(run, name, module, command, ours, theirs, number):
    if not peers.is_installed(module):
        print(f"  {name} is not installed, and left out", flush=True)
        return []
    port = adjoint.free_port()
    command, options = command(port)
    count = 100 if run.quick else 1000
    with run.adjoint.serve("--log-level", "error") as (_, own), adjoint.running(command, port, **options):
        clients = {"adjoint": Client(own, *ours), "reference": Client(port, *theirs)}
        answers = {key: number(client.ask()) for key, client in clients.items()}
        peers.agree(name, ([], [answers["adjoint"]]), ([], [answers["reference"]]))
        times = {key: [] for key in clients}
        for _ in range(run.rounds):
            for key, client in clients.items(): times[key] += [client.time() for _ in range(count)]
    lines = []
    for label, share in [("median", 0.5), ("99th percentile", 0.99)]:
        at = {key: sorted(values)[int(share * len(values))] for key, values in times.items()}
        lines.append(Line(
            f"one {name} gradient call, {label}", duration(at["adjoint"]),
            f"reference server {duration(at['reference'])}", at["reference"] / at["adjoint"]))
    return lines


class Client:
    """A client that keeps its connection, and asks the same again and again."""

    def __init__(self, port, path, body):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.path, self.body = path, json.dumps(body)

    def send(self):
        self.connection.request("POST", self.path, self.body, {"Content-Type": "application/json"})
        response = self.connection.getresponse()
        text = response.read()
        if response.status != 200: raise SystemExit(f"{self.path}: {response.status} {text[:300]}")
        return text

    def ask(self): return json.loads(self.send())

    def time(self):
        start = time.perf_counter()
        self.send()
        return time.perf_counter() - start
