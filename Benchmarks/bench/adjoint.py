"""The command under test: measured by `adjoint bench`, and served."""
import contextlib, http.client, json, pathlib, socket, subprocess, time


class Adjoint:
    def __init__(self, executable):
        self.executable = str(pathlib.Path(executable).resolve())

    def bench(self, function, *parts, seconds, points=1024, threads=1, environment=None):
        """What `adjoint bench --json` tells of a function."""
        arguments = [self.executable, "bench", str(function.path), "--json", "--seconds", str(seconds),
                     "--points", str(points)]
        if threads > 1: arguments += ["--threads", str(threads)]
        for part in parts: arguments += ["--only", part]
        done = subprocess.run(arguments, capture_output=True, text=True, env=environment)
        if done.returncode: raise SystemExit(f"adjoint bench {function.path}: {done.stderr[:500]}")
        return json.loads(done.stdout)

    @property
    def has_threads(self):
        text = subprocess.run([self.executable, "bench", "--help"], capture_output=True, text=True).stdout
        return "--threads" in text

    @contextlib.contextmanager
    def serve(self, *flags, processors=None):
        """A server on a free port, on given processors."""
        port = free_port()
        command = [self.executable, "serve", "--host", "127.0.0.1", "--port", str(port), *flags]
        with running(pinned(command, processors), port) as process: yield process, port


def numbers(result):
    """Value and gradients of a report as flat lists."""
    return flat(result["value"]), [number for name in result["gradients"] for number in flat(result["gradients"][name])]


def flat(array):
    return [number for part in array for number in flat(part)] if isinstance(array, list) else [array]


def pinned(command, processors):
    return command if processors is None else ["taskset", "-c", processors, *command]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(command, port, timeout=120, **options):
    """A server, once it takes connections."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        end = time.monotonic() + timeout
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"{' '.join(map(str, command))} does not serve")
                time.sleep(0.001)
        yield process
    finally:
        process.terminate()
        process.wait()


def ask(port, method, path, body=None):
    """The answer to one request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body)
    response = connection.getresponse()
    text = response.read()
    connection.close()
    if response.status >= 300: raise RuntimeError(f"{path}: {response.status} {text[:300]}")
    return text
