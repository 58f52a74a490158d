import json
import os
import subprocess
import sys
import tomllib

import pytest

TEXT = """\
Nets come in empty at Sinpo

By Han Sol, staff writer

June 2, 2014

The boats of Sinpo came back without squid for the third week, a foreman said.

He said that crews now sell rope to buy rice.

Photo: Coast Courier
"""
PAGE = """\
<!doctype html><html><head><title>Nets come in empty</title>
<link rel="canonical" href="https://www.courier.example/2014/nets"></head><body>
<nav class="menu"><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<article><h1 class="cc-title">Nets come in empty at Sinpo</h1><div class="cc-body">
<p>The boats of Sinpo came back without squid for the third week, a foreman said.</p>
<p>He said that crews now sell rope to buy rice.</p></div></article></body></html>
"""


@pytest.fixture
def sample(tmp_path):
    """A document of an outlet that nobody knows yet."""
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "story.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


def rules_of(folder, package):
    """The rules that the generated module registers."""
    program = (
        f"import sys, json; sys.path.insert(0, {str(folder / 'src')!r}); import {package} as plugin;"
        "(r,) = plugin.nkdocs_register_parsers();"
        "print(json.dumps([r.id, sorted(r.hosts), r.markers, r.header, dict(r.classes), r.language]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def installed(folder, name, package):
    """The environment in which the plugin is installed, as an installer leaves it."""
    info = folder / "src" / f"nkdocs_{name}-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: nkdocs-{name}\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text(f"[nkdocs]\n{name} = {package}\n")
    path = os.pathsep.join(filter(None, (str(folder / "src"), os.environ.get("PYTHONPATH"))))
    return {"PYTHONPATH": path, "NKDOCS_DISABLE_PLUGINS": ""}


def test_the_files_are_those_of_the_contract(nkdocs, sample):
    """A project that can be built, a module, tests, and the sample with its record."""
    assert nkdocs("plugins", "new", "coast-courier", "--from", "story.txt").returncode == 0
    folder = sample / "nkdocs-coast-courier"
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert files == {
        "pyproject.toml", "README.md", "src/nkdocs_coast_courier/__init__.py", "tests/test_coast_courier.py",
        "tests/corpus/story.txt", "tests/corpus/story.expected.json", "tests/corpus/story.meta.toml",
    }  # fmt: skip
    assert (folder / "tests/corpus/story.txt").read_bytes() == (sample / "story.txt").read_bytes()
    project = tomllib.loads((folder / "pyproject.toml").read_text())
    assert project["project"]["name"] == "nkdocs-coast-courier"
    assert project["project"]["entry-points"]["nkdocs"] == {"coast-courier": "nkdocs_coast_courier"}
    assert [path for path in sample.iterdir() if path.name.startswith(".")] == []


def test_a_phrase_claims_where_no_host_is_known(nkdocs, sample):
    """The phrase is marked as something to look at; it is in the sample."""
    nkdocs("plugins", "new", "courier", "--from", "story.txt")
    folder = sample / "nkdocs-courier"
    _, hosts, markers, header, _, language = rules_of(folder, "nkdocs_courier")
    assert (hosts, header, language) == ([], ["headline?", "byline?", "date?"], "en")
    assert markers == ["Photo: Coast Courier"]
    assert "# \x54ODO" in (folder / "src/nkdocs_courier/__init__.py").read_text()


@pytest.mark.parametrize(
    ("arguments", "host"),
    [(["story.html"], "courier.example"), (["story.txt", "--url", "https://www.coast.example/1"], "coast.example")],
)
def test_a_host_claims_where_one_is_known(nkdocs, sample, arguments, host):
    """From the url, or from the page's own canonical address."""
    nkdocs("plugins", "new", "courier", "--from", *arguments)
    assert rules_of(sample / "nkdocs-courier", "nkdocs_courier")[1:3] == [[host], []]


def test_a_page_is_read_by_its_classes(nkdocs, sample):
    """The class of the headline and that of the body are told apart from the menu's."""
    nkdocs("plugins", "new", "courier", "--from", "story.html")
    assert rules_of(sample / "nkdocs-courier", "nkdocs_courier")[4] == {"cc-title": "headline", "cc-body": "body"}


@pytest.mark.parametrize("arguments", [["story.txt"], ["story.html"], ["story.txt", "--url", "https://c.example/1"]])
def test_installed_it_claims_its_sample(nkdocs, sample, arguments):
    """Its parser wins, and the record is the expected one."""
    nkdocs("plugins", "new", "courier", "--from", *arguments)
    folder = sample / "nkdocs-courier"
    url = arguments[1:] and ["--url", arguments[-1]]
    done = nkdocs("parse", arguments[0], *url, env=installed(folder, "courier", "nkdocs_courier"))
    record = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (record["parser"]["id"], record["parser"]["distribution"]) == ("courier", "nkdocs-courier")
    (expected,) = json.loads((folder / "tests/corpus/story.expected.json").read_bytes())["articles"]
    for key in ("headline", "paragraphs", "bylines", "published", "outlet"):
        assert record[key] == expected[key]
    assert expected["headline"]["text"] == "Nets come in empty at Sinpo"


@pytest.mark.parametrize(("name", "package"), [("38n", "nkdocs_38n"), ("class", "nkdocs_class"), ("a-1", "nkdocs_a_1")])
def test_odd_names_give_packages_that_import(nkdocs, sample, name, package):
    """A digit first, a word of the language, hyphens."""
    assert nkdocs("plugins", "new", name, "--from", "story.txt").returncode == 0
    assert rules_of(sample / f"nkdocs-{name}", package)[0] == name


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Courier", "--from", "story.txt"], b"'courier' would do"),
        (["a_b", "--from", "story.txt"], b"'a-b' would do"),
        (["../up", "--from", "story.txt"], b"'up' would do"),
        (["a/b", "--from", "story.txt"], b"NAME is"),
        (["-", "--from", "story.txt"], b"NAME is"),
        (["dailynk", "--from", "story.txt"], b"choose another NAME"),
        (["courier", "--from", "missing.txt"], b"No such file"),
        (["courier", "--from", "."], b"cannot be read"),
        (["courier", "--from", "blank.txt"], b"holds no text"),
        (["courier", "--from", "story.txt", "--url", "nowhere"], b"names no host"),
        (["courier"], b"--from"),
        (["taken", "--from", "story.txt"], b"exists already"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(nkdocs, sample, arguments, told):
    """Exit code 2, one line, no folder."""
    (sample / "blank.txt").write_text(" \n\n")
    (sample / "nkdocs-taken").mkdir()
    before = sorted(sample.rglob("*"))
    done = nkdocs("plugins", "new", *arguments)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert told in done.stderr
    assert sorted(sample.rglob("*")) == before


def test_it_goes_where_it_is_sent(nkdocs, sample):
    """``--into`` names the folder that the plugin's folder goes to."""
    assert nkdocs("plugins", "new", "courier", "--from", "story.txt", "--into", "plugins").returncode == 0
    assert (sample / "plugins/nkdocs-courier/pyproject.toml").is_file()
