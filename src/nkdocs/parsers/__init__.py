"""The built-in parsers, one outlet a file, registered through the hooks every plugin uses.

Hosts and markers are declared here, as data: the registry looks for all of them at once, and no parser is
imported before a document needs it.
"""

from collections.abc import Iterator

from nkdocs.plugin import ParserInfo, hookimpl

__all__ = ["nkdocs_register_parsers"]

_ARTICLE = ("language", "headline", "kicker", "bylines", "published", "paragraphs", "captions")


@hookimpl
def nkdocs_register_parsers() -> Iterator[ParserInfo]:
    """Describe the built-in parsers without importing them."""
    yield ParserInfo(
        id="dailynk",
        version="1",
        factory="nkdocs.parsers.dailynk:DailyNK",
        produces=("outlet", "standfirst", "editions", "comments", *_ARTICLE),
        hosts=("dailynk.com", "dailynk.jp", "dailynk.net", "nknews.jp", "nkreport.jp"),
        # Wording that only its own pages carry; others write "told the Daily NK" or "according to Daily NK".
        markers=(
            r"one of Daily ?NK['’]s (?:\w+ ){0,3}(?:reporters|correspondents|writers)",
            r"(?<![“\"‘'])Daily NK has learned\b",
            r"Please direct any comments or questions about this article to",
            r"DailyNK - Brightening the future of Korea",
        ),
    )
    yield ParserInfo(
        id="newfocus",
        version="1",
        factory="nkdocs.parsers.newfocus:NewFocus",
        produces=("outlet", "comments", *_ARTICLE),
        hosts=("newfocusintl.com", "newfocusintl.org"),
    )
    yield ParserInfo(
        id="kcna",
        version="1",
        factory="nkdocs.parsers.kcna:KCNA",
        produces=("outlet", "dateline", *_ARTICLE),
        hosts=("kcna.kp", "kcna.co.jp"),
        markers=(
            r"KOREA NEWS SERVICE\s?\(KNS\)",
            r"calendar>>\s?[A-Z][a-z]+ \d{1,2}\. \d{4} Juche \d{2,3}",
            r"www\.kcna\.kp \(Juche\d{2,3}\.",
        ),
    )
    yield ParserInfo(
        id="generic",
        version="1",
        factory="nkdocs.parsers.generic:Generic",
        produces=("dateline", "editions", "comments", *_ARTICLE),
    )
