import gzip
import json
import os
import subprocess
import sys

import pytest

from nkdocs.records.convert import from_dict


def records(output):
    """The records that standard output holds."""
    return [json.loads(line) for line in output.decode().splitlines()]


def test_records_go_to_standard_output_as_json_lines(article, nkdocs):
    """One line a document, each a record that reads back; standard error stays empty."""
    result = nkdocs("parse", "a.txt", "a.txt")
    assert (result.returncode, result.stderr) == (0, b"")
    first, second = records(result.stdout)
    assert first == second
    assert from_dict(first).headline.text == "Rice prices fall in Hyesan"
    assert first["document"]["name"] == "a.txt"
    assert b"Rice prices" in result.stdout


def test_records_go_to_a_file_of_the_chosen_format(article, nkdocs):
    """The suffix chooses, ``--format`` overrules it, and nothing goes to standard output."""
    for arguments in (["-o", "out.jsonl"], ["-o", "out.csv"], ["-o", "out.text", "--format", "jsonl"]):
        assert nkdocs("parse", "a.txt", *arguments).stdout == b""
    assert (
        (article / "out.jsonl").read_bytes() == (article / "out.text").read_bytes() == nkdocs("parse", "a.txt").stdout
    )
    assert (article / "out.csv").read_text(encoding="utf-8").startswith("id,name")
    assert nkdocs("parse", "a.txt", "--format", "csv").stdout == (article / "out.csv").read_bytes()
    assert nkdocs("parse", "a.txt", "-o", "-").stdout == (article / "out.jsonl").read_bytes()


def test_what_the_caller_knows_goes_into_the_record(article, nkdocs):
    """Address, capture, parser and text are taken from the options."""
    options = ["--url", "http://a.example/x", "--captured", "2014-06-03", "--parser", "generic", "--keep-text"]
    (record,) = records(nkdocs("parse", "a.txt", *options).stdout)
    assert record["document"]["url"] == "http://a.example/x"
    assert record["document"]["captured"] == "2014-06-03"
    assert record["document"]["text"] == (article / "a.txt").read_text(encoding="utf-8")
    assert (record["parser"]["id"], record["parser"]["strength"]) == ("generic", "declared")


def test_standard_input_is_told_by_its_first_bytes(article, nkdocs):
    """A document, a compressed one and a table of rows all come through the same dash."""
    text = (article / "a.txt").read_bytes()
    rows = b"\n".join(json.dumps({"text": text.decode(), "name": name}).encode() for name in "ab")
    found = [
        records(nkdocs("parse", "-", input=content).stdout)
        for content in (text, gzip.compress(text), rows, gzip.compress(rows))
    ]
    assert [len(each) for each in found] == [1, 1, 2, 2]
    assert {each[0]["headline"]["text"] for each in found} == {"Rice prices fall in Hyesan"}
    assert [record["document"]["name"] for record in found[2]] == ["a", "b"]


def test_the_input_format_settles_it(article, nkdocs):
    """Rows are one document of text for whoever says so."""
    (record,) = records(nkdocs("parse", "-", "--input-format", "text", input=b'{"text": "a"}').stdout)
    assert record["document"]["origin"] is None


def test_an_unreadable_document_is_exit_1_and_the_others_are_written(article, nkdocs):
    """One line on standard error for what failed; ``--errors`` has it as data."""
    (article / "cut.txt.gz").write_bytes(gzip.compress(b"A line about rice.")[:20])
    (article / "rows.jsonl").write_bytes(b'{"text": "Rice and maize."}\nnonsense\n')
    result = nkdocs("parse", "a.txt", "cut.txt.gz", "rows.jsonl", "--errors", "failed.jsonl", "-o", "out.jsonl")
    assert (result.returncode, result.stdout) == (1, b"")
    *failures, summary = result.stderr.splitlines()
    assert [line.split(b": ")[1:3] for line in failures] == [
        [b"cut.txt.gz", b"truncated-container"],
        [b"rows.jsonl", b"bad-line"],
    ]
    assert summary == b"nkdocs: 4 documents, 2 articles; 2 failed (bad-line 1, truncated-container 1)"
    assert len(records((article / "out.jsonl").read_bytes())) == 2
    cut, bad = records((article / "failed.jsonl").read_bytes())
    assert list(cut) == ["source", "name", "code", "line", "offset", "message"]
    assert (cut["source"], cut["code"], cut["line"], cut["offset"]) == ("cut.txt.gz", "truncated-container", None, 20)
    assert (bad["source"], bad["code"], bad["line"], bad["offset"]) == ("rows.jsonl", "bad-line", 2, 28)


