import json
import os

import pytest

PLUGIN_KEYS = ["name", "distribution", "version", "builtin", "state", "parsers", "readers", "exporters", "enrichers"]
PROBLEM_KEYS = ["stage", "plugin", "distribution", "version", "what", "why", "consequence", "remedy"]
BROKEN = "import a_module_that_nobody_has\n"


FAILING = """
from nkdocs.plugin import ParserInfo, hookimpl
from nkdocs.records import Claim, Evidence, Strength

class Failing:
    def claim(self, layout, ctx):
        if "claim" in layout.text:
            raise RuntimeError("no claim \\x1b[2J")
        return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="r")])

    def parse(self, layout, ctx):
        raise RuntimeError("no parse")

@hookimpl
def nkdocs_register_parsers():
    return [ParserInfo(id="failing", version="1", factory=Failing, produces=["headline"])]
"""


@pytest.fixture
def install(tmp_path):
    """Install a distribution ``nkdocs-broken`` with this plugin in it; where to find it."""

    def installed(code):
        folder = tmp_path / "installed"
        metadata = folder / "nkdocs_broken-1.0.dist-info"
        metadata.mkdir(parents=True)
        (folder / "nkdocs_broken.py").write_text(code, encoding="utf-8")
        (metadata / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: nkdocs-broken\nVersion: 1.0\n", encoding="utf-8"
        )
        (metadata / "entry_points.txt").write_text("[nkdocs]\nbroken = nkdocs_broken\n", encoding="utf-8")
        path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
        return {"PYTHONPATH": path, "NKDOCS_DISABLE_PLUGINS": ""}

    return installed


@pytest.fixture
def broken(install):
    """An installed plugin that cannot be imported."""
    return install(BROKEN)


def test_the_json_has_the_shape_of_the_contract(nkdocs):
    """What is built in is there, with its ids and names."""
    result = nkdocs("plugins", "list", "--json", "--no-plugins")
    assert (result.returncode, result.stderr) == (0, b"")
    told = json.loads(result.stdout)
    assert list(told) == ["schema", "api_version", "plugins", "problems"]
    assert (told["schema"], told["api_version"], told["problems"]) == ("nkdocs/plugins/1", 1, [])
    assert all(list(plugin) == PLUGIN_KEYS for plugin in told["plugins"])
    assert all((plugin["builtin"], plugin["state"]) == (True, "loaded") for plugin in told["plugins"])
    assert "generic" in [name for plugin in told["plugins"] for name in plugin["parsers"]]
    assert {"text", "jsonl"} <= {name for plugin in told["plugins"] for name in plugin["readers"]}
    assert {"jsonl", "csv"} <= {name for plugin in told["plugins"] for name in plugin["exporters"]}


def test_a_broken_plugin_is_listed_with_its_reason(nkdocs, broken):
    """What failed is told with why, and listing it is no failure."""
    told = json.loads(nkdocs("plugins", "list", "--json", env=broken).stdout)
    (plugin,) = [plugin for plugin in told["plugins"] if plugin["name"] == "broken"]
    assert (plugin["distribution"], plugin["version"], plugin["state"]) == ("nkdocs-broken", "1.0", "failed")
    (problem,) = [problem for problem in told["problems"] if problem["plugin"] == "broken"]
    assert list(problem) == PROBLEM_KEYS
    assert problem["stage"] == "import"
    assert "a_module_that_nobody_has" in problem["why"]


def test_a_broken_plugin_is_told_once_and_costs_nothing(article, nkdocs, broken):
    """The problem comes before the results, without traceback; the record is that of a machine without it."""
    result = nkdocs("parse", "a.txt", env=broken)
    assert result.returncode == 0
    assert result.stderr.count(b'plugin "broken"') == 1
    assert b"Traceback" not in result.stderr
    assert result.stdout == nkdocs("parse", "a.txt", "--no-plugins").stdout


def test_v_shows_the_traceback(article, nkdocs, broken):
    """Who asks sees where it failed; no line is taken for a crash of our own."""
    told = nkdocs("parse", "a.txt", "-v", env=broken).stderr
    assert b"nkdocs_broken.py" in told
    assert not any(line.startswith(b"Traceback") for line in told.splitlines())


@pytest.mark.parametrize("option", [["--no-plugins"], ["--no-plugin", "broken"]])
def test_a_plugin_can_be_left_out(article, nkdocs, broken, option):
    """What is left out cannot fail."""
    assert nkdocs("parse", "a.txt", *option, env=broken).stderr == b""


def test_an_unknown_plugin_to_leave_out_is_refused(article, nkdocs, broken):
    """A misspelt name would leave the plugin in."""
    result = nkdocs("parse", "a.txt", "--no-plugin", "brokn", env=broken)
    assert result.returncode == 2
    assert b"broken" in result.stderr


def test_the_list_is_for_people_too(nkdocs):
    """Without a subcommand the list is printed."""
    result = nkdocs("plugins", "list", "--no-plugins")
    assert result.returncode == 0
    assert b"generic" in result.stdout
    assert nkdocs("plugins", env={"NKDOCS_DISABLE_PLUGINS": "all"}).stdout == nkdocs("plugins", "list").stdout


