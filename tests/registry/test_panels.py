from datetime import UTC, date, datetime

import pytest

from nkdocs.records import Strength

SHAPE = Strength.SHAPE


def asked(registry, page):
    """The ids of parsers that were asked."""
    return {each.id for each in registry.resolve(page).candidates if each.answer == "claim"}


@pytest.mark.parametrize(
    ("media_type", "ids"),
    [
        ("text/plain", {"any", "text"}),
        ("TEXT/PLAIN; charset=utf-8", {"any", "text"}),
        ("text/markdown", {"any", "text", "mark"}),
        ("text/x-unheard-of", {"any", "text"}),
        (None, {"any", "text"}),
    ],
)
def test_parsers_are_asked_by_media_type(registry_of, parser_info, page, media_type, ids):
    """A type that a parser names is asked of it too; any other is read as what it is laid out like."""
    registry = registry_of(
        [
            parser_info("any", claim=SHAPE),
            parser_info("text", claim=SHAPE, media_types=["text/plain"]),
            parser_info("page", claim=SHAPE, media_types=["text/html"]),
            parser_info("mark", claim=SHAPE, media_types=["text/markdown"]),
        ]
    )
    assert asked(registry, page(media_type=media_type)) == ids


def test_who_was_not_asked_is_listed(registry_of, parser_info, page):
    """A parser for another kind has nothing to say, and the reason is told."""
    registry = registry_of([parser_info("page", claim=SHAPE, media_types=["text/html"])])
    (candidate,) = registry.resolve(page()).candidates
    assert candidate.answer == "none"
    assert "not asked" in candidate.detail


@pytest.mark.parametrize(
    ("captured", "ids"),
    [
        (None, {"early", "late"}),
        (date(2009, 12, 31), {"early"}),
        (date(2010, 1, 1), {"early", "late"}),
        (datetime(2010, 6, 30, 23, tzinfo=UTC), {"early", "late"}),
        (date(2010, 7, 1), {"late"}),
    ],
)
def test_parsers_are_asked_for_their_time(registry_of, parser_info, page, captured, ids):
    """Bounds are inclusive and may be open; an undated document is for everybody."""
    registry = registry_of(
        [
            parser_info("early", claim=SHAPE, captured=(None, date(2010, 6, 30))),
            parser_info("late", claim=SHAPE, captured=(date(2010, 1, 1), None)),
        ]
    )
    assert asked(registry, page(captured=captured)) == ids
