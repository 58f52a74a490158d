"""``nkdocs search``."""

import json

import pytest

import nkdocs

TEXTS = {
    "korean": "쌀값이 올랐다\n\n북한의 혜산 장마당에서 쌀값이 올랐다.",
    "english": "Boats stay in port\n\nNo boat left SINPO on Monday.",
    "café": "A stall opens\n\nThe café in Rason opened, a trader's wife said.",
}


@pytest.fixture
def corpus(tmp_path):
    """A corpus of three articles."""
    path = tmp_path / "corpus.sqlite"
    articles = [nkdocs.parse(text, url=f"https://wire.example/{name}").article for name, text in TEXTS.items()]
    nkdocs.export(articles, path)
    return str(path)


def found(run, corpus, *words):
    """The ends of the urls of what is found."""
    shown = run("search", corpus, *words, "--json")
    assert (shown.code, shown.err) == (0, "")
    return [json.loads(line)["url"].rpartition("/")[2] for line in shown.out.splitlines()]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["북한"], ["korean"]),
        (["혜산", "장마당"], ["korean"]),
        (["쌀값"], ["korean"]),
        (["쌀"], []),
        (["sinpo"], ["english"]),
        (["BOAT", "monday"], ["english"]),
        (["boat monday"], ["english"]),
        (["boat", "rason"], []),
        (["trader's"], ["café"]),
        (["cafe"], ["café"]),
        (["NOT"], []),
        (["AND"], []),
        (['"'], None),
        (["boat*"], ["english"]),
        (["headline:boats"], []),
    ],
)
def test_articles_that_hold_all_the_words(run, corpus, words, names):
    """Whatever the case; Korean words with particles too; and no sign is an operator."""
    if names is None:
        assert run("search", corpus, *words).code == 2
    else:
        assert found(run, corpus, *words) == names


def test_hits_are_shown_with_their_surroundings(run, corpus):
    """Headline, url, and the words around."""
    shown = run("search", corpus, "sinpo").out
    assert shown.splitlines()[:2] == ["Boats stay in port", "  https://wire.example/english"]
    assert "No boat left SINPO on Monday." in shown


def test_keys_and_limit(run, corpus):
    """A line of JSON has four keys, and no more lines come than are asked for."""
    (line,) = run("search", corpus, "a", "--json", "--limit", "1").out.splitlines()
    assert list(json.loads(line)) == ["id", "headline", "url", "snippet"]


@pytest.mark.parametrize("content", [None, b"", b"no database at all, but long enough to be read as one"])
def test_what_is_no_corpus_is_said_to_be_none(run, tmp_path, content):
    """A missing file and one that is no corpus are one line and exit code 2; nothing is left beside it."""
    path = tmp_path / "corpus.sqlite"
    if content is not None:
        path.write_bytes(content)
    before = sorted(tmp_path.iterdir())
    shown = run("search", str(path), "boat")
    assert (shown.code, shown.err.count("\n")) == (2, 1)
    assert sorted(tmp_path.iterdir()) == before
