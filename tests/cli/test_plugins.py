import json

import pytest

PLUGIN_KEYS = ["name", "distribution", "version", "builtin", "state", "parsers", "readers", "exporters", "enrichers"]
PROBLEM_KEYS = ["stage", "plugin", "distribution", "version", "what", "why", "consequence", "remedy"]
BROKEN = "import a_module_that_nobody_has\n"


@pytest.fixture
def broken(tmp_path):
    """A distribution, ``nkdocs-broken``, whose plugin cannot be imported; where to find it."""
    folder = tmp_path / "installed"
    metadata = folder / "nkdocs_broken-1.0.dist-info"
    metadata.mkdir(parents=True)
    (folder / "nkdocs_broken.py").write_text(BROKEN, encoding="utf-8")
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: nkdocs-broken\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[nkdocs]\nbroken = nkdocs_broken\n", encoding="utf-8")
    return {"PYTHONPATH": str(folder), "NKDOCS_DISABLE_PLUGINS": ""}


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
