"""No correct plugin is failed: parsers of every form, on text and pages, listings, threads and several articles."""

import re
from pathlib import Path
from typing import Any

import pytest

import nkdocs
from nkdocs import rules
from nkdocs.testing import check_parser, update_expected

# Each run of the kit takes seconds: once is enough.
pytestmark = pytest.mark.slow

LEDGER = nkdocs.OutletRules(
    id="ledger",
    version="1",
    language="en",
    hosts=["borderledger.example"],
    markers=[r"told (the )?Border Ledger", r"Photo: Border Ledger"],
    header=["section?", "headline", "standfirst?", "byline", "caption*"],
    patterns={
        "section": r"[A-Z ]{4,30}",
        "byline": r"(?P<name>[^|]+?), (?P<role>[^|]+?) \| (?P<date>\d{1,2} \w+ \d{4})",
        "caption": r"(?P<text>.+?)\s*Photo: (?P<credit>Border Ledger)",
        "contact": r"Reach the desk at",
        "edition": r"Read this in (?P<language>Korean|Japanese)",
        "boilerplate": r"© Border Ledger",
    },
    comments="bullets",
    classes={"bl-title": "headline", "bl-by": "byline", "bl-text": "body", "bl-foot": "boilerplate"},
)
TEXT = """MARKETS

Rice is cheaper in the border towns

Traders wait for the new harvest

Han Byol, reporter | 4 March 2013

Sacks at the gate. Photo: Border Ledger

Rice fell by a third in a week, a trader told the Border Ledger.

She said that nobody knows why.

Reach the desk at desk@borderledger.example

Read this in Korean

© Border Ledger

  • River Watcher

    It is the harvest.

    • HANA

  • Pak

    Is it?
"""
PAGE = """<!doctype html><html lang="en"><head><title>Fuel is dear | Border Ledger</title></head><body>
<nav>Home</nav><h1 class="bl-title">Fuel is dear</h1><p class="bl-by">O Yun, reporter | 5 March 2013</p>
<div class="bl-text"><p>A litre costs what a day's work pays.</p><p>Few can buy it.</p></div>
<div class="bl-foot">© Border Ledger</div></body></html>
"""
PLAIN = "Roads are dry again\n\nHan Byol, reporter | 6 March 2013\n\nCarts are out, a driver told Border Ledger.\n"
META = 'source = "written for this project"\nlicence = "MIT"\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A corpus to be written: files by name, with a meta file each."""
    monkeypatch.delenv("CI", raising=False)

    def written(documents, urls=None):
        for name, text in documents.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
            url = (urls or {}).get(name)
            line = f'url = "{url}"\n' if url else ""
            (tmp_path / f"{Path(name).stem}.meta.toml").write_text(META + line, encoding="utf-8")
        return tmp_path

    return written


def faults(parser, corpus) -> list[str]:
    """What is held against a parser, the records it gives now being expected."""
    update_expected(parser, corpus)
    results = check_parser(parser, corpus, checks=["P0", "P1", "G"])
    return [f"{found.id} {found.document}: {found.detail}" for found in results if found.outcome == "failed"]


def test_outlet_rules_pass(folder):
    """A newsroom described by data alone keeps every promise, in text and in pages."""
    urls = {"fuel.html": "https://www.borderledger.example/fuel"}
    assert faults(LEDGER, folder({"rice.txt": TEXT, "fuel.html": PAGE, "roads.txt": PLAIN}, urls)) == []


class Digest:
    """Several articles on a page, each under a numbered line; a page of links is a listing."""

    HEAD = re.compile(r"Item (\d+): (.+)")

    def claim(self, layout, ctx):
        if not layout.text.startswith("The Weekly Digest"):
            return None
        evidence = nkdocs.Evidence(rule="masthead", span=nkdocs.Span(0, len("The Weekly Digest")))
        return nkdocs.Claim(strength=nkdocs.Strength.MARKERS, evidence=[evidence])

    def parse(self, layout, ctx):
        masthead, *blocks = layout.blocks
        labels = [nkdocs.Label(role="boilerplate", span=masthead.span, rule="masthead")]
        if all(self.HEAD.fullmatch(block.text) for block in blocks):
            labels += [nkdocs.Label(role="listing", span=block.span, rule="links") for block in blocks]
            entries = [nkdocs.Entry(headline=self.title(block).text, span=block.span) for block in blocks]
            return nkdocs.Result(kind="listing", entries=entries, labels=labels)
        drafts = []
        for block in blocks:
            if self.HEAD.fullmatch(block.text):
                number = nkdocs.Span(block.span.start, self.title(block).span.start)
                labels.append(nkdocs.Label(role="boilerplate", span=number, rule="number"))
                drafts.append({"outlet": "digest", "headline": self.title(block), "paragraphs": []})
            else:
                drafts[-1]["paragraphs"].append(nkdocs.Paragraph(text=block.text, span=block.span))
        return nkdocs.Result(drafts=[nkdocs.Draft(**draft) for draft in drafts], labels=labels)

    def title(self, block):
        start = block.span.start + self.HEAD.fullmatch(block.text).start(2)
        return nkdocs.Text(text=self.HEAD.fullmatch(block.text)[2], span=nkdocs.Span(start, block.span.end))


