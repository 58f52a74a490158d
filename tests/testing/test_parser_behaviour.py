"""How a parser is checked whose factory is an object, and what is told where no parser can be made."""

from pathlib import Path

import pytest

import nkdocs
from nkdocs.testing.check import run_checks
from nkdocs.testing.parser_behaviour import BEHAVIOUR, hosts
from nkdocs.testing.subject import parser_subject

# Each run of the kit takes seconds: once is enough.
pytestmark = pytest.mark.slow

TEXT = "Salt is dear\n\nA sack of salt costs as much as two of rice.\n"


class Plain:
    """A headline and a body."""

    def claim(self, layout, ctx):
        return None

    def parse(self, layout, ctx):
        if not layout.blocks:
            raise nkdocs.NotMine("nothing")
        title, *body = layout.blocks
        return nkdocs.Draft(
            headline=nkdocs.Text(text=title.text, span=title.span),
            paragraphs=[nkdocs.Paragraph(text=block.text, span=block.span) for block in body],
        )


class Printing(Plain):
    """Prints."""

    def parse(self, layout, ctx):
        print("salt")  # noqa: T201 - the defect
        return super().parse(layout, ctx)


class Counting(Plain):
    """Says something else each time."""

    count = 0

    def parse(self, layout, ctx):
        Counting.count += 1
        draft = super().parse(layout, ctx)
        return nkdocs.Result(drafts=[draft], notes=[nkdocs.Note(code="salt-count", detail=str(self.count))])


class Sealed(Plain):
    """Writes into what it is given."""

    def parse(self, layout, ctx):
        ctx.options._items["salt"] = "seen"
        return super().parse(layout, ctx)


def outcomes(factory, folder: Path, checks: list[str] | None = None) -> dict[str, str]:
    """The outcome of each property of behaviour."""
    folder.joinpath("salt.txt").write_text(TEXT, "utf-8")
    info = nkdocs.ParserInfo(id="salt", version="1", factory=factory, produces=["headline"])
    return {r.id: r.outcome for r in run_checks(BEHAVIOUR, parser_subject(info, folder), waive={}, only=checks)}


def test_what_needs_another_process_is_not_run_for_objects(tmp_path):
    """A factory that is an object cannot be handed to another process; all else is checked in this one."""
    found = outcomes(Plain, tmp_path)
    assert {id_ for id_, outcome in found.items() if outcome == "not-run"} == {"P20", "P21", "P23"}
    assert {outcome for id_, outcome in found.items() if id_ not in {"P20", "P21", "P23"}} == {"passed"}


@pytest.mark.parametrize(("factory", "property_"), [(Printing, "P24"), (Counting, "P20"), (Sealed, "P22")])
def test_defects_of_objects_are_found_in_this_process(factory, property_, tmp_path):
    """What shows here is a fault, whatever the factory is."""
    assert outcomes(factory, tmp_path, [property_]) == {property_: "failed"}


def test_without_a_parser_nothing_is_run(tmp_path):
    """A factory that cannot be imported is for P01 to tell, not for each property."""
    assert set(outcomes("no_such_module:Salt", tmp_path).values()) == {"not-run"}


def test_the_hosts_are_the_longest_text_and_the_longest_page(tmp_path):
    """Of texts and of pages the one with most text is what something is grown in."""
    tmp_path.joinpath("a.txt").write_text("Short.", "utf-8")
    tmp_path.joinpath("b.html").write_text("<p>A page of its own kind.</p>", "utf-8")
    info = nkdocs.ParserInfo(id="salt", version="1", factory=Plain, produces=["headline"])
    tmp_path.joinpath("c.txt").write_text(TEXT, "utf-8")
    assert hosts(parser_subject(info, tmp_path)) == [1, 2]
