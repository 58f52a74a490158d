"""``nkdocs search``: words in an SQLite corpus."""

import json

import attrs
import click

from nkdocs.cli.screen import json_visible, standard_output, visible
from nkdocs.pipeline.searching import Hit, search

__all__ = ["command"]


@click.command("search")
@click.argument("corpus", metavar="CORPUS")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON for each article.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Print no more than N articles.")
def command(*, corpus: str, words: tuple[str, ...], as_json: bool, limit: int | None) -> int:
    """Print the articles of an SQLite CORPUS that hold all the WORDS.

    Headlines, text, captions and comments are searched, whatever the case. A Korean word of two or more syllables is
    also found at the beginning of longer ones.
    """
    output = standard_output(json_visible if as_json else visible)
    for hit in search(corpus, words, limit=limit):
        output.line(json.dumps(attrs.asdict(hit), ensure_ascii=False) if as_json else _shown(hit))
    return 0


def _shown(hit: Hit) -> str:
    """A hit in a few lines: what it is, where it is, what it says."""
    lines = [hit.headline or "(no headline)", f"  {hit.url or hit.id}", f"  {hit.snippet}", ""]
    return "\n".join(lines)
