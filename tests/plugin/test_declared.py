"""Outlets described by data alone, read from text and HTML; every sentence of the contract has a document here."""

import pickle
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nkdocs
from nkdocs import OutletRules
from nkdocs.layout.context import ParseContext
from nkdocs.plugin.declared import DeclaredParser
from nkdocs.records import Draft, Result
from nkdocs.registry.checking import valid_result
from nkdocs.text.tidy import is_blank

LEDGER = OutletRules(
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
    classes={
        "bl-title": "headline",
        "bl-by": "byline",
        "bl-text": "body",
        "bl-foot": "boilerplate",
        "bl-talk": "comments",
    },
)
TEXT = """HARBOUR NEWS

Nets come in empty

Nobody at the pier knows where the fish have gone

Han Byol, staff reporter | 2 June 2014

A boat at the pier. Photo: Border Ledger

CHONGJIN (Yonhap) -- The nets came in empty, a fisherman told Border Ledger.

Nobody knows why.

Another boat. Photo: Border Ledger

Read this in Korean

Reach the desk at desk@borderledger.example

© Border Ledger 2014

  • Ann

    Good to know.

    • Bob

      Indeed.

  • Cy
"""
BYLINE = "Han Byol, staff reporter | 2 June 2014"


def answer(document: str, **rules: object) -> Result:
    """What the rules make of a document, held to the contract, with every visible character accounted for."""
    declared = OutletRules(**{"id": "ledger", "version": "1", **rules})
    layout = nkdocs.lay_out(document)
    result = DeclaredParser(declared).parse(layout, ParseContext())
    assert valid_result(result, len(layout.text), anew=True) == result
    return result


def read(document: str, **rules: object) -> Draft:
    """The one draft of a document."""
    (draft,) = answer(document, **rules).drafts
    return draft


def labels(document: str, **rules: object) -> list[tuple[str, str]]:
    """Each label's role with its words, as the core makes them."""
    declared = OutletRules(**{"id": "ledger", "version": "1", **rules})
    parsed = nkdocs.parse(document, parser="ledger", registry=registry(declared))
    return [(label.role, label.span.of(parsed.text)) for label in parsed.labels]


def registry(rules: OutletRules) -> nkdocs.Registry:
    """A registry in which only these rules are installed."""

    class Plugin:
        @nkdocs.hookimpl
        def nkdocs_register_parsers(self):
            return [rules]

    return nkdocs.Registry([Plugin()], entry_points=False)


def bodies(draft: Draft) -> list[str]:
    """The paragraphs' texts."""
    return [paragraph.text for paragraph in draft.paragraphs]


def codes(draft: Draft) -> list[str]:
    """The codes of the notes."""
    return [note.code for note in draft.notes]


