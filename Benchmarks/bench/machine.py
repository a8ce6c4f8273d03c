"""What the figures depend on: the machine, the versions, and the commit."""
import importlib.metadata, os, platform, subprocess, time

PEERS = ["casadi", "jax", "torch", "micrograd", "umbridge", "tesseract-core", "numpy", "orjson", "pysimdjson"]


def describe():
    versions = []
    for name in PEERS:
        try: versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError: versions.append(f"{name} not installed")
    return [
        f"{processor()}, {os.cpu_count()} processors; {system()}, Linux {platform.release()}",
        f"{first_line('gcc', '--version')}; libmicrohttpd {first_line('pkg-config', '--modversion', 'libmicrohttpd')}; "
        f"Python {platform.python_version()}",
        "; ".join(versions),
        f"commit {first_line('git', 'describe', '--always', '--dirty')}, {time.strftime('%Y-%m-%d')}",
    ]


def first_line(*command):
    try: return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError): return "unknown"


def processor():
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"): return line.split(":", 1)[1].strip()
    return platform.machine()


def system():
    return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")