@pytest.mark.parametrize(("name", "told"), [("generic", b"fallback"), ("jsonl", b".ndjson"), ("text", b".txt")])
def test_one_of_them_is_shown(nkdocs, name, told):
    """Everything of that name is shown: what it is, whose it is, what it says of itself."""
    result = nkdocs("plugins", "show", name)
    assert result.returncode == 0
    assert name.encode() in result.stdout


def test_a_reader_is_shown_with_the_options_it_takes(nkdocs, install):
    """The built-in ones take none; one that does not say may take any."""
    reader = "nkdocs.ReaderInfo(name='ledger', version='1', factory='nkdocs.readers.text:TextReader')"
    code = f"import nkdocs\n@nkdocs.hookimpl\ndef nkdocs_register_readers():\n    return [{reader}]\n"
    assert b"options: none" in nkdocs("plugins", "show", "warc").stdout
    assert b"options: any" in nkdocs("plugins", "show", "ledger", env=install(code)).stdout


def test_declared_rules_are_shown_with_what_they_may_set(nkdocs, install):
    """A parser says so itself; of an outlet described as data it follows from the rules."""
    code = "import nkdocs\n\n@nkdocs.hookimpl\ndef nkdocs_register_parsers():\n"
    code += "    return [nkdocs.OutletRules(id='ledger', version='1', header=['standfirst'])]\n"
    result = nkdocs("plugins", "show", "ledger", env=install(code))
    (line,) = [line for line in result.stdout.splitlines() if b"produces" in line]
    assert line.split(b": ")[1].split(b", ") == sorted(line.split(b": ")[1].split(b", "))
    assert b"standfirst" in line


def test_a_parser_that_fails_is_exit_1_and_the_record_is_written(article, nkdocs, install):
    """The fallback reads the document; the fault is told once, by the document and the plugin's name, and summed up."""
    env = install(FAILING)
    result = nkdocs("parse", "a.txt", "--errors", "failed.jsonl", env=env)
    assert result.returncode == 1
    assert json.loads(result.stdout)["parser"]["id"] == "generic"
    line, summary = result.stderr.splitlines()
    assert summary == b"nkdocs: 1 document, 1 article; 1 failed (plugin-failed 1)"
    assert line.startswith(b"nkdocs: a.txt: plugin-failed: ")
    assert b"nkdocs-broken 1.0" in line
    assert json.loads((article / "failed.jsonl").read_bytes())["code"] == "plugin-failed"


def test_a_claim_that_fails_is_told_once_and_costs_nothing(article, nkdocs, install):
    """The record is that of a machine without the plugin, and so is the exit code."""
    (article / "b.txt").write_text("They claim rice\n\nRice was cheaper, they claim.\n", encoding="utf-8")
    result = nkdocs("parse", "b.txt", "b.txt", env=install(FAILING))
    assert result.returncode == 0
    assert result.stdout == nkdocs("parse", "b.txt", "b.txt").stdout
    (line,) = result.stderr.splitlines()
    assert b"no claim \\x1b[2J" in line


def test_an_unavailable_parser_is_told_with_its_reason(article, nkdocs, broken):
    """Asking for the parser of a plugin that is out says why it is out."""
    result = nkdocs("parse", "a.txt", "--parser", "broken", env=broken)
    assert result.returncode == 2
    assert b"a_module_that_nobody_has" in result.stderr.splitlines()[-1]


LOUD = """
print("printed at import")
from nkdocs import hookimpl

@hookimpl
def nkdocs_register_parsers():
    print("printed at registration")
    return []
"""
OWN = """
class Stop(BaseException):
    pass

raise Stop("enough")
"""


def test_what_a_plugin_prints_goes_to_standard_error(article, nkdocs, install):
    """Standard output carries data only."""
    env = install(LOUD)
    done = nkdocs("parse", "a.txt", env=env)
    assert done.stdout == nkdocs("parse", "a.txt").stdout
    assert done.stderr.split(b"\n")[:2] == [b"printed at import", b"printed at registration"]
    assert json.loads(nkdocs("plugins", "list", "--json", env=env).stdout)["problems"] == []


@pytest.mark.parametrize("code", [OWN, "raise SystemExit", "import sys; sys.exit(7)", "raise GeneratorExit", "def ("])
@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["plugins"], ["parse", "a.txt"]])
def test_no_exception_of_a_plugin_ends_the_program(article, nkdocs, install, code, arguments):
    """Whatever is raised at import costs the plugin alone."""
    done = nkdocs(*arguments, env=install(code))
    assert done.returncode == 0
    assert not any(line.startswith(b"Traceback") for line in done.stderr.splitlines())
    assert len(done.stderr.splitlines()) == (0 if arguments[0].startswith("-") else 4)


@pytest.mark.parametrize("command", ["parse", "explain"])
def test_v_shows_where_a_parser_failed(article, nkdocs, install, command):
    """Faults at run time have tracebacks too, each once, for who asks."""
    env = install(FAILING)
    assert b"in parse" not in nkdocs(command, "a.txt", env=env).stderr
    told = nkdocs(command, "a.txt", "-v", env=env).stderr
    assert told.count(b"in parse\n") == 1
    assert not any(line.startswith(b"Traceback") for line in told.splitlines())
