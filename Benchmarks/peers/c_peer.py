"""C: the graph and its reverse sweep as straight-line code, compiled by gcc -O2, which is kept for the next time."""
import ctypes, hashlib, pathlib, subprocess, sys, time
from common import Document, serve

FORWARD = {"add": "{0} + {1}", "multiply": "{0} * {1}", "subtract": "{0} - {1}", "divide": "{0} / {1}",
           "sin": "sin({0})", "tanh": "tanh({0})", "exp": "exp({0})", "log": "log({0})"}
# By each operand: the adjoint of the result is D, the result V.
REVERSE = {"add": ["D", "D"], "multiply": ["D * {1}", "D * {0}"], "subtract": ["D", "-D"],
           "divide": ["D / {1}", "-D * V / {1}"], "sin": ["D * cos({0})"], "tanh": ["D * (1 - V * V)"],
           "exp": ["D * V"], "log": ["D / {0}"]}

document = Document(sys.argv[1])
names, lines, adjoints = {}, [], {}
for index, node in enumerate(document.inputs):
    names[node["id"]] = f"v{index}"
    lines.append(f"double v{index} = x[{index}];")
for node in document.ops:
    names[node["id"]] = name = f"v{len(names)}"
    lines.append(f"double {name} = {FORWARD[node['op']].format(*[names[a] for a in node['args']])};")
adjoints[names[document.output]] = ["1.0"]
for node in reversed(document.ops):
    name, operands = names[node["id"]], [names[a] for a in node["args"]]
    if name not in adjoints: continue
    lines.append(f"double d{name} = {' + '.join(adjoints[name])};")
    for position, operand in enumerate(operands):
        term = REVERSE[node["op"]][position].format(*operands).replace("D", f"d{name}").replace("V", name)
        adjoints.setdefault(operand, []).append(f"({term})")
results = [f"g[{index}] = {' + '.join(adjoints.get(f'v{index}', ['0.0']))};" for index in range(len(document.inputs))]
source = "\n".join([
    "#include <math.h>", "static __attribute__((noinline)) double run(const double *x, double *g) {", *lines, *results,
    f"return {names[document.output]};", "}", "double repeat(long count, const double *x, double *g) {",
    "double y = 0; for (long i = 0; i < count; i++) y = run(x, g); return y; }"])

flags = ["-O2", "-fPIC", "-shared"]
compiler = subprocess.check_output(["gcc", "--version"], text=True).splitlines()[0]
tag = hashlib.sha256(f"{compiler} {flags} {source}".encode()).hexdigest()[:16]
library = pathlib.Path(sys.argv[1]).parent / f"c-{tag}.so"
record = library.with_suffix(".seconds")
if not library.exists():
    library.with_suffix(".c").write_text(source)
    start = time.perf_counter()
    subprocess.run(["gcc", *flags, "-o", library.with_suffix(".tmp"), library.with_suffix(".c"), "-lm"], check=True)
    record.write_text(str(time.perf_counter() - start))
    library.with_suffix(".tmp").rename(library)

loaded = ctypes.CDLL(str(library))
loaded.repeat.restype = ctypes.c_double
point = (ctypes.c_double * len(document.point))(*document.point)
gradient = (ctypes.c_double * len(document.point))()
# So many at a time that the way from Python into C does not count.
count = max(1, 2000 // max(1, len(document.ops)))


def run():
    return loaded.repeat(ctypes.c_long(count), point, gradient)


serve([run()], list(gradient), run, repetitions=count, compile=float(record.read_text()))