def test_several_articles_and_listings_pass(folder):
    """A page of several articles, one of a single one and a page of links are all of them right."""
    documents = {
        "two.txt": "The Weekly Digest\n\nItem 1: Snow in May\n\nIt snowed.\n\nIt was May.\n\n"
        "Item 2: A bridge\n\nIt holds.\n",
        "one.txt": "The Weekly Digest\n\nItem 7: A road\n\nIt is long.\n",
        "links.txt": "The Weekly Digest\n\nItem 8: A boat\n\nItem 9: A net\n",
    }
    info = nkdocs.ParserInfo(
        id="digest",
        version="3",
        factory=Digest,
        produces=["outlet", "headline", "paragraphs"],
        media_types=["text/plain"],
    )
    assert faults(info, folder(documents)) == []


class Forum:
    """Forum pages: a thread without an article, comments of many lines, times relative to the capture."""

    def claim(self, layout, ctx):
        return None

    def parse(self, layout, ctx):
        comments: list[dict[str, Any]] = []
        labels: list[nkdocs.Label] = []
        open_: list[tuple[int, int]] = []
        for block in layout.blocks:
            if block.kind == "bullet":
                while open_ and open_[-1][0] >= block.depth:
                    open_.pop()
                parent = open_[-1][1] if open_ else None
                open_.append((block.depth, len(comments) + 1))
                comments.append(
                    {"id": len(comments) + 1, "parent": parent, "depth": len(open_) - 1, "author": block.text,
                     "text": None, "missing": ["body"], "span": block.span}
                )  # fmt: skip
            elif block.depth and comments:
                text = "\n".join(filter(None, [comments[-1]["text"], block.text]))
                span = nkdocs.Span(comments[-1]["span"].start, block.span.end)
                comments[-1] |= {"text": text, "missing": [], "span": span}
            else:
                labels.append(nkdocs.Label(role="boilerplate", span=block.span, rule="before"))
        draft = nkdocs.Draft(
            outlet="forum", comments=[nkdocs.Comment(**comment) for comment in comments], labels=labels
        )
        return nkdocs.Result(kind="thread", drafts=[draft])


def test_threads_and_claims_by_host_pass(folder):
    """A parser that only its host claims, of pages that are threads, is right too."""
    documents = {
        "boats.txt": "Boats\n\n  • Ann\n\n    The first line.\n\n    The second.\n\n"
        "    • Ben\n\n      • Cho\n\n  • Dan\n",
        "nets.txt": "Nets\n\n  • Ann\n\n    They hold.\n",
        "crlf.txt": "Ropes\r\n\r\n  • Ann\r\n\r\n    They hold,\r\n    mostly.\r\n\r\n    • Ben\r\n",
    }
    urls = {name: f"https://forum.example.org/{name}" for name in documents}
    info = nkdocs.ParserInfo(
        id="forum", version="2024.1", factory=Forum, produces={"outlet", "comments"}, hosts=["example.org"]
    )
    assert faults(info, folder(documents, urls)) == []


class Dated:
    """Times of every basis: of the page, of its url, of its metadata, resolved, short and counted from 1912."""

    def claim(self, layout, ctx):
        return None

    def parse(self, layout, ctx):
        first, *rest = layout.blocks
        published = rules.when(layout, first.span, ctx)
        labels = [] if published else [nkdocs.Label(role="boilerplate", span=first.span, rule="no-day")]
        spans = [block.span for block in rest]
        return nkdocs.Draft(
            published=published,
            paragraphs=[nkdocs.Paragraph(text=block.text, span=block.span) for block in rest],
            dates=rules.dates(layout, spans, ctx, published),
            labels=labels,
        )


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2014\n\nIt rained on 1 May and last week.\n",
        "Juche 103 (2014)\n\nIn Juche 101 it rained on April 15.\n",
        "2014년 5월 3일\n\n지난 1일 비가 왔다. 지난해에도 왔다.\n",
        "令和元年五月三日\n\n昨年も雨が降った。\n",
        "二〇一四年五月三日\n\n雨が降った。\n",
        "3.5.14\n\nIt rained in the eighties, and in 1997-98.\n",
        "3 May 2014\n\nIt was so in the 1990s, in the winter of 2012, in winter 2013-14 and in the 20th century.\n",
        "2014년 5월 3일\n\n90년대와 2012년 겨울에도 그랬다.\n",
        "no day at all\n\nIt rained on 1 May, and yesterday.\n",
    ],
)
def test_times_pass(text, folder):
    """Years that are written short, in other numerals or counted from another year are no borrowed ones."""
    info = nkdocs.ParserInfo(
        id="dated", version="1", factory=Dated, produces={"published", "paragraphs", "dates"}, hosts=["dated.example"]
    )
    corpus = folder({"a.txt": text}, {"a.txt": "https://dated.example/a"})
    held = check_parser(info, corpus, checks=["P10", "P11", "P12", "P13", "P15"])
    assert [found.detail for found in held if found.outcome == "failed"] == []
