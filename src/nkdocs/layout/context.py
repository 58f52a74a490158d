"""What parsers and enrichers are told beside the layout."""

from datetime import date
from typing import Any, Final

import attrs

from nkdocs.layout.block import API_VERSION, Layout
from nkdocs.records.frozen import FrozenMapping
from nkdocs.text.dates.when import When

__all__ = ["EnrichContext", "ParseContext"]

NO_OPTIONS: Final[FrozenMapping[Any]] = FrozenMapping()


@attrs.frozen(slots=True, kw_only=True)
class ParseContext:
    """The capture time, the publication time that url or metadata give, and the plugin's own options."""

    captured: date | None = None
    published_hint: When | None = None
    options: FrozenMapping[Any] = NO_OPTIONS
    api_version: int = API_VERSION


@attrs.frozen(slots=True, kw_only=True)
class EnrichContext:
    """What a ``ParseContext`` holds, and the layout the article came from."""

    layout: Layout
    captured: date | None = None
    published_hint: When | None = None
    options: FrozenMapping[Any] = NO_OPTIONS
    api_version: int = API_VERSION
