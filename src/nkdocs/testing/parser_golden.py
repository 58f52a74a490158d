"""G01 to G04: expected records, their versions, and where the documents come from."""

from collections.abc import Iterator
from typing import Any, Final

from nkdocs.plugin.info import ParserInfo
from nkdocs.testing.case import Case, golden
from nkdocs.testing.check import Check, Named, NotRun
from nkdocs.testing.difference import differences
from nkdocs.testing.subject import ParserSubject, case_of

__all__ = ["GOLDEN"]

_SHOWN: Final = 3
_ENOUGH: Final = 3


def _unlike_expected(subject: ParserSubject, named: Named | None) -> Iterator[str]:
    case = case_of(named)
    if not case.expected_path.exists():
        yield f"there is no {case.expected_path.name}: write it with --nkdocs-update, and review it"
        return
    yield from _changes(subject, case)[:_SHOWN]


def _changes(subject: ParserSubject, case: Case) -> list[str]:
    """Where the record of a document is not the expected one."""
    return list(differences(_comparable(case.expected), _comparable(golden(subject.claimed(case)))))


def _comparable(expected: dict[str, Any]) -> dict[str, Any]:
    """An expected record without the parser's distribution: one given as an object has none, installed it has."""
    articles = [article | {"parser": article["parser"] | {"distribution": None}} if _told(article) else article
                for article in expected.get("articles", ())]  # fmt: skip
    return expected | {"articles": articles}


def _told(article: Any) -> bool:
    """Whether an article of an expected record says which parser made it."""
    return article.__class__ is dict and article.get("parser").__class__ is dict


def _same_version(subject: ParserSubject, named: Named | None) -> Iterator[str]:
    case = case_of(named)
    if not case.expected_path.exists():
        raise NotRun(f"see G01: there is no {case.expected_path.name}")
    versions = _versions(case) or {version for each in subject.cases for version in _versions(each)}
    if not versions:
        raise NotRun("no expected record of this corpus has an article, and so a version")
    expected, found = case.expected, golden(subject.claimed(case))
    own = _own(subject, expected) != _own(subject, found)
    if versions == {subject.info.version} and own:
        yield f"the output changed, and the version is still {subject.info.version}: raise it"


def _produced(subject: ParserSubject) -> frozenset[str]:
    return subject.info.produces if isinstance(subject.info, ParserInfo) else frozenset()


def _own(subject: ParserSubject, expected: dict[str, Any]) -> dict[str, Any]:
    """What of an expected record is the parser's doing, and not that of the enrichers that come after it."""
    others = {"notes"} | {"dates", "attributions"} - _produced(subject)
    record = _comparable(expected)
    articles = [{key: article[key] for key in article if key not in others} for article in record["articles"]]
    return {"kind": record.get("kind"), "labels": record.get("labels"), "articles": articles}


def _versions(case: Case) -> set[str]:
    """The versions of the parser that wrote the articles of an expected record.

    A listing has none; it was written with the other records of its corpus.
    """
    return {str(article["parser"].get("version")) for article in case.expected.get("articles", ()) if _told(article)}


def _nameless_source(_: ParserSubject, named: Named | None) -> Iterator[str]:
    case = case_of(named)
    for key in ("source", "licence"):
        if not getattr(case.meta, key):
            yield f"{case.name}.meta.toml does not name the {key}"
    for key in case.meta.unknown:
        yield f"{case.name}.meta.toml has the key {key!r}, which means nothing"


def _few_documents(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    if len(subject.cases) < _ENOUGH:
        yield f"the corpus holds {len(subject.cases)} documents, and three or more tell habits from accidents"


GOLDEN: Final[tuple[Check[ParserSubject], ...]] = (
    Check(
        id="G01",
        level="M",
        sentence="The record of each document is the expected one.",
        faults=_unlike_expected,
        each=True,
    ),
    Check(
        id="G02",
        level="M",
        sentence="Output does not change without a new version.",
        faults=_same_version,
        each=True,
    ),
    Check(
        id="G03",
        level="S",
        sentence="The meta file of each document names its source and licence.",
        faults=_nameless_source,
        each=True,
    ),
    Check(id="G04", level="S", sentence="The corpus holds three documents or more.", faults=_few_documents),
)
