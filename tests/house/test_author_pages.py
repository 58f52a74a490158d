"""What authors of plugins read keeps up with the code."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import nkdocs
from nkdocs.plugin.hooks import HOOKS
from nkdocs.testing.check import Check
from nkdocs.testing.enricher_checks import ENRICHER_CHECKS
from nkdocs.testing.exporter_checks import EXPORTER_CHECKS
from nkdocs.testing.parser_checks import PARSER_CHECKS
from nkdocs.testing.reader_checks import READER_CHECKS

CHECKS: tuple[Check[Any], ...] = (*PARSER_CHECKS, *EXPORTER_CHECKS, *READER_CHECKS, *ENRICHER_CHECKS)
FIRST_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PARAGRAPH = re.compile(r"^\*\*`([A-Z]\d\d)`\*\* \(([MS])\) \S", re.MULTILINE)
PARTS = ("Since plugin API ", "## What it is given, what it gives", "## An example", "## When it fails")


def page(root: Path, name: str) -> str:
    """A page of the reference."""
    return (root / "docs" / "reference" / name).read_text("utf-8")


def signature(function: Callable[..., Any]) -> inspect.Signature:
    """What a function takes and gives, ``self`` aside."""
    found = inspect.signature(function)
    return found.replace(parameters=[each for name, each in found.parameters.items() if name != "self"])


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_s_page_opens_with_its_exact_signature(hook, root):
    """The title names the arguments, and the first block is the specification, annotations included."""
    specified = signature(getattr(nkdocs.NkdocsSpecs, hook))
    text = page(root, f"hooks/{hook}.md")
    assert text.startswith(f"# `{hook}({', '.join(specified.parameters)})`\n")
    written: dict[str, Any] = {}
    exec(FIRST_BLOCK.search(text)[1], written)  # noqa: S102 - a page of this very project
    assert signature(written[hook]) == specified


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_s_page_has_all_its_parts(hook, root):
    """Since when, what goes in and out, an example, and what happens on failure."""
    assert [part for part in PARTS if part not in page(root, f"hooks/{hook}.md")] == []


def test_there_is_no_page_of_a_hook_that_is_none(root):
    """The pages are those of the hooks."""
    assert {path.stem for path in (root / "docs" / "reference" / "hooks").iterdir()} == set(HOOKS)


def test_each_check_of_the_kit_has_its_paragraph_and_level(root):
    """The property reference has one paragraph for each check, with the level that the check has."""
    told = PARAGRAPH.findall(page(root, "conformance.md"))
    assert sorted(told) == sorted((check.id, check.level) for check in CHECKS)


def test_the_checks_are_those_that_were_promised():
    """No property of the contract is missing."""
    promised = {
        "P": [*range(1, 7), *range(10, 18), *range(20, 29), *range(30, 35), *range(40, 43)],
        "G": range(1, 5),
        "X": range(1, 7),
        "R": range(1, 6),
        "E": range(1, 5),
    }
    expected = [f"{kind}{number:02}" for kind, numbers in promised.items() for number in numbers]
    assert sorted(check.id for check in CHECKS) == sorted(expected)


def test_every_page_is_in_the_contents(root):
    """docs/index.md links to each page of docs."""
    docs = root / "docs"
    linked = set(re.findall(r"\]\(([^)#]+\.md)", (docs / "index.md").read_text("utf-8")))
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")} - {"index.md"}
    assert pages - linked == set()


def test_links_between_pages_lead_somewhere(root):
    """A relative link of a page names a file that is there."""
    broken = {
        (path.name, target)
        for path in (root / "docs").rglob("*.md")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8"))
        if not (path.parent / target).exists()
    }
    assert broken == set()
