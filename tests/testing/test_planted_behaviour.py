"""Wrong parsers are found out, each by the one property it breaks; right ones pass."""

import logging
import sys
from pathlib import Path

import pytest

import nkdocs
from nkdocs.testing import probing
from nkdocs.testing.check import run_checks
from nkdocs.testing.parser_behaviour import BEHAVIOUR
from nkdocs.testing.parser_cost import COST
from nkdocs.testing.parser_robustness import ROBUSTNESS
from nkdocs.testing.subject import parser_subject

# Each run of the kit takes seconds: once is enough.
pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
BATTERY = (*BEHAVIOUR, *ROBUSTNESS, *COST)
DOCUMENTS = {
    "ferry": "The ferry runs again\n\nHan Byol | Tidewater\n\nThe ferry across the river runs since the ice went.\n\n"
    "It takes carts, and people pay with maize.\n\n© Tidewater\n",
    "nets": "Nets come in empty\n\nHan Byol | Tidewater\n\nNobody knows where the cod went this spring.\n\n"
    "Some say they went north.\n\n• River Watcher\n\n  • HANA\n\n© Tidewater\n",
    "salt": "Salt is dear\n\nO Yun | Tidewater\n\nA sack of salt costs as much as two of rice.\n\n© Tidewater\n",
}
# By the property each breaks; another that it cannot but break with it stands behind it.
PLANTED = {
    "P20": ["Unordered", "UnorderedClaim", "Counting", "Remembering", "Zoned", "Localised", "Throwing"],
    "P21": ["Today", "Now", "StrfTime", "DateUtil", "Ageing"],
    "P22": ["ChangingText", "ChangingBlocks", "ChangingMeta", "ChangingOptions", "ChangingContext"],
    "P23": ["Calling", "Starting", "Writing", "WritingOnce", "Deleting", "Reading", "Listing"],
    "P24": [
        "Setting", "Speaking", "Silencing", "Logging", "Finding", "Seeding", "Digging", "Printing", "Muttering",
        "Complaining",
    ],
    "P25": ["Borrowing"],
    "P26": ["Sharing", "SharingList"],
    "P27": ["LocalDay"],
    "P28": ["Recursive", "Crashing"],
    "P30": ["Beyond", "FirstBlock", "Replaced", "Carriage"],
    "P31": ["LineFeeds"],
    "P32": ["Twice"],
    "P33": ["Footed"],
    "P34": ["Stumbling"],
    "P40": ["Trailing", "Counted", "Pairs", "Quoting", "Catastrophic"],
    "P41": ["Slow"],
    "P42": ["Hoarding"],
}  # fmt: skip
# What an instance keeps of one document shows in any order, and from many threads too.
BESIDES = {"P25": {"P26"}}
RIGHT = ["Tidewater", "Stateless", "OwnData", "Refusing"]


@pytest.fixture
def tidy(monkeypatch):
    """What wrong parsers leave behind in this process is taken away again."""
    import locale
    import random
    import warnings

    monkeypatch.syspath_prepend(str(HERE))
    limit, numeric, state = sys.getrecursionlimit(), locale.setlocale(locale.LC_NUMERIC), random.getstate()
    handlers = list(logging.getLogger().handlers)
    monkeypatch.setenv("TIDEWATER", "unseen")
    monkeypatch.delenv("TIDEWATER")
    path = list(sys.path)
    with warnings.catch_warnings():
        yield
    sys.path[:] = path
    sys.setrecursionlimit(limit)
    locale.setlocale(locale.LC_NUMERIC, numeric)
    random.setstate(state)
    for handler in set(logging.getLogger().handlers) - set(handlers):
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.fixture
def corpus(tmp_path) -> Path:
    """Three documents of the Tidewater Gazette."""
    for name, text in DOCUMENTS.items():
        tmp_path.joinpath(f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def info(name, **changes) -> nkdocs.ParserInfo:
    """The description of a parser of the planted ones."""
    fields = {"id": "tidewater", "version": "1", "factory": f"planted_behaviour:{name}", "produces": ["headline"]}
    return nkdocs.ParserInfo(**fields | changes)


def failed(parser, corpus, checks=BATTERY) -> dict[str, str]:
    """The properties found broken, with what was said of them."""
    subject = parser_subject(parser, corpus)
    results = run_checks(checks, subject, waive={}, only=None)
    return {result.id: result.detail for result in results if result.outcome == "failed"}


def family(property_):
    """The properties that stand together with one."""
    return next(each for each in (BEHAVIOUR, ROBUSTNESS, COST) if any(check.id == property_ for check in each))


@pytest.mark.parametrize("property_", PLANTED)
def test_a_planted_defect_is_named(property_, corpus, tidy):
    """Of its family of properties, exactly the one that the parser breaks is found broken."""
    found = failed(info(PLANTED[property_][0]), corpus, family(property_))
    assert set(found) - BESIDES.get(property_, set()) == {property_}, found


@pytest.mark.parametrize(("property_", "name"), [(key, name) for key, names in PLANTED.items() for name in names[1:]])
def test_every_kind_of_a_defect_is_found(property_, name, corpus, tidy, monkeypatch):
    """The other ways to break a property are found as well."""
    monkeypatch.setattr(probing, "_SECONDS", 8)
    found = failed(info(name), corpus, [check for check in family(property_) if check.id == property_])
    assert set(found) == {property_}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_parser_passes(name, corpus, tidy):
    """A parser that keeps its promises is not failed."""
    assert failed(info(name), corpus) == {}