def test_the_file_of_errors_is_not_the_output(article, nkdocs):
    """Either would replace the other, so it is told before anything is read."""
    result = nkdocs("parse", "a.txt", "-o", "out.jsonl", "--errors", "./out.jsonl")
    assert (result.returncode, result.stderr) == (2, b"nkdocs: --errors and -o are two files, not both './out.jsonl'\n")
    assert not (article / "out.jsonl").exists()


def test_the_file_of_errors_is_written_when_there_are_none(article, nkdocs):
    """An empty file says that nothing failed."""
    assert nkdocs("parse", "a.txt", "--errors", "failed.jsonl").returncode == 0
    assert (article / "failed.jsonl").read_bytes() == b""


def test_strict_counts_notes(article, nkdocs):
    """A note is a failure for whoever wants none; the record is written all the same."""
    (article / "nul.txt").write_bytes((article / "a.txt").read_bytes().replace(b"harvest", b"har\0vest"))
    assert nkdocs("parse", "nul.txt").returncode == 0
    result = nkdocs("parse", "nul.txt", "--strict", "--errors", "failed.jsonl")
    assert result.returncode == 1
    assert len(records(result.stdout)) == 1
    assert records((article / "failed.jsonl").read_bytes())[0]["code"] == "replaced-characters"


@pytest.mark.parametrize("content", [b"", b" \n\t\n", "\ufeff\u3000".encode()])
def test_nothing_but_empty_documents_is_exit_3(article, nkdocs, content):
    """No parser had anything to claim; with one real document beside it all is well."""
    (article / "empty.txt").write_bytes(content)
    assert nkdocs("parse", "empty.txt").returncode == 3
    assert nkdocs("parse", "empty.txt", "a.txt").returncode == 0


def test_a_folder_without_documents_is_exit_3(article, nkdocs):
    """Nothing to read is nothing found, not success."""
    (article / "folder").mkdir()
    assert nkdocs("parse", "folder").returncode == 3


def test_output_depends_on_nothing_but_the_input(article, nkdocs):
    """Zone, locale, encoding of the streams and hash seed change no byte."""
    (article / "평양.txt").write_text("Rice prices fall\n\n평양의 쌀값이 내렸다고 소식통이 전했다.\n", encoding="utf-8")
    surroundings = [
        {},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii", "TZ": "Asia/Pyongyang", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "PYTHONHASHSEED": "2", "NO_COLOR": "1"},
    ]
    outputs = {nkdocs("parse", "평양.txt".encode(), ".", env=env).stdout for env in surroundings}
    (output,) = outputs
    assert len(records(output)) == 3


def test_a_file_name_that_is_no_utf_8_is_shown_with_replacements(article, nkdocs):
    """The document is read, and its name is Unicode in the record."""
    (article / os.fsdecode(b"\xff.txt")).write_bytes((article / "a.txt").read_bytes())
    for env in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        (record,) = records(nkdocs("parse", b"\xff.txt", env=env).stdout)
        assert record["document"]["name"] == "\ufffd.txt"


def test_a_terminal_gets_json_that_it_does_not_obey(article, terminal):
    """Controls and direction marks are escapes of JSON there, and the JSON is the same."""
    (article / "hostile.txt").write_text("Rice \x1b]0;x\x07 and \x9b31m \u202e maize\n\nfell.\n", encoding="utf-8")
    code, screen = terminal("parse", "hostile.txt", "--keep-text")
    assert code == 0
    assert not any(byte < 0x20 and byte not in b"\r\n" for byte in screen)
    assert not {"\x9b", "\u202e"} & set(screen.decode())
    (record,) = records(screen)
    assert record["document"]["text"] == (article / "hostile.txt").read_text(encoding="utf-8")


def test_a_pipe_gets_every_character(article, nkdocs):
    """What is no terminal gets the text as it is."""
    (article / "hostile.txt").write_text("Rice \x9b31m \u202e maize\n\nfell.\n", encoding="utf-8")
    assert "\x9b31m \u202e".encode() in nkdocs("parse", "hostile.txt").stdout


def test_a_destination_is_refused_before_anything_is_read(article):
    """A folder as output is one line, while standard input was never touched."""
    read, write = os.pipe()
    command = [sys.executable, "-m", "nkdocs", "parse", "-", "-o", "."]
    result = subprocess.run(command, cwd=article, stdin=read, capture_output=True, check=False, timeout=60)
    os.close(read)
    os.close(write)
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)


def test_the_number_of_jobs_changes_no_byte(article, nkdocs):
    """Several processes give the same records in the same order."""
    for number in range(70):
        (article / f"{number}.txt").write_text(f"Report {number}\n\nRice fell by {number} won.\n", encoding="utf-8")
    assert nkdocs("parse", ".", "--jobs", "2").stdout == nkdocs("parse", ".").stdout
