"""X01: what a format gives back, and what it says it loses."""

from collections.abc import Iterator
from typing import Any, Final

import attrs

from nkdocs.records.article import Article
from nkdocs.records.convert import to_dict
from nkdocs.records.parsed import Parsed
from nkdocs.testing.check import Named
from nkdocs.testing.exporting import ExporterSubject
from nkdocs.testing.likeness import difference
from nkdocs.testing.pages import FULL_DAY, Words, full_page
from nkdocs.testing.reading_back import strings

__all__ = ["losses"]

_KEYS: Final = tuple(field.name for field in attrs.fields(Article))
# It says what the others mean, and there is but one.
_ALWAYS_THE_SAME: Final = frozenset({"schema"})
_ADDRESSES: Final = frozenset({"url", "pictureone", "picturetwo", "linkone", "linktwo"})
_OTHER_DAY: Final = FULL_DAY.replace(year=2015, month=7, day=3)
_OTHER_ID: Final = f"sha256:{'1' * 64}"
_MARK: Final = "beta"


def losses(subject: ExporterSubject, _: Named | None) -> Iterator[str]:
    """Records that do not come back equal; keys that are lost though ``lost`` does not name them, or the reverse."""
    unknown = subject.info.lost.difference(_KEYS)
    if unknown:
        yield f"lost names {', '.join(sorted(unknown))}, which no record has"
    if subject.info.lossless:
        yield from _not_equal(subject)
    else:
        variants = _Variants(subject)
        yield from _undeclared(subject, variants)
        yield from _overdeclared(subject, variants)
        yield from _left_out(subject)


def _not_equal(subject: ExporterSubject) -> Iterator[str]:
    if subject.info.lost:
        yield f"it is lossless, yet lost names {', '.join(sorted(subject.info.lost))}"
    found = subject.loaded(subject.written(subject.items()))
    given = [article for item in subject.items() for article in _articles(item)]
    if len(found) != len(given):
        yield f"{len(given)} articles were written and {len(found)} come back"
    for number, (one, other) in enumerate(zip(given, found, strict=False), start=1):
        if one != other:
            told = difference(to_dict(one), to_dict(other)) or "it is of another type"
            yield f"article {number} ({one.document.name}) comes back changed: {told}"


def _articles(item: Any) -> tuple[Article, ...]:
    return item.articles if isinstance(item, Parsed) else (item,)


class _Variants:
    """One article, and the same with one key changed, all on one page."""

    def __init__(self, subject: ExporterSubject) -> None:
        first = full_page(_words("alpha"))
        self._page = full_page(_words(_MARK), day=_OTHER_DAY, language="ko", ahead=first.text)
        self._base, self._other = first.article, attrs.evolve(self._page.article, id=_OTHER_ID)
        self._subject = subject
        self.plain: bytes = self._written(self._base)

    def written(self, **changes: Any) -> bytes:
        """What becomes of the article with these changes."""
        return self._written(attrs.evolve(self._base, **changes))

    def other(self, key: str) -> Any:
        """Another value for a key."""
        return getattr(self._other, key)

    def other_last(self, key: str) -> Any:
        """Another value for the last of several."""
        return (*getattr(self._base, key)[:-1], self.other(key)[-1])

    def silent(self) -> Any:
        """The thread without the comment whose body the page lost."""
        return tuple(comment for comment in self._base.comments if comment.missing != ("body",))

    def _written(self, article: Article) -> bytes:
        page = attrs.evolve(self._page, articles=[article], document=article.document)
        return self._subject.written(self._subject.taken([page]))


def _words(mark: str) -> Words:
    """What field is what, in one word that stands nowhere else."""
    return lambda field: f"https://borderledger.example/{field}{mark}" if field in _ADDRESSES else f"{field}{mark}"


def _undeclared(subject: ExporterSubject, variants: _Variants) -> Iterator[str]:
    """A key that may be anything without a byte of the output changing is lost."""
    for key in _KEYS:
        if key in subject.info.lost or key in _ALWAYS_THE_SAME:
            continue
        if variants.written(**{key: variants.other(key)}) == variants.plain:
            yield f"{key} is not written, and lost does not name it"
        elif isinstance(variants.other(key), tuple) and _the_last_is_lost(key, variants):
            yield f"of several {key} not all are written, and lost does not name them"


def _the_last_is_lost(key: str, variants: _Variants) -> bool:
    if variants.written(**{key: variants.other_last(key)}) == variants.plain:
        return True
    return key == "comments" and variants.written(comments=variants.silent()) == variants.plain


def _overdeclared(subject: ExporterSubject, variants: _Variants) -> Iterator[str]:
    """A key of which every word is there is not lost; but with its text a document holds them all."""
    if subject.info.accepts == "parsed":
        return
    for key in _KEYS:
        if key not in subject.info.lost or key in _ALWAYS_THE_SAME:
            continue
        value = variants.other(key)
        words = [word for word in strings(_plain(value)) if word.endswith(_MARK)]
        content = variants.written(**{key: value})
        if words and all(word.encode() in content for word in words):
            yield f"lost names {key}, of which every word is written"


def _plain(value: Any) -> Any:
    """A value as lists and scalars."""
    if value.__class__ is tuple:
        return [attrs.asdict(each) for each in value]
    return attrs.asdict(value) if attrs.has(value.__class__) else value


def _left_out(subject: ExporterSubject) -> Iterator[str]:
    """Whatever an article holds, and be it nothing, it is written."""
    items = subject.items()
    if not items:
        return
    alone = subject.written(items[:1])
    for case, item in zip(subject.cases, items, strict=True):
        if subject.written([items[0], item]) == alone and _articles(item):
            yield f"{case.name} is left out"