class TestWhole:
    def test_a_text_is_read_by_header_patterns_and_thread(self):
        """The rules of the contract's own example fill a record from stripped text, and no parser failed."""
        parsed = nkdocs.parse(TEXT, registry=registry(LEDGER))
        article = parsed.article
        assert (parsed.resolution.winner, parsed.kind, article.parser.strength) == ("ledger", "article", "markers")
        assert (article.outlet, article.language, article.section) == ("ledger", "en", "HARBOUR NEWS")
        assert str(article.headline) == "Nets come in empty"
        assert str(article.standfirst) == "Nobody at the pier knows where the fish have gone"
        (author,) = article.bylines
        assert (author.name, author.role, author.raw) == ("Han Byol", "staff reporter", BYLINE)
        assert article.published.edtf == "2014-06-02"
        assert article.published.span.of(parsed.text) == "2 June 2014"
        assert (article.dateline.place, article.dateline.agency) == ("CHONGJIN", "Yonhap")
        assert [p.text for p in article.paragraphs] == [
            "The nets came in empty, a fisherman told Border Ledger.",
            "Nobody knows why.",
        ]
        assert [(c.text, c.credit) for c in article.captions] == [
            ("A boat at the pier.", "Border Ledger"),
            ("Another boat.", "Border Ledger"),
        ]
        assert [(e.label, e.language) for e in article.editions] == [("Read this in Korean", "ko")]
        assert [(c.author, c.parent, c.depth, c.text) for c in article.comments] == [
            ("Ann", None, 0, "Good to know."),
            ("Bob", 1, 1, "Indeed."),
            ("Cy", None, 0, None),
        ]
        assert [note.code for note in parsed.notes] == ["comment-without-body"]
        assert "unknown" not in {label.role for label in parsed.labels}

    def test_a_page_is_read_by_its_classes(self):
        """The same rules serve HTML; what stands in no class of the table is boilerplate."""
        page = (
            "<html><body><nav><a href=/>Home</a></nav><h1 class=bl-title>Nets come in empty</h1>"
            f"<p class=bl-by>{BYLINE}</p><div class=bl-text><p>CHONGJIN (Yonhap) -- The nets came in empty.</p>"
            "<h2>Why</h2><p>Nobody knows.</p><p class=bl-foot>Join us</p><p>Read this in Korean</p></div>"
            "<div class=bl-talk><h3>2 comments</h3><ul><li><div>A long name, with a comma.</div><p>Good.</p>"
            "<ul><li><div>Bob</div></li></ul></li></ul><form>Leave a reply</form></div><div>Sidebar</div>"
        )
        parsed = nkdocs.parse(page, url="http://www.borderledger.example/1", registry=registry(LEDGER))
        article = parsed.article
        assert article.parser.strength == "source"
        assert (str(article.headline), article.bylines[0].name) == ("Nets come in empty", "Han Byol")
        assert article.published.edtf == "2014-06-02"
        assert [(p.kind, p.text) for p in article.paragraphs] == [
            ("body", "The nets came in empty."),
            ("subhead", "Why"),
            ("body", "Nobody knows."),
        ]
        assert [edition.language for edition in article.editions] == ["ko"]
        assert [(c.author, c.parent, c.text) for c in article.comments] == [
            ("A long name, with a comma.", None, "Good."),
            ("Bob", 1, None),
        ]
        furniture = [label.span.of(parsed.text) for label in parsed.labels if label.role == "boilerplate"]
        assert furniture == ["Home", "Join us", "2 comments", "Leave a reply", "Sidebar"]

    def test_windows_line_ends_change_nothing_but_spans(self):
        """A pattern written for one line end reads both."""
        rules = {
            "header": ["headline", "byline"],
            "patterns": {"byline": r"(?P<name>\w+ \w+)\n(?P<role>\w+)"},
            "comments": "bullets",
        }
        text = "Nets come in empty\n\nHan Byol\nreporter\n\nNobody knows why.\n\n  • Ann\n\n    Good.\n"
        unix, windows = read(text, **rules), read(text.replace("\n", "\r\n"), **rules)
        assert (unix.bylines[0].name, unix.bylines[0].role) == ("Han Byol", "reporter")
        assert (windows.bylines[0].name, windows.bylines[0].role) == ("Han Byol", "reporter")
        assert windows.bylines[0].raw == "Han Byol\r\nreporter"
        assert bodies(unix) == bodies(windows)
        assert [c.text for c in unix.comments] == [c.text for c in windows.comments] == ["Good."]

    def test_nothing_is_an_empty_document(self):
        """Without a block there is no article."""
        assert answer("", header=["headline"]).kind == "empty"
        assert answer(" \n \n").kind == "empty"

    def test_a_document_of_comments_alone_is_a_thread(self):
        """One record without paragraphs."""
        result = answer("  • Ann\n\n    Good to know.\n\n  • Bob\n\n    Indeed.\n", comments="bullets")
        assert (result.kind, len(result.drafts[0].comments), result.drafts[0].paragraphs) == ("thread", 2, ())

    def test_outlet_and_language_go_into_the_record(self):
        """The outlet is the id unless said; a language that is not said comes from the text."""
        text = "The nets of the boats came in empty, and it is not known to the men of the pier why that was so."
        assert (read(text).outlet, read(text).language) == ("ledger", "en")
        said = read(text, outlet=None, language="ko")
        assert (said.outlet, said.language) == (None, "ko")

    def test_rules_never_answer_a_claim_themselves(self):
        """Hosts and markers are claimed by the core."""
        parser: nkdocs.Parser = DeclaredParser(LEDGER)
        assert parser.claim(nkdocs.lay_out(TEXT), ParseContext()) is None

    def test_an_article_held_twice_is_read_once(self):
        """With the note that says so; text that merely repeats a line stays."""
        text = "Nets come in empty\n\nBy Han Byol\n\nNobody knows why.\n\n"
        draft = read(text * 2, header=["headline", "byline"])
        assert (bodies(draft), codes(draft)) == (["Nobody knows why."], ["duplicate-article"])
        assert len(read("Rice.\n\n" * 6).paragraphs) == 6


