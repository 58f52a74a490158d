"""What comes with nkdocs is held to the kit like any stranger's plugin."""

import gzip
import json

import pytest

from nkdocs import Registry
from nkdocs.testing.enricher_checks import check_enricher
from nkdocs.testing.exporter_checks import check_exporter
from nkdocs.testing.reader_checks import check_reader

REGISTRY = Registry(entry_points=False)
TEXT = "Salt sells out\n\nBy Monday there was none, 소금 장수가 말했다.\n".encode()
ROWS = [
    {"text": "Salt sells out\n\nThere was none on Monday.", "name": "salt", "url": "https://borderledger.example/1"},
    {"html": "<p>Rice was cheaper.</p>", "captured": "2014-11-05"},
    {"content": "소금이 동났다.", "media_type": "text/plain"},
]
LINES = b"\n\n".join(json.dumps(row, ensure_ascii=False).encode() for row in ROWS) + b"\n"
# What the built-in readers read, by name: containers of their formats in our own words.
CONTAINERS = {
    "salt.txt": TEXT,
    "salt.txt.gz": gzip.compress(TEXT, mtime=0),
    "salt.html": b"<!doctype html><p>Salt sells out",
    "rows.jsonl": LINES,
    "unended.jsonl": LINES.strip(),
    "rows.jsonl.gz": gzip.compress(LINES, mtime=0) + gzip.compress(LINES, mtime=0),
}
# The one check that cannot be made: of one document nothing comes before it is read.
NOT_RUN = {"text": {"R05"}}


@pytest.fixture(scope="session")
def containers(tmp_path_factory):
    """A folder of containers for every built-in reader."""
    folder = tmp_path_factory.mktemp("containers")
    for name, content in CONTAINERS.items():
        (folder / name).write_bytes(content)
    return folder


def wrong(results):
    """What is not as it should be."""
    return [result for result in results if result.outcome != "passed"]


@pytest.mark.parametrize("name", sorted(REGISTRY.exporters))
def test_every_exporter_passes(name):
    """No property of exporters is broken."""
    assert wrong(check_exporter(name, registry=REGISTRY)) == []


@pytest.mark.parametrize("name", sorted(REGISTRY.readers))
def test_every_reader_passes(name, containers):
    """No property of readers is broken."""
    results = wrong(check_reader(name, containers, registry=REGISTRY))
    assert {result.id: result.outcome for result in results} == dict.fromkeys(NOT_RUN.get(name, ()), "not-run")


@pytest.mark.parametrize("name", sorted(REGISTRY.enrichers))
def test_every_enricher_passes(name):
    """No property of enrichers is broken."""
    assert wrong(check_enricher(name, registry=REGISTRY)) == []
