"""Tide tables, which the newspaper prints below the name of the port."""

import re

from nkdocs import Claim, Draft, Evidence, Layout, NotMine, Paragraph, ParseContext, Span, Strength, Text

__all__ = ["Tides"]

_HEAD = re.compile(r"Tides at [A-Z]\w+\b")
_LOOKED_AT = 4096


class Tides:
    """Reads a tide table."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The table's own first line is the claim."""
        found = _HEAD.search(layout.text[:_LOOKED_AT])
        if found is None:
            return None
        return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="tides", span=Span(*found.span()))])

    def parse(self, layout: Layout, ctx: ParseContext) -> Draft:
        """The first line is the headline, all others are the table."""
        if not layout.blocks:
            raise NotMine("there is no table")
        first, *rest = layout.blocks
        return Draft(
            outlet="harbour",
            headline=Text(text=first.text, span=first.span),
            paragraphs=[Paragraph(text=block.text, span=block.span) for block in rest],
        )