class TestHeader:
    def test_an_optional_step_is_passed_over(self):
        """The block goes to the next step."""
        draft = read("Nets come in empty\n\nNobody knows why.", header=["section?", "headline"],
                     patterns={"section": "[A-Z]+"})  # fmt: skip
        assert (draft.section, str(draft.headline), codes(draft)) == (None, "Nets come in empty", [])

    def test_a_starred_step_takes_any_number(self):
        """None included."""
        rules = {"header": ["boilerplate*", "headline"], "patterns": {"boilerplate": "Menu"}}
        for count in range(4):
            draft = read("Menu item\n\n" * count + "Nets come in empty\n\nNobody knows why.", **rules)
            assert (str(draft.headline), bodies(draft)) == ("Nets come in empty", ["Nobody knows why."])

    def test_a_required_step_that_does_not_match_ends_the_header(self):
        """The rest is body, and a note says which step it was and where."""
        text = "Nets come in empty\n\nA sentence is no byline.\n\nBy Han Byol"
        draft = read(text, header=["headline", "byline", "byline"])
        (note,) = draft.notes
        assert (note.code, note.detail, note.span.of(text)) == (
            "header-incomplete",
            "byline",
            "A sentence is no byline.",
        )
        assert bodies(draft) == ["A sentence is no byline.", "By Han Byol"]

    def test_a_required_step_at_the_end_of_the_document_is_incomplete_too(self):
        """There is no block to point at."""
        (note,) = read("Nets come in empty", header=["headline", "byline"]).notes
        assert (note.code, note.span) == ("header-incomplete", None)
        assert codes(read("Nets come in empty", header=["headline", "byline?", "caption*"])) == []

    def test_there_is_no_backtracking(self):
        """A step that took a block keeps it, though a later one would have wanted it."""
        draft = read("Nets come in empty\n\nNobody knows why.", header=["kicker?", "headline"])
        assert (str(draft.kicker), draft.headline, codes(draft)) == ("Nets come in empty", None, ["header-incomplete"])

    @pytest.mark.parametrize("role", ["headline", "kicker"])
    @pytest.mark.parametrize(
        ("line", "fits"),
        [
            ("x" * 200, True),
            ("x" * 201, False),
            ("Rice fell.", False),
            ("米が値下がりした。", False),
            ("Rice fell!", True),
        ],
    )
    def test_a_title_is_one_line_of_200_characters_without_a_stop(self, role: str, line: str, fits: bool):
        """No other look is taken at it."""
        found = getattr(read(line, header=[f"{role}?"]), role)
        assert (found is not None) is fits

    def test_a_title_is_one_line(self):
        """Two lines of a heading are none."""
        assert read("<h1>Nets<br>empty</h1><p>Why.</p>", header=["headline?"]).headline is None

    @pytest.mark.parametrize(("length", "fits"), [(400, True), (401, False)])
    def test_a_standfirst_is_a_paragraph_of_400_characters(self, length: int, fits: bool):
        """It may end in a stop."""
        draft = read("Nets\n\n" + "x" * (length - 1) + ".\n\nBody.", header=["headline", "standfirst?"])
        assert (draft.standfirst is not None) is fits

    def test_a_heading_is_no_standfirst(self):
        """It is a subhead."""
        draft = read("<h1>Nets empty</h1><h2>Why</h2><p>Nobody knows.</p>", header=["headline", "standfirst?"])
        assert draft.standfirst is None
        assert draft.paragraphs[0].kind == "subhead"

    @pytest.mark.parametrize("role", ["headline", "kicker", "standfirst"])
    def test_what_fits_a_pattern_is_no_title(self, role: str):
        """Be it a footer's, which matches the start of the block."""
        assert getattr(read("Menu and more", header=[f"{role}?"], patterns={"contact": "Menu"}), role) is None
        assert getattr(read("Menu and more", header=[f"{role}?"], patterns={"caption": "Menu"}), role) is not None

    def test_what_another_step_reads_by_its_shared_rule_is_no_title(self):
        """A byline is not the standfirst before it."""
        draft = read("Nets empty\n\nBy Han Byol\n\nWhy.", header=["headline", "standfirst?", "byline"])
        assert (draft.standfirst, draft.bylines[0].name) == (None, "Han Byol")

    def test_roles_without_a_pattern_are_read_by_the_shared_rules(self):
        """Byline, date, dateline, caption and edition."""
        text = (
            "Nets empty\n\nBy Han Byol, staff reporter\n\n2 June 2014\n\nRead in Korean\n\n"
            "A boat. Image: Daily NK\n\nSEOUL (Yonhap) -- The nets came in empty."
        )
        draft = read(text, header=["headline", "byline", "date", "edition", "caption", "dateline"])
        assert (draft.bylines[0].name, draft.published.edtf) == ("Han Byol", "2014-06-02")
        assert (draft.editions[0].language, draft.captions[0].credit) == ("ko", "Daily NK")
        assert (draft.dateline.place, bodies(draft), codes(draft)) == ("SEOUL", ["The nets came in empty."], [])

    def test_a_section_or_boilerplate_without_a_pattern_is_never_there(self):
        """Nothing says how it would look."""
        assert codes(read("News\n\nRice.", header=["section"])) == ["header-incomplete"]
        assert read("Menu\n\nRice.", header=["boilerplate*"]).labels == ()

    def test_the_kicker_that_opens_a_headline_is_found(self):
        """And the marks beside a headline are none of it, as everywhere else."""
        text = "(LEAD) Exclusive: nets come in empty\n\nNobody knows why."
        draft = read(text, header=["headline"])
        assert (str(draft.headline), str(draft.kicker)) == ("Exclusive: nets come in empty", "Exclusive")

    def test_a_bullet_is_no_title(self):
        """A thread at the top of a document stays one."""
        draft = read("  • Ann\n\n    Good.\n\n  • Bob\n\n    Bad.\n", header=["headline?"], comments="bullets")
        assert (draft.headline, len(draft.comments)) == (None, 2)


