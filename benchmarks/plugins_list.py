"""What ``nkdocs plugins list`` costs with 100 plugins installed, as a multiple of Python's own look at them."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_RUNS = 15
_PLUGINS = 100
_BAR = 2.0
_FLOOR = "from importlib.metadata import entry_points; entry_points(group='nkdocs')"
_LIST = "from nkdocs.cli import main; raise SystemExit(main(['plugins', 'list']))"
_MODULE = """\
from nkdocs import OutletRules, hookimpl

@hookimpl
def nkdocs_register_parsers():
    return [OutletRules(id="outlet{0}", version="1", hosts=["outlet{0}.example"], header=["headline?"])]
"""


def installed(folder: Path) -> None:
    """Distributions as an installer leaves them, each with one parser."""
    for number in range(_PLUGINS):
        info = folder / f"nkdocs_outlet{number}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: nkdocs-outlet{number}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[nkdocs]\noutlet{number} = nkdocs_outlet{number}\n")
        (folder / f"nkdocs_outlet{number}.py").write_text(_MODULE.format(number))


def once(code: str, env: dict[str, str]) -> float:
    """Milliseconds of one fresh interpreter."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=env, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Alternate the two, so that a drift of the machine hits both; print medians and the ratio."""
    with tempfile.TemporaryDirectory() as name:
        installed(Path(name))
        path = os.pathsep.join(filter(None, (name, os.environ.get("PYTHONPATH"))))
        # Installers compile what they install; here the first run does, in a folder of its own.
        env = {**os.environ, "PYTHONPATH": path, "PYTHONPYCACHEPREFIX": str(Path(name, "compiled"))}
        env = {
            key: value for key, value in env.items() if key not in {"PYTHONDONTWRITEBYTECODE", "NKDOCS_DISABLE_PLUGINS"}
        }
        times: dict[str, list[float]] = {_FLOOR: [], _LIST: []}
        for code in times:
            once(code, env)
        for _ in range(_RUNS):
            for code, taken in times.items():
                taken.append(once(code, env))
    floor, listing = (sorted(taken)[_RUNS // 2] for taken in times.values())
    print(f"entry_points()       {floor:7.1f} ms")
    print(f"nkdocs plugins list  {listing:7.1f} ms   {listing / floor:5.2f} x   (at most {_BAR} x)")
    return int(listing > _BAR * floor)


if __name__ == "__main__":
    raise SystemExit(main())
