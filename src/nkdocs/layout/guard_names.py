"""How the elements of HTML open and end one another, as far as counting open ones needs it; names in lower case."""

from typing import Final

__all__ = [
    "BLOCKS",
    "ENDING",
    "FOREIGN",
    "HEADINGS",
    "ITEM_WALLS",
    "PARAGRAPH_ENDING",
    "PHRASES",
    "RAW",
    "ROW_WALLS",
    "SPECIAL",
    "TABLE_PARTS",
    "UNCOUNTED",
    "WALLS",
]

# Phrases, which a parser reopens in the next paragraph until they are closed.
PHRASES: Final = frozenset(b"b big code em font i nobr s small strike strong tt u".split())
# Elements whose content is not read as markup.
RAW: Final = frozenset(b"iframe noembed noframes noscript plaintext script style textarea title xmp".split())
# Elements that hold nothing, and those of which one at most is open at a time.
UNCOUNTED: Final = frozenset(
    b"a area base basefont bgsound body br col embed form frame head hr html image img input keygen link meta param "
    b"source track wbr".split()
)
FOREIGN: Final = frozenset({b"math", b"svg"})
# One of these ends another that it follows at once.
HEADINGS: Final = frozenset({b"h1", b"h2", b"h3", b"h4", b"h5", b"h6"})
# What a start tag ends: the nearest of these, unless something else stands before it.
_CELLS: Final = frozenset({b"td", b"th"})
_ROW_GROUPS: Final = frozenset({b"tbody", b"tfoot", b"thead"})
_TERMS: Final = frozenset({b"dd", b"dt"})
ENDING: Final = {
    b"dd": _TERMS,
    b"dt": _TERMS,
    b"li": frozenset({b"li"}),
    b"option": frozenset({b"option"}),
    b"tbody": _ROW_GROUPS,
    b"td": _CELLS,
    b"tfoot": _ROW_GROUPS,
    b"th": _CELLS,
    b"thead": _ROW_GROUPS,
    b"tr": frozenset({b"tr"}),
}
TABLE_PARTS: Final = _CELLS | _ROW_GROUPS | {b"caption", b"table", b"tr"}
# Start tags that end an open paragraph.
PARAGRAPH_ENDING: Final = frozenset(
    b"address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer h1 h2 "
    b"h3 h4 h5 h6 header hgroup li listing main menu nav ol p pre search section summary table ul".split()
)
# No end tag reaches through these.
WALLS: Final = frozenset(b"applet caption desc foreignobject marquee math object svg table td template th".split())
ROW_WALLS: Final = frozenset({b"table", b"template"})
# Elements that the end tag of a plain one (``span``) does not reach through.
SPECIAL: Final = PARAGRAPH_ENDING | TABLE_PARTS | WALLS | frozenset(b"button colgroup frameset select".split())
# What an item's start tag does not reach through on its way to the item before.
ITEM_WALLS: Final = SPECIAL - {b"address", b"div", b"p"}
# Elements of lines of their own, whose text must not run into the text beside it.
BLOCKS: Final = SPECIAL | frozenset({b"li", b"option", b"optgroup"})