class TestPatterns:
    @pytest.mark.parametrize("role", ["section", "kicker", "headline", "standfirst", "byline", "date", "dateline"])
    def test_a_header_pattern_matches_the_whole_block(self, role: str):
        """A part is not enough, and ``.`` is no line end."""
        assert codes(read("News of the day\n\nRice.", header=[role], patterns={role: "News"})) == ["header-incomplete"]
        page = "<p>News<br>today</p>"
        assert codes(read(page, header=[role], patterns={role: "News.today"})) == ["header-incomplete"]
        assert codes(read(page, header=[role], patterns={role: r"News\stoday"})) == []

    @pytest.mark.parametrize("role", ["contact", "bio", "edition", "boilerplate"])
    def test_a_footer_pattern_matches_the_start(self, role: str):
        """The whole block is labelled, and is not body."""
        found = labels("Rice.\n\nNews of the day", patterns={role: "News"})
        assert found[0] == ("body", "Rice.")
        assert {name for name, _ in found[1:]} == {role}
        assert labels("Rice.\n\nGood News", patterns={role: "News"})[1] == ("body", "Good News")

    def test_a_list_of_patterns_is_tried_in_order(self):
        """The first that matches sets the groups."""
        rules = {"header": ["byline"], "patterns": {"byline": [r"By (?P<name>.+)", r"(?P<name>\w+) writes"]}}
        assert read("Han writes\n\nRice.", **rules).bylines[0].name == "Han"
        assert read("By Han writes\n\nRice.", **rules).bylines[0].name == "Han writes"

    def test_all_groups_of_a_byline(self):
        """Each sets its field; the date is labelled as one."""
        rules = {
            "header": ["byline"],
            "patterns": {
                "byline": r"(?P<name>[^,]+), (?P<role>[^,]+), (?P<affiliation>[^,]+), (?P<contact>\S+), "
                r"(?P<bio>[^|]+)\| (?P<date>[^|]+?) \| changed (?P<updated>.+)"
            },
        }
        text = "Han Byol, reporter, Border Ledger, han@x.example, born in Rason | 2 June 2014 | changed 3 June 2014"
        draft = read(text, **rules)
        (author,) = draft.bylines
        assert (author.name, author.role, author.affiliation) == ("Han Byol", "reporter", "Border Ledger")
        assert (author.contact, author.bio, author.raw) == ("han@x.example", "born in Rason", text)
        assert (draft.published.edtf, draft.updated.edtf) == ("2014-06-02", "2014-06-03")
        assert labels(text, **rules) == [
            ("byline", "Han Byol, reporter, Border Ledger, han@x.example, born in Rason |"),
            ("date", "2 June 2014"),
            ("byline", "| changed"),
            ("date", "3 June 2014"),
        ]

    def test_groups_of_a_dateline(self):
        """Its span is the whole match, its day that of the date group."""
        draft = read(
            "Rason/2 June 2014/BLA\n\nRice.",
            header=["dateline"],
            patterns={"dateline": r"(?P<place>\w+)/(?P<date>[^/]+)/(?P<agency>\w+)"},
        )
        assert (draft.dateline.place, draft.dateline.agency, draft.dateline.raw) == (
            "Rason",
            "BLA",
            "Rason/2 June 2014/BLA",
        )
        assert draft.dateline.when.edtf == draft.published.edtf == "2014-06-02"

    @pytest.mark.parametrize(
        ("written", "code"),
        [("Korean", "ko"), ("한국어", "ko"), ("ko", "ko"), ("zh-Hant", "zh-hant"), ("Elvish", None)],
    )
    def test_the_language_of_an_edition_becomes_a_code(self, written: str, code: str | None):
        """A name or a code; one that nobody knows is null."""
        draft = read(f"Rice.\n\nAlso: {written}", patterns={"edition": r"Also: (?P<language>.+)"})
        assert [(e.label, e.language) for e in draft.editions] == [(f"Also: {written}", code)]

    def test_the_label_of_an_edition_may_be_a_group(self):
        """Its span is the whole match all the same, which may end before the block does."""
        text = "Rice.\n\nAlso: [Korean] | Share"
        (found,) = read(text, patterns={"edition": r"Also: \[(?P<label>\w+)\]"}).editions
        assert (found.label, found.span.of(text)) == ("Korean", "Also: [Korean]")

    def test_headline_section_and_kicker_may_be_groups_of_any_role(self):
        """Each keeps its own span and label, inside another role's block too."""
        rules = {
            "header": ["byline"],
            "patterns": {"byline": r"(?P<section>\w+) > (?P<headline>(?P<kicker>\w+): [^|]+?) \| (?P<name>.+)"},
        }
        text = "News > Scoop: nets empty | Han Byol"
        draft = read(text, **rules)
        assert (draft.section, str(draft.headline), str(draft.kicker)) == ("News", "Scoop: nets empty", "Scoop")
        assert draft.headline.span.of(text) == "Scoop: nets empty"
        assert labels(text, **rules) == [
            ("section", "News"),
            ("byline", ">"),
            ("kicker", "Scoop"),
            ("headline", ": nets empty"),
            ("byline", "| Han Byol"),
        ]

    def test_the_first_value_stands(self):
        """What a later block says of the same field is labelled, and changes nothing."""
        draft = read("Nets\n\nBoats\n\nRice.", header=["headline", "headline"], patterns={"headline": "Nets|Boats"})
        assert (str(draft.headline), bodies(draft)) == ("Nets", ["Rice."])

    def test_a_group_that_took_no_part_sets_nothing(self):
        """Nor does one that matched nothing, or blanks."""
        rules = {"header": ["byline"], "patterns": {"byline": r"By (?P<name>\w+ \w+)?(?P<role>,? *)\| (?P<date>.*)"}}
        lost = read("By | 2 June 2014\n\nRice.", **rules)
        assert (lost.bylines, lost.published.edtf) == ((), "2014-06-02")
        (author,) = read("By Han Byol, | nowhere\n\nRice.", **rules).bylines
        assert (author.name, author.role) == ("Han Byol", ",")

    def test_a_match_of_no_characters_is_none(self):
        """A pattern that fits everywhere says nothing."""
        draft = read("Rice.\n\nFish.", patterns={"boilerplate": "x*", "edition": "(?P<language>Korean)?"})
        assert (bodies(draft), draft.editions) == (["Rice.", "Fish."], ())

    def test_a_date_that_is_none_sets_nothing(self):
        """It keeps its label."""
        rules = {"header": ["byline"], "patterns": {"byline": r"(?P<name>.+) \| (?P<date>.+)"}}
        assert read("Han | soon\n\nRice.", **rules).published is None
        assert ("date", "soon") in labels("Han | soon\n\nRice.", **rules)

    def test_a_weekday_that_contradicts_its_date_is_noted(self):
        """The date stands."""
        draft = read("Tuesday 2nd June, 2014\n\nRice.", header=["date"], patterns={"date": r".+\d{4}"})
        assert (draft.published.edtf, codes(draft)) == ("2014-06-02", ["date-conflict"])

    def test_a_hidden_address_is_no_contact(self):
        """It was lost on the way, and the note says so."""
        draft = read(
            "Han: [email protected]\n\nRice.", header=["byline"], patterns={"byline": r"(?P<name>\w+): (?P<contact>.+)"}
        )
        assert (draft.bylines[0].contact, codes(draft)) == (None, ["lost-address"])

    def test_a_pattern_without_groups_leaves_the_reading_to_the_shared_rule(self):
        """What that cannot read is labelled."""
        patterns = {"byline": "By .+", "caption": "A .+", "dateline": "S.+--", "edition": "Read"}
        rules = {"header": ["byline", "caption", "dateline"], "patterns": patterns}
        draft = read("By Han Byol and Kim Sol\n\nA boat. Photo: KCNA\n\nSEOUL (Yonhap) --\n\nRead in Korean", **rules)
        assert [author.name for author in draft.bylines] == ["Han Byol", "Kim Sol"]
        assert (draft.captions[0].text, draft.captions[0].credit) == ("A boat.", "KCNA")
        assert (draft.dateline.place, draft.editions[0].language) == ("SEOUL", "ko")
        assert read("By whom?\n\nA boat", header=["byline"], patterns={"byline": "By .+"}).bylines == ()

    def test_a_credit_alone_is_no_caption(self):
        """Its words were lost; it is no body either."""
        rules = {"patterns": {"caption": r"(?P<text>.*?)\s*Photo: (?P<credit>\w+)"}}
        assert labels("Photo: Han\n\nRice.", **rules) == [("caption", "Photo: Han"), ("body", "Rice.")]
        assert read("Photo: Han\n\nRice.", **rules).captions == ()

    def test_a_line_without_end_is_no_header(self):
        """A lazy pattern would take the square of its length."""
        line = "Rice " + " " * 300_000 + "."
        draft = read(
            line, header=["byline?"], patterns={"byline": r"(?P<name>.+?)\s*\|", "caption": r".+?\s*Photo: .+"}
        )
        assert len(draft.paragraphs) == 1


