"""Shared recognisers: blocks in, a piece of record or nothing out; never a guess."""

from nkdocs.rules.attributions import attributions
from nkdocs.rules.bylines import byline
from nkdocs.rules.captions import caption
from nkdocs.rules.datelines import dateline
from nkdocs.rules.dates import dates, when
from nkdocs.rules.threads import thread

__all__ = ["attributions", "byline", "caption", "dateline", "dates", "thread", "when"]
