"""What is counted of a corpus, article by article: the whole report but its list is made of it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from nkdocs.records.article import Article
from nkdocs.records.people import signatures
from nkdocs.text.dates.extent import extent

__all__ = ["Outlet", "Tally"]


class Outlet:
    """What is counted of one outlet."""

    def __init__(self) -> None:
        self.articles: int = 0
        self.comments: int = 0
        self.languages: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.first: date | None = None
        self.last: date | None = None

    def add(self, article: Article) -> None:
        """Count an article."""
        self.articles += 1
        self.comments += len(article.comments)
        self.languages[article.language or ""] += 1
        self.told.update(_told(article))
        when = article.published
        if when is not None and when.earliest is not None:
            self.first = when.earliest if self.first is None else min(self.first, when.earliest)
        if when is not None and when.latest is not None:
            self.last = when.latest if self.last is None else max(self.last, when.latest)


class Tally:
    """What is counted of all articles.

    Names, speakers and places are counted as they are written, so memory grows with how many different ones there are.
    """

    def __init__(self) -> None:
        self.articles: int = 0
        self.documents: int = 0
        self.characters: int = 0
        self.dateless: int = 0
        self.outlets: dict[str, Outlet] = {}
        self.months: Counter[tuple[int, ...]] = Counter()
        self.authors: Counter[str] = Counter()
        self.speakers: Counter[str] = Counter()
        self.places: Counter[str] = Counter()
        self.attributions: Counter[bool] = Counter()
        self.comments: Counter[str] = Counter()
        self.notes: Counter[str] = Counter()
        self.parsers: Counter[tuple[str, str, str]] = Counter()

    def add(self, article: Article) -> None:
        r"""Count an article.

        >>> import nkdocs
        >>> tally = Tally()
        >>> tally.add(nkdocs.parse("Rice prices fall\n\nRice was cheaper.").article)
        >>> tally.articles, tally.documents, tally.dateless
        (1, 1, 1)
        """
        self.articles += 1
        self.documents += article.id.partition("#")[2] in {"", "1"}
        self.characters += sum(len(paragraph.text) for paragraph in article.paragraphs)
        self.outlets.setdefault(article.outlet or "", Outlet()).add(article)
        self._add_month(article)
        self.authors.update(signatures(article.bylines))
        self._add_sources(article)
        for comment in article.comments:
            self.comments.update(("comments", *comment.missing))
        self.notes.update({note.code for note in article.notes})
        self.parsers[article.parser.id, article.parser.version, article.parser.strength] += 1

    def _add_month(self, article: Article) -> None:
        known = extent(article.published)
        if known is None or known.hull is None:
            self.dateless += 1
        else:
            self.months[known.hull[:2]] += 1

    def _add_sources(self, article: Article) -> None:
        for attribution in article.attributions:
            self.speakers[attribution.speaker] += 1
            self.attributions[attribution.named] += 1
            if attribution.place is not None:
                self.places[attribution.place] += 1


def _told(article: Article) -> Iterator[str]:
    """Which of the parts that most articles have this one has."""
    if article.headline is not None:
        yield "headline"
    if extent(article.published) is not None:
        yield "date"
    if article.bylines:
        yield "byline"
    if article.paragraphs:
        yield "body"