class TestFoot:
    def test_what_stands_between_paragraphs_is_taken_too(self):
        """Footer and caption patterns apply to every block after the header, lists included."""
        draft = read(
            "One.\n\nA boat (BL)\n\nTwo.\n\n  • © BL\n\nThree.",
            patterns={"caption": r"(?P<text>.+) \((?P<credit>BL)\)", "boilerplate": "©"},
        )
        assert bodies(draft) == ["One.", "Two.", "Three."]
        assert draft.captions[0].text == "A boat"

    def test_bullets_are_a_list_unless_the_outlet_has_threads(self):
        """The same document, twice."""
        text = "One.\n\n  • Ann\n\n    Good to know.\n\n  • Bob\n\n    Indeed.\n"
        assert [p.kind for p in read(text).paragraphs] == ["body", "list", "list", "list", "list"]
        draft = read(text, comments="bullets")
        assert ([c.author for c in draft.comments], bodies(draft)) == (["Ann", "Bob"], ["One."])

    def test_every_bullet_of_a_thread_stays_a_comment(self):
        """Though a footer's pattern would match its name."""
        text = "One.\n\n  • Ann\n\n    Good to know.\n\n  • © Bob\n\n  • Cy\n\n    Indeed.\n"
        draft = read(text, comments="bullets", patterns={"caption": "© Bob"})
        assert [c.author for c in draft.comments] == ["Ann", "© Bob", "Cy"]

    def test_a_bio_completes_the_author_it_names(self):
        """Or the only one; another is added."""
        rules = {
            "header": ["byline"],
            "patterns": {
                "bio": r"(?P<bio>(?:About (?P<name>\w+ \w+): )?a (?P<role>\w+))",
                "contact": r"At (?P<contact>\S+)",
            },
        }
        (only,) = read("By Han Byol\n\nRice.\n\na sailor\n\nAt han@x.example", **rules).bylines
        assert (only.name, only.role, only.bio, only.contact) == ("Han Byol", "sailor", "a sailor", "han@x.example")
        both = read("By Han Byol\n\nRice.\n\nAbout Kim Sol: a cook\n\nAbout Han Byol: a sailor", **rules).bylines
        assert [(author.name, author.role) for author in both] == [("Han Byol", "sailor"), ("Kim Sol", "cook")]
        assert read("Rice.\n\nAt han@x.example", patterns=rules["patterns"]).bylines == ()

    def test_a_dateline_is_found_without_being_asked(self):
        """At the start of the first body block, after what stands before it was taken."""
        draft = read("A boat (BL)\n\nSEOUL (Yonhap) -- Rice fell.", patterns={"caption": r".+ \(BL\)"})
        assert (draft.dateline.agency, bodies(draft)) == ("Yonhap", ["Rice fell."])


