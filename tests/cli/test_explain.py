import json

from nkdocs.records.convert import from_dict


def explained(result):
    """The one explanation that was printed."""
    (line,) = result.stdout.decode().splitlines()
    return json.loads(line)


def test_the_json_has_the_shape_of_the_contract(article, nkdocs):
    """Every key is there, and what is a record is a record."""
    result = nkdocs("explain", "a.txt", "--json")
    assert (result.returncode, result.stderr) == (0, b"")
    told = explained(result)
    assert list(told) == ["schema", "document", "kind", "text", "labels", "resolution", "notes", "articles"]
    assert (told["schema"], told["kind"]) == ("nkdocs/explain/1", "article")
    assert told["document"] == told["articles"][0]["document"]
    assert from_dict(told["articles"][0]).headline.text == "Rice prices fall in Hyesan"
    assert list(told["resolution"]) == ["winner", "rule", "candidates"]
    for candidate in told["resolution"]["candidates"]:
        assert list(candidate) == ["id", "version", "distribution", "answer", "strength", "evidence"]
        assert all(list(evidence) == ["rule", "span", "detail"] for evidence in candidate["evidence"])
    winner = told["resolution"]["candidates"][0]
    assert winner["id"] == told["resolution"]["winner"] == told["articles"][0]["parser"]["id"]
    assert winner["strength"] == told["articles"][0]["parser"]["strength"]


def test_the_labels_give_back_the_text(article, nkdocs):
    """Each label has a role, a span of code points and the rule that gave it; together they hold every word."""
    told = explained(nkdocs("explain", "a.txt", "--json"))
    assert all(list(label) == ["role", "span", "rule"] for label in told["labels"])
    joined = "".join(told["text"][start:end] for start, end in (label["span"] for label in told["labels"]))
    assert "".join(joined.split()) == "".join(told["text"].split())
    assert told["text"] == (article / "a.txt").read_text(encoding="utf-8")


def test_the_text_is_shown_with_roles_rules_claims_and_notes(article, nkdocs):
    """Without a terminal the same is there without colours."""
    printed = nkdocs("explain", "a.txt").stdout.decode()
    told = explained(nkdocs("explain", "a.txt", "--json"))
    for label in told["labels"]:
        assert f"{label['role']}" in printed
        assert label["rule"] in printed
    for candidate in told["resolution"]["candidates"]:
        assert candidate["id"] in printed
    assert "Rice prices fall in Hyesan" in printed
    assert "notes" in printed
    assert "\x1b" not in printed


def test_a_terminal_gets_colours_and_nothing_it_would_obey(article, terminal):
    """Colours are ours, and only where they are wanted; controls of the document are shown, never sent."""
    (article / "\x1b[31mh.txt").write_text("Rice \x1b[2J and \x9b31m \u202e maize\n\nfell.\n", encoding="utf-8")
    code, screen = terminal("explain", "\x1b[31mh.txt", env={"NO_COLOR": ""})
    assert code == 0
    assert b"\x1b[0m" in screen
    assert b"\x1b[2J" not in screen
    assert b"\\x1b[31mh.txt" in screen
    assert not {"\x9b", "\u202e"} & set(screen.decode())
    assert b"\\x1b[2J" in screen
    assert b"\x1b" not in terminal("explain", "\x1b[31mh.txt", env={"NO_COLOR": "1"})[1]
    (line,) = terminal("explain", "--json", "\x1b[31mh.txt")[1].decode().splitlines()
    assert "\x1b" not in line
    assert json.loads(line)["document"]["name"] == "\x1b[31mh.txt"


def test_the_exit_code_tells_how_it_went(article, nkdocs):
    """As with parse: unreadable is 1, nothing to claim is 3."""
    (article / "empty.txt").write_bytes(b"")
    (article / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert nkdocs("explain", "empty.txt").returncode == 3
    unreadable = nkdocs("explain", "binary.txt", "--json")
    assert unreadable.returncode == 1
    assert explained(unreadable)["articles"] == []


def test_options_are_those_of_parse(article, nkdocs):
    """Address and parser can be given."""
    told = explained(nkdocs("explain", "a.txt", "--json", "--url", "http://a.example/", "--parser", "generic"))
    assert told["document"]["url"] == "http://a.example/"
    assert told["resolution"]["rule"] == "explicit"
