"""The page around the sections: its head, which lets a browser load nothing, and its style."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from nkdocs.report.listed import HEADS
from nkdocs.report.markup import element, shown
from nkdocs.report.tables import authors, notes, outlets, parsers, sources, threads
from nkdocs.report.tally import Tally
from nkdocs.report.timeline import timeline

__all__ = ["after_list", "before_list"]

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8884; --bar: #37699c; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
.wide { overflow-x: auto; } table { border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; } td.number { text-align: right; font-variant-numeric: tabular-nums; }
dl { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; } dd { margin: 0; font-size: 1.4rem; }
svg { width: 100%; height: auto; } rect { fill: var(--bar); } text { fill: currentColor; font-size: 13px; }
#outlets td, #articles td:nth-child(4) { white-space: nowrap; } /* days */
a { color: inherit; } summary { cursor: pointer; }
"""
_POLICY: Final = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'"


def before_list(tally: Tally, title: str) -> Iterator[str]:
    """Everything up to the first row of the list of articles."""
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{shown(_POLICY)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"{element('title', shown(title))}\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    yield f"{element('h1', f'<bdi>{shown(title)}</bdi>')}\n{_totals(tally)}"
    for section in (outlets, timeline, authors, sources, threads, notes, parsers):
        yield section(tally)
    heads = "".join(element("th", head, scope="col") for head in HEADS)
    yield '<section id="articles">\n<h2>Articles</h2>\n<div class="wide"><table>\n'
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>\n"


def after_list() -> str:
    """Everything behind the last row."""
    return "</tbody></table></div>\n</section>\n</body>\n</html>\n"


def _totals(tally: Tally) -> str:
    told = {
        "articles": tally.articles,
        "documents": tally.documents,
        "outlets": len(tally.outlets.keys() - {""}),
        "characters of text": tally.characters,
        "comments": tally.comments["comments"],
    }
    pairs = (f"<div><dt>{name}</dt><dd>{count}</dd></div>" for name, count in told.items())
    return f"<dl>{''.join(pairs)}</dl>\n"
