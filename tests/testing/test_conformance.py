"""The kit in pytest: one test a check and document, options, fixtures, and the summary as the last line."""

import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import nkdocs
from nkdocs.testing import update_expected

HERE = Path(__file__).parent
# Installed, the kit is found by its entry point; loading it by name as well would load it twice.
PLUGIN = [] if entry_points(group="pytest11", name="nkdocs") else ["-p", "nkdocs.testing.pytest_plugin"]
LEDGER = """
import nkdocs

LEDGER = nkdocs.OutletRules(
    id="ledger", version="1", markers=[r"told Border Ledger"], header=["headline", "byline"],
    patterns={"byline": r"(?P<name>[^|]+?) [|] (?P<date>\\d{1,2} \\w+ \\d{4})"},
)
"""
TESTS = """
from pathlib import Path
from nkdocs.testing import ParserConformance
from ledger import LEDGER

class TestLedger(ParserConformance):
    parser = LEDGER
    corpus = Path(__file__).parent / "corpus"
    waive = {}
"""
ROADS = "Roads are dry again\n\nHan Byol | 6 March 2013\n\nCarts are out, a driver told Border Ledger.\n"
SNOW = "Snow in May\n\nO Yun | 7 May 2013\n\nIt lay for a day, a driver told Border Ledger.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """An author's project: a plugin, its tests and a corpus of two documents."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *filter(None, sys.path)]))
    (tmp_path / "ledger.py").write_text(LEDGER)
    (tmp_path / "test_ledger.py").write_text(TESTS)
    (tmp_path / "corpus").mkdir()
    for name, text in (("roads", ROADS), ("snow", SNOW)):
        (tmp_path / "corpus" / f"{name}.txt").write_text(text)
        (tmp_path / "corpus" / f"{name}.meta.toml").write_text('source = "ours"\nlicence = "MIT"\n')
    namespace: dict[str, nkdocs.OutletRules] = {}
    exec(LEDGER, namespace)  # noqa: S102 - the module a few lines up
    update_expected(namespace["LEDGER"], tmp_path / "corpus")
    return tmp_path


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What pytest says of the project's cheap checks."""
    chosen = ["-k", "P0 or P1 or G0 or mine"] if "-k" not in arguments else []
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *PLUGIN, *chosen, *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    """The last line of the output."""
    return done.stdout.rstrip("\n").splitlines()[-1]


def test_a_right_parser_passes_and_the_summary_comes_last(project):
    """One line at the very end says how many checks ran on how many documents, quiet or not."""
    wanted = "nkdocs conformance ledger 1: 18 checks x 2 documents, 16 passed, 1 failed (G04), 0 waived, 1 not run"
    for quiet in ([], ["-q"]):
        done = run(project, *quiet)
        assert done.returncode == 0, done.stdout
        assert last_line(done) == wanted


def test_each_check_is_a_test_and_each_document_too(project):
    """Names of tests tell the property and the document."""
    done = run(project, "--collect-only", "-q")
    for name in ("TestLedger::test_P11[roads]", "TestLedger::test_P11[snow]", "TestLedger::test_P16\n"):
        assert name in done.stdout
    assert "nkdocs conformance" not in done.stdout


def test_what_should_hold_fails_only_where_asked(project):
    """A failure of what should hold is reported, and fails with ``--nkdocs-strict-should``."""
    done = run(project, "-q")
    assert "ledger 1: G04 should hold: the corpus holds 2 documents" in done.stdout
    strict = run(project, "-q", "--nkdocs-strict-should")
    assert strict.returncode == 1
    assert "test_G04" in strict.stdout


def test_a_changed_record_fails_until_it_is_updated(project):
    """``--nkdocs-update`` writes what changed and says which files to review."""
    path = project / "corpus" / "snow.txt"
    path.write_text(SNOW.replace("Snow", "Hail"))
    done = run(project, "-q")
    assert done.returncode == 1
    assert "Snow in May" in done.stdout
    assert "failed (G01 G02 G04)" in last_line(done)
    updated = run(project, "-q", "--nkdocs-update")
    assert updated.returncode == 0, updated.stdout
    assert f"nkdocs wrote {project / 'corpus' / 'snow.expected.json'}: review it" in updated.stdout
    assert "roads.expected.json" not in updated.stdout


def test_updating_is_refused_where_ci_is_set(project, monkeypatch):
    """Nobody reviews in continuous integration: pytest stops with a usage error."""
    monkeypatch.setenv("CI", "true")
    done = run(project, "--nkdocs-update")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR


