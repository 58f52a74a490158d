"""The sections that are tables: outlets, who wrote, who is quoted, threads, notes, parsers."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from nkdocs.report.markup import element, section, shown, table
from nkdocs.report.tally import Outlet, Tally

__all__ = ["authors", "notes", "outlets", "parsers", "sources", "threads"]

_TOP: Final = 25
_UNKNOWN: Final = "<i>unknown</i>"
_PARTS: Final = ("headline", "date", "byline", "body")


def outlets(tally: Tally) -> str:
    """What there is of each outlet, and what its articles lack."""
    heads = ("outlet", "articles", *(f"with {part}" for part in _PARTS), "comments", "languages", "first", "last")
    ranked = sorted(tally.outlets.items(), key=lambda pair: (-pair[1].articles, pair[0]))
    rows = ([_name(name), *_of(outlet)] for name, outlet in ranked)
    return section("outlets", "Outlets", table(heads, rows, numbers=len(_PARTS) + 2) if ranked else "")


def _of(outlet: Outlet) -> Iterator[str]:
    yield str(outlet.articles)
    yield from (_share(outlet.told[part], outlet.articles) for part in _PARTS)
    yield str(outlet.comments)
    ranked = sorted(outlet.languages.items(), key=lambda pair: (-pair[1], pair[0]))
    yield ", ".join(f"{_name(language)} {count}" for language, count in ranked)
    yield outlet.first.isoformat() if outlet.first is not None else ""
    yield outlet.last.isoformat() if outlet.last is not None else ""


def authors(tally: Tally) -> str:
    """Who signs most."""
    return section("authors", "Bylines", _top("signed", tally.authors))


def sources(tally: Tally) -> str:
    """Who is quoted, and where they are said to be."""
    all_of_them = sum(tally.attributions.values())
    if not all_of_them:
        return ""
    told = f"{all_of_them} attributions, {_share(tally.attributions[True], all_of_them)} to somebody who is named."
    return section(
        "sources",
        "Sources",
        element("p", told),
        _top("speaker, as written", tally.speakers),
        _top("place", tally.places),
    )


def threads(tally: Tally) -> str:
    """How many comments there are, and what the pages lost of them."""
    count = tally.comments["comments"]
    rows = [[f"without {part}", str(tally.comments[part])] for part in ("author", "body", "parent")]
    return section("threads", "Comments", table(["comments", str(count)], rows)) if count else ""


def notes(tally: Tally) -> str:
    """What the parsers had to say, by how many articles it was said of."""
    return section("notes", "Notes", _top("note", tally.notes, limit=None))


def parsers(tally: Tally) -> str:
    """Which parsers made the records, and how sure they were that they should."""
    ranked = sorted(tally.parsers.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = ([shown(f"{name} {version}"), str(count), shown(strength)] for (name, version, strength), count in ranked)
    return section("parsers", "Parsers", table(["parser", "articles", "strength"], rows) if ranked else "")


def _top(head: str, counted: "Counter[str]", limit: int | None = _TOP) -> str:
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked:
        return ""
    more = len(ranked) - len(ranked[:limit])
    rest = element("p", f"and {more} more") if more else ""
    return table([head, "times"], ([f"<bdi>{shown(name)}</bdi>", str(count)] for name, count in ranked[:limit])) + rest


def _name(name: str) -> str:
    return f"<bdi>{shown(name)}</bdi>" if name else _UNKNOWN


def _share(part: int, whole: int) -> str:
    """In per cent, where 0 and 100 mean none and all."""
    if part in {0, whole}:
        return "100 %" if part else "0 %"
    return f"{min(max(round(100 * part / whole), 1), 99)} %"
