import json

import pytest


def test_the_json_has_the_shape_of_the_contract(nkdocs):
    """One object on standard output; the summary goes to standard error."""
    done = nkdocs("plugins", "check", "jsonl", "--json")
    told = json.loads(done.stdout)
    assert list(told) == [
        "schema", "id", "version", "documents", "passed", "failed", "waived", "not_run", "checks",
    ]  # fmt: skip
    assert (told["schema"], told["id"], told["failed"]) == ("nkdocs/check/1", "jsonl", 0)
    assert all(list(check) == ["id", "level", "outcome", "document", "detail"] for check in told["checks"])
    ids = {check["id"] for check in told["checks"]}
    assert told["passed"] + told["waived"] + told["not_run"] == len(ids)
    assert done.returncode == 0
    assert done.stderr.startswith(b"nkdocs conformance jsonl 1: ")


def test_the_summary_is_the_last_line(nkdocs):
    """How many checks ran is said in any case."""
    done = nkdocs("plugins", "check", "csv")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith(b"nkdocs conformance csv 1: ")


def test_a_corpus_says_that_the_reader_is_meant(nkdocs, tmp_path):
    """One name may be a reader's and an exporter's: documents are for the reader."""
    (tmp_path / "rows").mkdir()
    (tmp_path / "rows" / "two.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    told = json.loads(nkdocs("plugins", "check", "jsonl", "--corpus", "rows", "--json").stdout)
    assert {check["id"][0] for check in told["checks"]} == {"R"}
    assert told["documents"] == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["generic"], b"--corpus DIR"),
        (["generic", "--corpus", "nowhere"], b"is no folder"),
        (["sqlite", "--corpus", "."], b"takes no --corpus"),
        (["generik"], b"did you mean generic"),
        ([], b"ID"),
    ],
)
def test_what_cannot_be_checked_is_refused(nkdocs, arguments, told):
    """Exit code 2 and one line."""
    done = nkdocs("plugins", "check", *arguments)
    assert (done.returncode, len(done.stderr.splitlines()), done.stdout) == (2, 1, b"")
    assert told in done.stderr