class TestClassesWithoutPatterns:
    def test_the_first_of_several_counts(self):
        """Another headline, date or dateline keeps its label; each caption and edition is one of its own."""
        table = {"t": "headline", "on": "date", "from": "dateline", "by": "byline", "bio": "bio"}
        page = (
            "<p class=t>One</p><p class=t>Two</p><p class=on>2 June 2014</p><p class=on>3 June 2014</p>"
            "<p class=from>SEOUL</p><p class=from>RASON</p><p class=by>Han Byol | 4 June 2014</p>"
            "<p class=bio>Han Byol is one of Border Ledger's staff reporters.</p>"
        )
        draft = read(page, classes=table)
        assert (str(draft.headline), draft.published.edtf, draft.dateline.raw) == ("One", "2014-06-02", "SEOUL")
        assert labels(page, classes=table)[1] == ("headline", "Two")
        assert draft.paragraphs == ()

    def test_a_dated_byline_gives_its_day(self):
        """And the note at the foot says what its author is."""
        table = {"by": "byline", "bio": "bio"}
        page = (
            "<p class=by>Han Byol | 4 June 2014</p><p>Rice.</p>"
            "<p class=bio>Han Byol is one of Border Ledger's staff reporters.</p>"
        )
        draft = read(page, classes=table)
        (author,) = draft.bylines
        assert (author.name, author.role, draft.published.edtf) == ("Han Byol", "staff reporter", "2014-06-04")
        assert labels(page, classes=table)[:3] == [("byline", "Han Byol"), ("byline", "|"), ("date", "4 June 2014")]

    def test_an_item_may_open_with_a_picture_before_its_author(self):
        """What stands there is no author."""
        table = {"talk": "comments", "who": "comment-author"}
        page = "<p>Rice.</p><ul class=talk><li><div>A cat</div><div class=who>Ann</div><p>One.</p></li></ul>"
        draft = read(page, classes=table)
        assert [(c.author, c.text) for c in draft.comments] == [("Ann", "One.")]


