"""Lines in which an archive or a copy says whose report it holds."""

import base64
import binascii
import re
from datetime import date
from typing import Final, NamedTuple

from nkdocs.layout.block import Layout
from nkdocs.records import When

__all__ = ["SourceLine", "day_in_rodong_url", "original_url", "source_line", "watched"]

# Date: 01/06/2023 | Source: Rodong Sinmun (En) | Read original version at source
_SOURCE_LINE: Final = re.compile(
    r"(?:Date:\s?(?P<date>\d{1,2}/\d{1,2}/\d{4})\s*\|?\s*)?"
    r"(?:Source:\s?(?P<source>[^|\n]{2,60}?)\s*(?:\|\s*|(?=Read original)|\Z))?"
    r"(?:Read (?:the )?original(?: version)?(?: at source)?)?\s*\|?"
)
_SOURCE_LINE_MOST: Final = 160
_SOURCE_OPENS: Final = ("Date:", "Source:", "Read ")
_OUTLETS: Final = {
    "kcna": "kcna",
    "kcna.kp": "kcna",
    "kcna.co.jp": "kcna",
    "korean central news agency": "kcna",
    "조선중앙통신": "kcna",
    "rodong sinmun": "rodong",
    "로동신문": "rodong",
    "naenara": "naenara",
    "내나라": "naenara",
    "tongil sinbo": "tongilsinbo",
    "통일신보": "tongilsinbo",
    "uriminzokkiri": "uriminzokkiri",
    "우리민족끼리": "uriminzokkiri",
    "pyongyang times": "pyongyangtimes",
    "the pyongyang times": "pyongyangtimes",
    "voice of korea": "vok",
    "조선의 소리": "vok",
}
_EDITION: Final = re.compile(r"\s*[(\[][A-Z][A-Za-z]{1,9}[)\]]\Z")
_WATCHED_WITHIN: Final = 2048
_ORIGINAL: Final = re.compile(r"Originally posted (?:on|at):?\s+(?P<url>https?://\S{4,400})")
_ORIGINAL_WORDS: Final = "Originally posted "
_HEAD: Final = 4096
_FOOT: Final = 2048
# ?MTVAMjAyNC0wNi0xMC1IMDA0QA== is "15@2024-06-10-H004@"; older addresses say newsID=2015-06-10-0004.
_NEWS_ID: Final = re.compile(r"newsID=(?P<day>\d{4}-\d{2}-\d{2})")
_QUERY: Final = re.compile(r"\?(?P<code>[A-Za-z0-9+/_-]{8,400})(?:=|%3[Dd]){0,2}(?:[&#]|\Z)")
_CODED_DAY: Final = re.compile(r"(?:\A|@)(?P<day>(?:19|20)\d{2}-\d{2}-\d{2})(?:-|@|\Z)")


class SourceLine(NamedTuple):
    """Where the day stands in the line, the source as written, the outlet it is; None for what the line lacks."""

    date: tuple[int, int] | None
    source: str | None
    outlet: str | None


def source_line(line: str) -> SourceLine | None:
    """KCNA Watch's line on day and source, or a part of it that stands alone; else None.

    >>> source_line("Date: 01/06/2023 | Source: Rodong Sinmun (En) | Read original version at source")
    SourceLine(date=(6, 16), source='Rodong Sinmun (En)', outlet='rodong')
    """
    if len(line) > _SOURCE_LINE_MOST or not line.startswith(_SOURCE_OPENS):
        return None
    found = _SOURCE_LINE.fullmatch(line)
    if found is None:
        return None
    source = found["source"]
    return SourceLine(found.span("date") if found["date"] else None, source, _outlet(source) if source else None)


def _outlet(source: str) -> str | None:
    return _OUTLETS.get(_EDITION.sub("", source).strip().casefold())


def watched(layout: Layout) -> bool:
    """Whether the head of a text holds KCNA Watch's own line on day and source."""
    bar = layout.text.find("|", 0, _WATCHED_WITHIN)  # missed ten times as fast as the words behind it
    spot = layout.text.find("| Source:", bar, _WATCHED_WITHIN) if bar >= 0 else -1
    return spot >= 0 and layout.text.find("Date:", max(0, spot - 40), spot) >= 0


def original_url(text: str) -> re.Match[str] | None:
    """Where a copy says from which page it was taken (the group ``url``), near the ends of a text.

    >>> original_url("Originally posted on: http://www.rodong.rep.kp/en/index.php?MTVA")["url"]
    'http://www.rodong.rep.kp/en/index.php?MTVA'
    """
    spot = text.find(_ORIGINAL_WORDS, 0, _HEAD)
    if spot < 0 and len(text) > _HEAD:
        spot = text.find(_ORIGINAL_WORDS, len(text) - _FOOT)
    return _ORIGINAL.match(text, spot) if spot >= 0 else None


def day_in_rodong_url(url: str | None) -> When | None:
    """The day of an issue of Rodong Sinmun that a page's address carries, plain or encoded.

    >>> day_in_rodong_url("http://www.rodong.rep.kp/en/index.php?MTVAMjAyNC0wNi0xMC1IMDA0QA==").edtf
    '2024-06-10'
    """
    if not url:
        return None
    plain = _NEWS_ID.search(url)
    query = _QUERY.search(url) if plain is None else None
    found = plain or (_CODED_DAY.search(_decoded(query["code"])) if query is not None else None)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found["day"])
    except ValueError:
        return None
    raw = query["code"] if query is not None else found["day"]
    return When(raw=raw, earliest=day, latest=day, precision="day", edtf=day.isoformat(), basis="url", span=None)


def _decoded(code: str) -> str:
    """What the query of an address says once it is decoded; ``""`` where it is not encoded so."""
    try:
        raw = base64.b64decode(code + "=" * (-len(code) % 4), altchars=b"-_" if set(code) & {"-", "_"} else None)
    except (binascii.Error, ValueError):
        return ""
    return raw.decode("ascii", errors="replace")
