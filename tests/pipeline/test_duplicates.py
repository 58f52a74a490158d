"""Articles that repeat an earlier one."""

import random

import pytest

import nkdocs
from nkdocs.errors import OutputError, UsageError
from nkdocs.pipeline.duplicates import Duplicates, mark_duplicates
from nkdocs.records import Comment, Paragraph
from nkdocs.testing import samples

WORDS = [f"word{number}" for number in range(200)]


@pytest.fixture
def article(make_article):
    """A function that makes an article of these words, under an id of its own."""
    return lambda said, number=0, **more: make_article(
        id=f"sha256:{number:064}", paragraphs=[Paragraph(text=" ".join(said), span=None)], notes=[], **more
    )


def told(items, **how):
    """The notes on each item, as code and detail."""
    return [[(note.code, note.detail) for note in item.notes] for item in mark_duplicates(items, **how)]


def test_the_same_words_are_a_duplicate_of_the_first(article):
    """Whatever the headline and the punctuation; the note names the first, also of several."""
    other = nkdocs.Text(text="Another topic", span=None)
    items = [article(WORDS), article(["x", *WORDS]), article([*WORDS, "…"], 2, headline=other), article(WORDS, 3)]
    name = items[0].document.name
    same = [("duplicate-of", f"sha256:{0:064}, {name}")]
    assert told(items, near=False) == [[], [], same, same]


def test_nearly_the_same_words_name_how_alike_they_are(article):
    """From the threshold on, and only where it is asked for."""
    items = [article(WORDS), article([*WORDS[:190], *"abcdefghij"], 1)]
    assert told(items, near=False) == [[], []]
    (first, ((code, detail),)) = told(items)
    assert (first, code, detail.split(", ")[:2]) == ([], "near-duplicate-of", [f"sha256:{0:064}", "0.90 alike"])
    assert told(items, similarity=0.95) == [[], []]


def test_the_most_alike_is_named(article):
    """Of two earlier ones the nearer, of equal ones the first."""
    far, near = [*WORDS[:160], *(f"far{n}" for n in range(40))], [*(f"near{n}" for n in range(20)), *WORDS[20:]]
    items = [article(far, 1), article(near, 2), article(WORDS, 3)]
    assert told(items, similarity=0.6)[2][0][1].startswith(f"sha256:{2:064}")


def test_short_texts_are_the_same_only_under_the_same_headline(article):
    """Stubs are all of one mould, and say nothing of each other; nor do articles without words."""
    stub = ["Subscribers", "only"]
    other = nkdocs.Text(text="Another", span=None)
    items = [article(stub), article(stub, 1, headline=other), article(stub, 2), article(["–"]), article(["–"])]
    assert [[code for code, _ in notes] for notes in told(items)] == [[], [], ["duplicate-of"], [], []]


def test_threads_are_compared_by_their_comments(make_article):
    """A page that is nothing but comments is one text too."""
    comments = [
        Comment(id=1, author="Ann", text=" ".join(WORDS), span=None),
        Comment(id=2, missing=["body"], span=None),
    ]
    items = [make_article(paragraphs=[], comments=comments, notes=[]) for _ in range(2)]
    assert [[code for code, _ in notes] for notes in told(items)] == [[], ["duplicate-of"]]


def test_what_parse_gave_is_marked_in_article_and_document(article):
    """Notes of a document are those of its articles too; labels and text stay."""
    page = f"Every parcel weighed\n\n{' '.join(WORDS)}."
    first, second = mark_duplicates(nkdocs.parse_many([page, page]))
    assert [note.code for note in first.notes] == []
    assert second.notes == second.article.notes
    assert [note.code for note in second.notes] == ["duplicate-of"]
    assert (second.text, second.labels) == (first.text, first.labels)


def test_every_item_comes_out_in_order_and_otherwise_unchanged():
    """Nothing is left out, and but for one note at the end nothing is different."""
    given = [*samples(), *samples()]
    found = list(mark_duplicates(given))
    assert len(found) == len(given)
    for before, after in zip(given, found, strict=True):
        new = after.notes[len(before.notes) :]
        assert len(new) <= 1
        assert nkdocs.to_dict(after) | {"notes": None} == nkdocs.to_dict(before) | {"notes": None}
        assert after.notes[: len(before.notes)] == before.notes
        assert nkdocs.from_dict(nkdocs.to_dict(after)) == after


def test_counts_are_kept(article):
    """Who asks knows how many articles there were, and how many repeat one."""
    with Duplicates() as seen:
        for item in (article(WORDS), article(WORDS), article([*WORDS, "more"])):
            seen.mark(item)
    assert (seen.articles, seen.same, seen.nearly) == (3, 1, 1)


def test_marks_do_not_depend_on_the_number_of_processes():
    """Documents parsed in two processes have the notes of those parsed in one."""
    dice = random.Random(3)  # noqa: S311 - the same on each run, and no secret
    pages = [f"Headline {n}\n\n" + " ".join(dice.choices(WORDS[:60], k=80)) for n in range(40)]
    pages += [page.replace("word7 ", "word8 ") for page in pages]
    one, two = (list(mark_duplicates(nkdocs.parse_many(pages, jobs=jobs))) for jobs in (1, 2))
    assert [parsed.articles for parsed in one] == [parsed.articles for parsed in two]
    assert any(note.code == "near-duplicate-of" for parsed in one for note in parsed.notes)


def test_wrong_arguments_are_refused_at_once(article):
    """A share is over 0 and at most 1; what is no article is none."""
    for share in (0, 1.5, float("nan")):
        with pytest.raises(UsageError, match="similarity"):
            mark_duplicates([], similarity=share)
    with pytest.raises(UsageError, match="not str"):
        list(mark_duplicates(["text"]))  # type: ignore[type-var]  # which is refused
    with pytest.raises(UsageError, match="with block"):
        Duplicates().mark(article(WORDS))


def test_a_full_disk_is_told(article):
    """Where nothing more can be kept, that is what the error says."""
    with Duplicates() as seen:
        seen._seen.execute("PRAGMA max_page_count = 8")
        items = [article([f"{number} {word}" for word in WORDS], number) for number in range(100)]
        with pytest.raises(OutputError, match="disk is full"):
            list(map(seen.mark, items))