class TestClasses:
    def test_the_innermost_class_counts(self):
        """Whichever stands first in the table; of one element the table's first."""
        page = "<div class='foot'><p class=text>One.</p></div><div class=text><p class=foot>Two</p><p>Three.</p></div>"
        for table in ({"text": "body", "foot": "boilerplate"}, {"foot": "boilerplate", "text": "body"}):
            assert bodies(read(page, classes=table)) == ["One.", "Three."]
        assert bodies(read("<p class='b a'>One.</p>", classes={"a": "body", "b": "boilerplate"})) == ["One."]

    def test_the_header_is_not_consulted_where_a_class_occurs(self):
        """And is, where none does."""
        rules = {"header": ["headline", "byline"], "classes": {"title": "headline"}}
        draft = read("<p>First</p><p class=title>Second</p><p>Third.</p>", **rules)
        assert (str(draft.headline), bodies(draft), codes(draft)) == ("Second", ["First", "Third."], [])
        draft = read("<p>First</p><p class=other>By Han Byol</p><p>Third.</p>", **rules)
        assert (str(draft.headline), draft.bylines[0].name) == ("First", "Han Byol")

    def test_without_a_body_class_the_other_blocks_are_body(self):
        """A table that names a body class which the page lacks hides nothing."""
        page = "<h1 class=title>Nets</h1><p>One.</p>"
        assert bodies(read(page, classes={"title": "headline"})) == ["One."]
        assert bodies(read(page, classes={"title": "headline", "text": "body"})) == ["One."]

    def test_a_role_stands_though_its_pattern_does_not_match(self):
        """The shared rules read what they can; a name alone is an author where the class says so."""
        table = {"by": "byline", "on": "date", "pic": "caption", "x": "edition", "from": "dateline"}
        table |= {"s": "section", "k": "kicker", "lead": "standfirst"}
        rules = {"classes": table, "patterns": {"byline": "(?P<name>never)"}}
        page = (
            "<p class=s>News</p><p class=k>Scoop</p><div class=lead><p>One</p><p>Two</p></div><p class=by>Han Byol</p>"
            "<p class=on>Published <time>2 June 2014</time></p>"
            "<p class=pic>A boat</p><p class=x>조선말</p><p class=from>RASON</p>"
        )
        draft = read(page, **rules)
        assert (draft.section, str(draft.kicker), str(draft.standfirst)) == ("News", "Scoop", "One\nTwo")
        assert (draft.bylines[0].name, draft.published) == ("Han Byol", None)
        assert (draft.captions[0].text, draft.editions[0].language, draft.dateline.raw) == ("A boat", None, "RASON")
        dated = page.replace("<time>", "<time datetime=2014-06-02>")
        assert read(dated, **rules).published.edtf == "2014-06-02"

    def test_a_class_may_say_what_kind_a_paragraph_is(self):
        """Subhead, quote and list."""
        page = "<p class=t>Why</p><p class=q>So.</p><p class=l>One.</p><p class=b>Two.</p>"
        table = {"t": "subhead", "q": "quote", "l": "list", "b": "body"}
        assert [p.kind for p in read(page, classes=table).paragraphs] == ["subhead", "quote", "list", "body"]

    def test_a_thread_without_lists_is_read_by_its_authors(self):
        """Each author opens a comment; what else is said of one is no body."""
        page = (
            "<p class=text>Rice.</p><div class=talk><h3>2 notes</h3><div><b class=who>Ann</b></div>"
            "<p class=on>2 June 2014 9:30</p><p>One.</p><p class=on>Like (3)</p><div class=who>Bob</div></div>"
        )
        table = {"text": "body", "talk": "comments", "who": "comment-author", "on": "comment-meta"}
        draft = read(page, classes=table)
        assert [(c.author, c.text, c.missing) for c in draft.comments] == [
            ("Ann", "One.", ()),
            ("Bob", None, ("body",)),
        ]
        assert draft.comments[0].posted.earliest == date(2014, 6, 2)

    def test_a_container_that_cannot_be_read_is_labelled(self):
        """Nothing says who wrote what; it is no body."""
        table = {"text": "body", "talk": "comments"}
        page = "<p class=text>Rice.</p><div class=talk><p>Ann</p><p>One.</p></div>"
        draft = read(page, classes=table)
        assert (bodies(draft), draft.comments) == (["Rice."], ())
        assert labels(page, classes=table)[1:] == [("comment-body", "Ann"), ("comment-body", "One.")]

    def test_text_inside_a_container_is_the_threads(self):
        """Though comments may use the article's own class for their words."""
        table = {"text": "body", "talk": "comments"}
        page = "<p class=text>Rice.</p><ul class=talk><li><b>Ann</b><p class=text>One.</p></li></ul>"
        draft = read(page, classes=table)
        assert (bodies(draft), draft.comments[0].text) == (["Rice."], "One.")

    def test_a_thread_of_named_elements_is_read_by_their_names(self):
        """Its replies too, without a list or a class of the table."""
        page = (
            "<p class=text>Rice.</p><div class=talk><div id=comment-1 class=comment><b class=fn>Ann</b><p>One.</p>"
            "<div id=comment-2 class=comment><b class=fn>Bob</b><p>Two.</p></div></div></div>"
        )
        draft = read(page, classes={"text": "body", "talk": "comments"})
        assert [(c.parent, c.author, c.text) for c in draft.comments] == [(None, "Ann", "One."), (1, "Bob", "Two.")]

    def test_metadata_give_the_day_that_the_text_does_not(self):
        """Never where the text says one; a headline is taken from the text alone."""
        head = "<meta property=article:published_time content=2014-06-02><meta property=og:title content=Nets>"
        draft = read(f"{head}<p class=text>Rice.</p>", classes={"text": "body"})
        assert (draft.published.edtf, draft.published.basis, draft.published.span) == ("2014-06-02", "metadata", None)
        assert draft.headline is None
        dated = read(
            f"{head}<p class=on>3 June 2014</p><p class=text>Rice.</p>", classes={"text": "body", "on": "date"}
        )
        assert (dated.published.edtf, dated.published.basis) == ("2014-06-03", "stated")


