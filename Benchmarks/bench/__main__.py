"""Measures Adjoint beside its peers, and writes the table."""
import argparse, dataclasses, pathlib, time
from . import machine, table
from .adjoint import Adjoint
from .sections import arrays, batch, footprint, http, million, protocols, scalar, text

SECTIONS = {
    "scalar": scalar, "million": million, "batch": batch, "arrays": arrays, "http": http, "protocols": protocols,
    "text": text, "footprint": footprint}
HERE = pathlib.Path(__file__).parent.parent
BEGIN, END = "<!-- benchmarks -->", "<!-- end of benchmarks -->"


@dataclasses.dataclass
class Run:
    """What every section needs: the command, how often and how long to measure, and whether only to try."""
    adjoint: Adjoint
    quick: bool

    @property
    def rounds(self): return 2 if self.quick else 5

    @property
    def seconds(self): return 0.05 if self.quick else 0.3


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=__doc__)
    parser.add_argument("executable", help="the release build of adjoint")
    parser.add_argument("--only", default="", help=f"sections, separated by commas: {', '.join(SECTIONS)}")
    parser.add_argument("--quick", action="store_true", help="small functions and few rounds, to try whether all works")
    options = parser.parse_args()
    names = [name for name in options.only.split(",") if name] or list(SECTIONS)
    for name in names:
        if name not in SECTIONS: parser.error(f"there is no section {name!r}; there are {', '.join(SECTIONS)}")
    run = Run(Adjoint(options.executable), options.quick)
    lines = []
    for name in names:
        start = time.monotonic()
        print(f"{name} ...", flush=True)
        found = SECTIONS[name].measure(run)
        if run.quick:
            # The goals are for functions of full size.
            for line in found: line.met = None
        print(table.markdown(found), f"({name} took {time.monotonic() - start:.0f} s)\n", sep="", flush=True)
        lines += found
    text = table.markdown(lines) + "\n" + "".join(f"{line}.  \n" for line in machine.describe())
    if options.quick or options.only:
        print(text, "Nothing is written: that takes a whole run.", sep="")
    else:
        write(text)


def write(text):
    (HERE / "results.md").write_text(f"# Results\n\n{text}")
    readme = HERE.parent / "README.md"
    before, rest = readme.read_text().split(BEGIN)
    readme.write_text(before + BEGIN + "\n" + text + END + rest.split(END)[1])
    print(text, "Written to Benchmarks/results.md and README.md.", sep="")


main()
