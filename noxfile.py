"""Everything that must hold, one session each: ``make check``, or ``nox -s NAME`` for one."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import nox

ROOT: Final = Path(__file__).parent
PROJECT: Final = nox.project.load_toml(ROOT / "pyproject.toml")["project"]
PYTHONS: Final = ("3.11", "3.12", "3.13")
HERE: Final = f"{sys.version_info.major}.{sys.version_info.minor}"
QUICK: Final = ("-m", "not slow")
# Tests run on every core, those of a file in one process: examples on a page follow from one another.
RUNNERS: Final = ("coverage", "pytest-cov", "pytest-xdist")
EVERY_CORE: Final = ("-n", "auto", "--dist", "loadfile")
# What the core dependencies can break.
CORE: Final = tuple(
    f"tests/{room}"
    for room in (
        "cli",
        "enrichers",
        "exporters",
        "layout",
        "parsers",
        "pipeline",
        "plugin",
        "records",
        "registry",
        "rules",
        "text",
    )
)
JAVA: Final = 17  # the oldest that Spark 4 runs on
# What the users of our formats read them with.
READERS: Final = (
    "bibtexparser", "citeproc-py", "datasette", "duckdb", "pandas", "polars", "pyld", "python-frontmatter", "rispy",
)  # fmt: skip
# The version whose tests have just run under `make test COVERAGE=1`, so that they do not run twice.
TESTED: Final = os.environ.get("NKDOCS_TESTED")

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.error_on_missing_interpreters = True
nox.options.stop_on_first_error = False


def tools(*names: str) -> list[str]:
    """The requirements of these tools, as the extra ``dev`` states them."""
    wanted = {re.split(r"[\[<>=]", line)[0]: line for line in PROJECT["optional-dependencies"]["dev"]}
    wanted |= {re.split(r"[<>=]", line)[0]: line for line in PROJECT["optional-dependencies"]["testing"]}
    return [wanted[name] for name in names]


def sources(*names: str) -> list[str]:
    """Those of these files and folders that exist."""
    return [name for name in names if (ROOT / name).exists()]


def runs(interpreter: str, version: str) -> bool:
    """Whether this is a Python of that version; a version manager may put names on PATH that only fail."""
    program = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run([interpreter, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and answer.stdout.strip() == version


def interpreters(version: str) -> Iterator[str]:
    """Where a Python of this version may be: this one, PATH, and what pyenv has installed."""
    if version == HERE:
        yield sys.executable
    if on_path := shutil.which(f"python{version}"):
        yield on_path
    pyenv = shutil.which("pyenv")
    if pyenv is None:
        return
    root = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=False).stdout.strip()
    yield from map(str, sorted(Path(root, "versions").glob(f"{version}.*/bin/python{version}"), reverse=True))


# -- sessions that need no test run ---------------------------------------------------------------------------------


@nox.session(name="format")
def check_format(session: nox.Session) -> None:
    """Every file is formatted."""
    session.install(*tools("ruff"))
    session.run("ruff", "format", "--diff", ".")


@nox.session
def lint(session: nox.Session) -> None:
    """No rule of the linter is broken."""
    session.install(*tools("ruff"))
    session.run("ruff", "check", ".")


@nox.session
def layers(session: nox.Session) -> None:
    """Imports go downward only."""
    session.install("-e", ".", *tools("import-linter"))
    session.run("lint-imports", "--no-cache")


@nox.session
def types(session: nox.Session) -> None:
    """Types hold, for two checkers, and every public name has one."""
    # Installed as users have it: verifytypes finds py.typed only in an installed package.
    session.run_install("python", "-m", "pip", "uninstall", "-q", "-y", "nkdocs", silent=True)
    session.install(
        ".[all]", *tools("mypy", "pyright", "sybil", "nox", "types-jsonschema", "types-python-dateutil", "freezegun")
    )
    session.run("mypy", *sources("src", "tests", "benchmarks", "docs", "noxfile.py", "conftest.py"))
    session.run("pyright", "--pythonpath", f"{session.bin}/python")
    session.run("pyright", "--pythonpath", f"{session.bin}/python", "--verifytypes", "nkdocs", "--ignoreexternal")


# -- tests ----------------------------------------------------------------------------------------------------------


def coverage_of(version: str) -> str:
    """The file that holds what the tests covered on this version."""
    return str(ROOT / f".coverage.{version}")


def test_on(version: str) -> None:
    """Add the session that tests on this version; where the machine has none, it says so."""
    found = next((path for path in interpreters(version) if runs(path, version)), None)

    @nox.session(python=found or False, name=f"tests-{version}")
    def tests(session: nox.Session) -> None:
        """The tests pass on this Python; what they cover on the first is kept for the session ``coverage``."""
        if found is None:
            session.skip(f"this machine has no Python {version}")
        if version == TESTED and Path(coverage_of(version)).exists():
            session.skip("these tests have just run")
        session.install("-e", ".[all]", *tools("freezegun", "import-linter", "jsonschema", "sybil", *RUNNERS, *READERS))
        # What takes seconds a test runs on one version, and is counted there: the first.
        first = version == PYTHONS[0]
        chosen = ("--cov", "--cov-report=", "--cov-fail-under=0") if first else QUICK
        env = {"COVERAGE_FILE": coverage_of(version)}
        session.run("python", "-m", "pytest", *EVERY_CORE, *chosen, *session.posargs, env=env)


for each in PYTHONS:
    test_on(each)


@nox.session
def coverage(session: nox.Session) -> None:
    """Enough branches are covered."""
    session.install(*tools("coverage"))
    counted = coverage_of(PYTHONS[0])
    if not Path(counted).exists():
        session.skip(f"the tests have not run on Python {PYTHONS[0]}")
    session.run("coverage", "report", f"--data-file={counted}")


@nox.session
@nox.parametrize(
    "pins",
    [
        nox.param([re.sub(">=", "==", line) for line in PROJECT["dependencies"]], id="lowest"),
        nox.param(["pluggy==1.6.*"], id="pluggy-1.6"),
        nox.param(["--upgrade", "--upgrade-strategy=eager"], id="latest"),
    ],
)
def bounds(session: nox.Session, pins: list[str]) -> None:
    """The tests pass with the oldest and newest core dependencies that are promised."""
    # Not the extras whose libraries need newer ones of the core's own: then there were nothing old to try.
    session.install("-e", ".[testing,html,parquet]", *tools("freezegun", "jsonschema", "sybil", "pytest-xdist"), *pins)
    without = "--ignore=tests/layout/test_main_text.py"  # it tests what the extractor finds
    session.run("python", "-m", "pytest", "-q", *EVERY_CORE, *QUICK, *sources(*CORE), without, *session.posargs)


def java() -> str | None:
    """The home of a Java that Spark runs on: that of JAVA_HOME, of PATH, or one that is installed."""
    on_path = shutil.which("java")
    homes = [os.environ.get("JAVA_HOME"), on_path and Path(on_path).resolve().parents[1]]
    homes += sorted(Path("/usr/lib/jvm").glob("*"), reverse=True)
    return next((str(home) for home in homes if home and java_version(Path(home)) >= JAVA), None)


def java_version(home: Path) -> int:
    """The version of the Java in this folder; 0 where there is none."""
    try:
        answer = subprocess.run([home / "bin" / "java", "-version"], capture_output=True, text=True, check=False)
    except OSError:
        return 0
    found = re.search(r'version "(\d+)', answer.stderr)
    return int(found[1]) if found else 0


@nox.session
def spark(session: nox.Session) -> None:
    """What runs on a cluster runs on two cores here; nothing is skipped but for want of Java."""
    home = java()
    if home is None:
        session.skip(f"this machine has no Java {JAVA} or newer")
    session.install("-e", ".[spark,parquet,warc,html,testing]", *tools("sybil"), "datasets>=3")
    env = {"JAVA_HOME": home, "NKDOCS_SPARK": "1"}
    pages = (f"docs/howto/parse-{engine}.md" for engine in ("on-spark", "with-datasets"))
    session.run("python", "-m", "pytest", "-q", "tests/spark", *pages, *session.posargs, env=env)


@nox.session
def docs(session: nox.Session) -> None:
    """Every example of README, docs and docstrings does what it says."""
    session.install("-e", ".[all]", *tools("duckdb", "polars", "sybil", "pytest-xdist"))
    session.run("python", "-m", "pytest", "-q", *EVERY_CORE, *sources("README.md", "docs", "src"))


# -- the wheel ------------------------------------------------------------------------------------------------------


@nox.session
@nox.parametrize("extras", [nox.param("", id="core"), nox.param("[all]", id="all")])
def wheel(session: nox.Session, extras: str) -> None:
    """The built wheel, alone in an empty environment, imports and parses."""
    folder = Path(session.create_tmp())
    for old in folder.glob("*.whl"):
        old.unlink()
    session.run_install("python", "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    session.install("--force-reinstall", "--no-deps", str(built))
    session.install(f"nkdocs{extras} @ {built.resolve().as_uri()}")
    session.chdir(folder)  # so that nothing is found in the checkout
    session.run("python", "-W", "error", "-c", "import nkdocs; [getattr(nkdocs, name) for name in nkdocs.__all__]")
    session.run("nkdocs", "--version")
    Path("sample.txt").write_text("A short headline\n\nA paragraph, and the end of it.\n", encoding="utf-8")
    session.run("nkdocs", "parse", "sample.txt", "-o", "sample.jsonl")
    if not Path("sample.jsonl").read_text(encoding="utf-8").startswith('{"schema"'):
        session.error("the corpus does not hold the record")


@nox.session
def downstream(session: nox.Session) -> None:
    """A stranger's distribution is built, installed beside the built nkdocs in an empty environment, and used there."""
    folder = Path(session.create_tmp())
    for old in folder.glob("*.whl"):
        old.unlink()
    build = ("python", "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(folder))
    session.run_install(*build, str(ROOT), str(ROOT / "tests" / "downstream"))
    (ours,) = folder.glob("nkdocs-*.whl")
    (theirs,) = folder.glob("nkdocs_harbour-*.whl")
    session.install("--force-reinstall", "--no-deps", str(ours), str(theirs))
    session.install(f"nkdocs[html,testing] @ {ours.resolve().as_uri()}")
    tests = folder / "tests"
    shutil.rmtree(tests, ignore_errors=True)
    shutil.copytree(ROOT / "tests" / "downstream" / "tests", tests)
    shutil.copy(ROOT / "tests" / "downstream" / "pyproject.toml", folder)
    session.chdir(folder)  # so that nothing is found in the checkout
    session.run("python", "-m", "pytest", "-q", "--confcutdir=tests", "--rootdir=.", "tests")