class TestProduces:
    def test_what_rules_may_set_follows_from_them(self):
        """By roles, groups and threads; without an outlet none is set."""
        assert LEDGER.produces == DeclaredParser(LEDGER).produces
        always = {"language", "paragraphs", "dateline", "bylines", "published"}
        assert OutletRules(id="a", version="1", outlet=None).produces == always
        text = OutletRules(id="a", version="1", outlet=None, media_types=["text/plain"])
        assert text.produces == always - {"published"}
        grouped = OutletRules(id="a", version="1", outlet=None, patterns={"boilerplate": r"Changed (?P<updated>.+)"})
        assert grouped.produces == always | {"updated"}
        unused = OutletRules(id="a", version="1", outlet=None, patterns={"date": r"(?P<updated>.+)"})
        assert unused.produces == always

    def test_nothing_else_is_set(self):
        """In the whole of a record."""
        draft = DeclaredParser(LEDGER).parse(nkdocs.lay_out(TEXT), ParseContext()).drafts[0]
        filled = {name for name in Draft.__slots__ if not name.startswith("__") and getattr(draft, name)}
        assert filled - {"notes", "labels"} <= LEDGER.produces


class TestHostile:
    def test_ten_thousand_blocks(self):
        """All are read, by whichever step or pattern."""
        rules = {
            "header": ["caption*", "headline"],
            "patterns": {"caption": r"(?P<text>.+) \(BL\)", "boilerplate": "©"},
            "comments": "bullets",
        }
        text = "A boat (BL)\n\n" * 10_000 + "Nets\n\n" + "© BL\n\nRice.\n\n" * 5_000
        draft = read(text, **rules)
        assert (len(draft.captions), str(draft.headline), len(draft.paragraphs)) == (10_000, "Nets", 5_000)

    def test_two_thousand_nested_bullets(self):
        """Depth costs no stack."""
        text = "".join(f"{'  ' * depth}• n{depth}\n\n{'  ' * depth}  Yes.\n\n" for depth in range(1, 2001))
        assert read(text, comments="bullets").comments[-1].depth == 1999

    @given(st.text(alphabet=st.sampled_from("Aa |,.2014\n\r\t•©()ㅏ\u2028\xa0\0:-"), max_size=200))
    @settings(max_examples=150, deadline=None)
    def test_any_text_gives_a_valid_result(self, text: str):
        """Whose spans give back their words, with every visible character in one label."""
        rules = OutletRules(
            id="ledger",
            version="1",
            header=["section?", "date*", "headline?", "byline?", "dateline?", "edition*"],
            patterns={
                "section": r"(?P<section>A+)(?P<kicker>a*)",
                "byline": r"(?P<name>[^|]*)\|(?P<date>[^|]*)",
                "caption": r"(?s)(?P<text>.*?)\s*\((?P<credit>.*)\)",
                "boilerplate": [r"©\s*", r"(?P<headline>2014)\s+"],
                "edition": r"(?P<language>Aa) ?",
            },
            comments="bullets",
        )
        layout = nkdocs.lay_out(text, media_type="text/plain")
        result = valid_result(DeclaredParser(rules).parse(layout, ParseContext()), len(layout.text), anew=True)
        parsed = nkdocs.parse(text, media_type="text/plain", parser="ledger", registry=registry(rules))
        assert not [note for note in parsed.notes if note.code == "plugin-failed"]
        for draft in result.drafts:
            for part in (*draft.bylines, draft.published, draft.dateline):
                assert part is None or part.raw == part.span.of(layout.text)
        covered = {place for label in parsed.labels for place in range(label.span.start, label.span.end)}
        visible = {place for place, sign in enumerate(parsed.text) if not is_blank(sign)}
        assert visible <= covered
        unknown = {label.span.of(parsed.text) for label in parsed.labels if label.role == "unknown"}
        assert unknown <= set(parsed.text) | {""} or parsed.kind == "empty"

    def test_the_parser_pickles_and_keeps_nothing(self):
        """The same answer before and after another document, and from a copy of the rules."""
        layout = nkdocs.lay_out(TEXT)
        parser = DeclaredParser(LEDGER)
        first = parser.parse(layout, ParseContext())
        parser.parse(nkdocs.lay_out("Other"), ParseContext())
        assert parser.parse(layout, ParseContext()) == first
        copy = DeclaredParser(pickle.loads(pickle.dumps(LEDGER)))  # noqa: S301 - our own
        assert copy.parse(layout, ParseContext()) == first
