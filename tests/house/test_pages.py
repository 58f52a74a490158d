"""The pages beside the code keep up with it."""

import re

import pytest

import nkdocs
from nkdocs.records.note import BUILTIN_CODES

RUN, SHOWN = {"python", "console"}, {"csv", "json", "sh", "text", "toml"}
OPENING_FENCE = re.compile(r"^```(\S*)\n(?s:.*?)^```$", re.MULTILINE)


def test_the_changelog_speaks_of_this_version(project, root):
    """CHANGELOG.md has a section for the version of pyproject.toml."""
    headings = re.findall(r"^## .*$", (root / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert any(project["version"] in heading for heading in headings), headings


def test_no_example_goes_unrun(root):
    """Code blocks are ``python`` or ``console``, which run, or plainly no example: data, output, set-up."""
    pages = [root / "README.md", *sorted((root / "docs").rglob("*.md"))]
    fences = {(page.name, language) for page in pages for language in OPENING_FENCE.findall(page.read_text("utf-8"))}
    assert {(page, language) for page, language in fences if language not in RUN | SHOWN} == set()


@pytest.mark.parametrize("code", BUILTIN_CODES)
def test_each_note_code_has_a_paragraph(code, root):
    """docs/reference/notes.md says of every built-in code, under a heading or in bold, what it means."""
    page = (root / "docs" / "reference" / "notes.md").read_text("utf-8")
    assert re.search(rf"^(#+ +|[*-] +)?(\*\*)?`{re.escape(code)}`(\*\*)?", page, re.MULTILINE)


def test_note_codes_are_a_sorted_list():
    """The closed set of codes is kept in order, each once."""
    assert list(BUILTIN_CODES) == sorted(set(BUILTIN_CODES))


@pytest.mark.parametrize("name", nkdocs.__all__)
def test_the_reference_covers_each_public_name(name, root):
    """Every name of the front door occurs in a page of docs/reference."""
    pages = "\n".join(path.read_text("utf-8") for path in sorted((root / "docs" / "reference").glob("*.md")))
    assert re.search(rf"\b{re.escape(name)}\b", pages)
