"""Batteries of checks as classes of pytest: one test a check, one a document where it looks at documents."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Final

import attrs
import pytest

from nkdocs.document import Document
from nkdocs.plugin.info import ParserInfo
from nkdocs.plugin.outlet import OutletRules
from nkdocs.registry.guard import Fault, guarded
from nkdocs.registry.registry import Registry
from nkdocs.testing.check import Check, check_waivers, looked, run_check
from nkdocs.testing.parser_checks import PARSER_CHECKS
from nkdocs.testing.pytest_plugin import RESULT, UPDATED
from nkdocs.testing.result import CheckResult
from nkdocs.testing.subject import ParserSubject, parser_subject
from nkdocs.testing.update import update_expected

__all__ = ["Conformance", "ParserConformance"]

_BATTERY: Final = "_nkdocs_battery"


class Conformance:
    """What all conformance classes share.

    A kind of plugin has a subclass that overrides ``checks`` and ``subject``, and ``update`` where it has expected
    records. An author's class, whose name starts with ``Test``, gets a test for each check: ``test_P11[harvest]``.
    Waivers are strict: a waived check that passes fails.
    """

    waive: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def checks(cls) -> Sequence[Check[Any]]:
        """The checks, in the order they run."""
        return ()

    @classmethod
    def subject(cls) -> Any:
        """What is checked, made once a class: something with ``title`` and ``cases``."""
        raise NotImplementedError

    @classmethod
    def update(cls) -> Iterable[Path]:
        """Write the expected records anew, for ``--nkdocs-update``, and name the files written."""
        return ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Give the class a test for each of its checks; one that it defines itself stays."""
        super().__init_subclass__(**kwargs)
        for check in cls.checks():
            name = f"test_{check.id}"
            if not hasattr(cls, name):
                setattr(cls, name, _test(check))

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """Run tests that ask for ``document`` once for each."""
        if "document" in metafunc.fixturenames:
            subject = guarded(_battery(type(self)).subject)
            cases: Sequence[Any] = () if isinstance(subject, Fault) else subject.cases
            names = [case.name for case in cases]
            metafunc.parametrize("document", names or [None], ids=names or ["no document"])


class _Battery:
    """What the tests of one class share: the subject, and the results of checks that are waived."""

    def __init__(self, cls: type[Conformance]) -> None:
        self._cls = cls
        self._subject: Any = None
        self._updated = False
        self._waived: dict[str, list[CheckResult]] = {}

    def subject(self) -> Any:
        """The subject, made at first use."""
        if self._subject is None:
            check_waivers(self._cls.checks(), self._cls.waive)
            self._subject = self._cls.subject()
        return self._subject

    def update(self) -> list[str]:
        """Write expected records, once; the paths, or nothing where that was done before."""
        if self._updated:
            return []
        self._updated, self._subject = True, None
        return [str(path) for path in self._cls.update()]

    def result(self, check: Check[Any], document: str | None) -> CheckResult:
        """What a check finds, on one document where it looks at documents one by one.

        Whether a waiver is needed is known only when all documents were looked at.
        """
        subject = self.subject()
        if check.id not in self._cls.waive:
            return looked(check, subject, next((case for case in subject.cases if case.name == document), None))
        if check.id not in self._waived:
            self._waived[check.id] = run_check(check, subject, self._cls.waive[check.id])
        results = self._waived[check.id]
        return next((found for found in results if found.document == document), results[0])


def _battery(cls: type[Conformance]) -> _Battery:
    """The battery of this very class, not of one it is derived from."""
    battery: _Battery | None = vars(cls).get(_BATTERY)
    if battery is None:
        battery = _Battery(cls)
        setattr(cls, _BATTERY, battery)
    return battery


def _test(check: Check[Any]) -> Callable[..., None]:
    """The test of one check."""

    def on_each(self: Conformance, request: pytest.FixtureRequest, document: str | None) -> None:
        _meet(type(self), check, request, document)

    def on_all(self: Conformance, request: pytest.FixtureRequest) -> None:
        _meet(type(self), check, request, None)

    test = on_each if check.each else on_all
    test.__name__ = f"test_{check.id}"
    test.__qualname__ = f"Conformance.test_{check.id}"
    test.__doc__ = check.sentence
    return test


def _meet(cls: type[Conformance], check: Check[Any], request: pytest.FixtureRequest, document: str | None) -> None:
    """Run a check and tell pytest what became of it, and the summary too."""
    told = request.node.user_properties
    battery = _battery(cls)
    if request.config.getoption("--nkdocs-update", default=False):
        told.extend((UPDATED, path) for path in battery.update())
    found = battery.result(check, document)
    values = attrs.asdict(found) | {"battery": f"{cls.__module__}.{cls.__qualname__}"}
    told.append((RESULT, json.dumps(values)))
    strict = bool(request.config.getoption("--nkdocs-strict-should", default=False))
    _tell(found, check.sentence, strict=strict)


def _tell(found: CheckResult, sentence: str, *, strict: bool) -> None:
    """Pass, or end the test as what was found."""
    if found.outcome == "not-run":
        pytest.skip(found.detail)
    if found.outcome == "waived":
        pytest.xfail(f"waived: {found.detail}")
    if found.outcome == "failed":
        if found.breaks or strict:
            pytest.fail(f"{found.id} {sentence}\n{found.detail}", pytrace=False)
        pytest.xfail(f"should hold: {found.detail}")


# Below what it is made of: a class gets its tests when it is made.
class ParserConformance(Conformance):
    """The checks of a parser.

    ``parser`` is an id of the default registry, a ``ParserInfo`` or an ``OutletRules``; ``corpus`` is the folder of
    cases, ``foreign`` more documents that the parser must not claim, ``waive`` maps ids of checks to reasons.
    """

    parser: ClassVar[str | ParserInfo | OutletRules]
    corpus: ClassVar[Path | str]
    foreign: ClassVar[Iterable[Document | str]] = ()
    registry: ClassVar[Registry | None] = None

    @classmethod
    def checks(cls) -> Sequence[Check[ParserSubject]]:
        """Everything there is to check of a parser."""
        return PARSER_CHECKS

    @classmethod
    def subject(cls) -> ParserSubject:
        """The parser with its corpus."""
        return parser_subject(cls.parser, cls.corpus, registry=cls.registry, foreign=cls.foreign)

    @classmethod
    def update(cls) -> Iterable[Path]:
        """Write ``NAME.expected.json`` for every document."""
        return update_expected(cls.parser, cls.corpus, registry=cls.registry)
