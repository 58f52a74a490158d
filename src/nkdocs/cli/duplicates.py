"""``--dedup``: articles that repeat an earlier one are noted, and counted at the end."""

from collections.abc import Iterator

from nkdocs.cli.screen import say
from nkdocs.pipeline.duplicates import Duplicates
from nkdocs.records import Parsed

__all__ = ["reported_duplicates"]


def reported_duplicates(parsed: Iterator[Parsed], *, near: bool) -> Iterator[Parsed]:
    """The same documents, with notes; at the end a line on standard error says how many articles have one."""
    with Duplicates(near=near) as seen:
        for item in parsed:
            yield seen.mark(item)
    nearly = f", {seen.nearly} nearly" if near else ""
    say(f"{seen.same} of {seen.articles} articles repeat an earlier one{nearly}")