def test_waivers_are_strict(project):
    """A waived failure is an expected one; a waiver that is not needed fails, for every document."""
    tests = project / "test_ledger.py"
    tests.write_text(TESTS.replace("waive = {}", 'waive = {"G04": "two are enough", "P11": "nothing is wrong"}'))
    done = run(project, "-q")
    assert done.returncode == 1
    assert "1 failed (P11), 1 waived (G04)" in last_line(done)


def test_a_waiver_of_nothing_is_an_error(project):
    """A waiver that names no check fails every test, and the message names the close ones."""
    tests = project / "test_ledger.py"
    tests.write_text(TESTS.replace("waive = {}", 'waive = {"P111": "a slip"}'))
    done = run(project, "-q")
    assert done.returncode == 1
    assert "P111" in done.stdout
    assert "P11" in done.stdout


@pytest.mark.parametrize("change", [("parser = LEDGER", 'parser = "ledgre"'), ('/ "corpus"', '/ "nowhere"')])
def test_a_class_that_cannot_work_fails_its_tests(change, project):
    """An unknown parser and a missing folder fail the tests of their class, and nothing else of the run."""
    tests = project / "test_ledger.py"
    tests.write_text(TESTS.replace(*change) + "\n\ndef test_mine():\n    assert True\n")
    done = run(project, "-q")
    assert done.returncode == 1
    assert "1 passed" in done.stdout


def test_an_empty_corpus_fails(project):
    """A class over an empty folder fails."""
    for path in (project / "corpus").iterdir():
        path.unlink()
    done = run(project, "-q")
    assert done.returncode == 1
    assert "the corpus holds no document" in done.stdout
    assert "x 0 documents" in last_line(done)


def test_two_classes_have_a_line_each_and_may_add_tests(project):
    """Each battery is summed up alone; a class may have tests of its own, for each document, and override one."""
    more = (
        '\n\nclass TestAgain(TestLedger):\n    waive = {"G04": "two are enough"}\n\n'
        "    def test_mine(self, document, nkdocs_corpus):\n"
        '        assert (nkdocs_corpus / f"{document}.txt").exists()\n\n'
        "    def test_P06(self):\n        pass\n"
    )
    (project / "test_ledger.py").write_text(TESTS + more)
    done = run(project, "-v")
    assert done.returncode == 0, done.stdout
    assert "TestAgain::test_mine[roads] PASSED" in done.stdout
    first, second = done.stdout.rstrip().splitlines()[-2:]
    assert "18 checks" in first
    assert "17 checks" in second
    assert "1 waived (G04)" in second


def test_fixtures_give_a_registry_and_the_corpus(project):
    """``nkdocs_registry`` takes plugins and descriptions, ``nkdocs_corpus`` is the folder beside the test."""
    (project / "test_ledger.py").write_text(
        "from ledger import LEDGER\n\n"
        "def test_mine(nkdocs_registry, nkdocs_corpus):\n"
        '    registry = nkdocs_registry(LEDGER, prefer=["ledger"])\n'
        '    assert {"ledger", "generic"} <= set(registry.parsers)\n'
        '    assert (nkdocs_corpus / "roads.txt").exists()\n'
    )
    done = run(project, "-q")
    assert done.returncode == 0, done.stdout


def test_a_run_without_the_kit_does_not_import_the_library(tmp_path, monkeypatch):
    """The plugin of pytest loads in every project: it imports no room of the library before it is needed."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    (tmp_path / "test_mine.py").write_text(
        "import sys\n\ndef test_mine():\n"
        '    rooms = ("nkdocs.parsers", "nkdocs.registry", "nkdocs.records", "nkdocs.layout", "nkdocs.plugin")\n'
        "    assert not [name for name in sys.modules if name.startswith(rooms)]\n"
        '    assert "nkdocs.testing.pytest_plugin" in sys.modules\n'
    )
    done = run(tmp_path, "-q")
    assert done.returncode == 0, done.stdout
    assert "nkdocs conformance" not in done.stdout


def test_the_kit_without_pytest_checks_parsers_and_names_the_extra(tmp_path):
    """Without pytest the functions work, and a conformance class says which extra is missing."""
    program = (
        "import sys; sys.modules['pytest'] = None\n"
        "import nkdocs, nkdocs.testing\n"
        "assert callable(nkdocs.testing.check_parser)\n"
        "try:\n    nkdocs.testing.ParserConformance\n"
        "except nkdocs.MissingExtra as error:\n    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "nkdocs[testing]" in done.stdout, done.stderr
