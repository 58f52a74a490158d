"""Installed beside nkdocs, the plugin takes part by itself."""

import json
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import nkdocs

ARCHIVE = Path(__file__).parent / "containers" / "june.harbour"


def run(*arguments, folder=None):
    """Run the command."""
    program = [sys.executable, "-m", "nkdocs", *arguments]
    return subprocess.run(program, capture_output=True, text=True, check=False, cwd=folder)


def test_both_are_installed_and_not_found_in_a_checkout():
    """The wheels are what is tested."""
    assert metadata.version("nkdocs-harbour") == "1.2"
    assert "site-packages" in nkdocs.__file__


def test_it_is_listed_and_nothing_is_wrong():
    """All that it brings is there."""
    told = json.loads(run("plugins", "list", "--json").stdout)
    (plugin,) = [each for each in told["plugins"] if each["name"] == "harbour"]
    assert told["problems"] == []
    assert (plugin["distribution"], plugin["version"], plugin["state"]) == ("nkdocs-harbour", "1.2", "loaded")
    assert plugin["parsers"] == ["harbour", "harbour/tides"]
    assert (plugin["readers"], plugin["exporters"], plugin["enrichers"]) == (["harbour"], ["headlines"], ["sections"])


def test_its_archive_is_read_by_its_parsers_and_written_by_its_exporter(tmp_path):
    """From one end of the corridor to the other."""
    done = run("parse", str(ARCHIVE), "-o", "june.headlines", "--enrich", "sections", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "nkdocs: 2 documents, 2 articles; none failed\n")
    lines = (tmp_path / "june.headlines").read_text("utf-8").splitlines()
    assert [line.split("\t")[1:] for line in lines] == [
        ["harbour", "Ferries stay at the quay"],
        ["harbour", "Tides at Wonsan"],
    ]


def test_its_records_name_it():
    """Parser, version and distribution are in the record; an enricher runs where it was asked for."""
    documents = list(nkdocs.read(ARCHIVE))
    registry = nkdocs.Registry(enrich=["sections"])
    article = nkdocs.parse(documents[0], registry=registry).article
    assert (article.parser.id, article.parser.distribution, article.parser.distribution_version) == (
        "harbour", "nkdocs-harbour", "1.2",
    )  # fmt: skip
    assert (article.parser.strength, article.section) == ("source", "Harbour")
    assert nkdocs.parse(documents[0]).article.section is None


def test_left_out_it_changes_nothing():
    """Without it the fallback reads its pages."""
    for option in (["--no-plugins"], ["--no-plugin", "harbour"]):
        done = run("parse", str(Path(__file__).parent / "corpus" / "ferries.txt"), *option)
        assert json.loads(done.stdout)["parser"]["id"] == "generic"
