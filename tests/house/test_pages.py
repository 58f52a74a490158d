"""The pages beside the code keep up with it."""

import re

import pytest

import nkdocs
from nkdocs.records.note import BUILTIN_CODES


def test_the_changelog_speaks_of_this_version(project, root):
    """CHANGELOG.md has a section for the version of pyproject.toml."""
    headings = re.findall(r"^## .*$", (root / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert any(project["version"] in heading for heading in headings), headings


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
