"""The built-in parsers are held to what every plugin is held to."""

from pathlib import Path

import pytest

from nkdocs.registry import Registry
from nkdocs.testing import CheckResult, check_parser

# Each run of the kit takes seconds: once is enough.
pytestmark = pytest.mark.slow

CASES = Path(__file__).parents[1] / "cases"
PROMISES = ("P0", "P1", "P2", "P3", "P4", "G")
WAIVED = {
    "dailynk": {},
    "newfocus": {},
    "kcna": {"P06": "a story without a dateline is known by its end mark and a Juche year, wherever that stands"},
    "kcnawatch": {"P15": "its addresses carry the time of publication in seconds since 1970"},
    "rodong": {
        "P13": "titles of its lists open their addresses by a script, relative to the page",
        "P15": "its addresses carry the day in base64",
    },
    "uriminzokkiri": {},
    "tongilsinbo": {},
    "naenara": {},
    "vok": {},
    "pyongyangtimes": {},
    "nknews": {},
    "38north": {},
    "nkleadershipwatch": {},
    "nkeconwatch": {},
    "onefreekorea": {},
    "sinonk": {},
    "northkoreatech": {},
    "asiapress": {},
    "hrnk": {},
    "goodfriends": {},
    "chosun": {},
    "kbsworld": {},
    "koreaherald": {},
    "koreatimes": {},
    "rfa": {},
    "unikorea": {},
    "voa": {},
    "yonhap": {},
    "generic": {
        "P03": "it reads what nobody claims, and so claims no more than FALLBACK",
        "P16": "pages alone have sections and standfirsts, and what it reads of pages depends on what is installed",
    },
}


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The built-in parsers alone."""
    return Registry(entry_points=False)


def broken(results: list[CheckResult]) -> list[str]:
    """What is held against a parser."""
    return [f"{found.id} {found.document}: {found.detail}" for found in results if found.breaks]


@pytest.mark.parametrize("parser", sorted(WAIVED))
def test_a_built_in_parser_keeps_its_promises(parser, registry):
    """Every property that must hold does, on all cases of the outlet."""
    results = check_parser(parser, CASES / parser, registry=registry, waive=WAIVED[parser], checks=PROMISES)
    assert broken(results) == []
