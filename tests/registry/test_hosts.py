import pytest

from nkdocs.registry.hosts import HostTable, host_of


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://www.dailynk.com/english/read.php?cataId=nk", "www.dailynk.com"),
        ("HTTPS://DailyNK.COM", "dailynk.com"),
        ("//dailynk.com/x", "dailynk.com"),
        ("http://user:word@dailynk.com:8080/", "dailynk.com"),
        ("http://dailynk.com./", "dailynk.com"),
        (r"http://other.example\@dailynk.com/", "other.example"),
        ("http://other.example/?u=http://dailynk.com/", "other.example"),
        ("http://other.example#@dailynk.com", "other.example"),
        ("dailynk.com/english", None),
        ("file:///home/notes.txt", None),
        ("mailto:desk@dailynk.com", None),
        ("", None),
        (None, None),
        ("http://[::1", "["),
    ],
)
def test_the_host_of_a_url(url, host):
    """The host is what a browser would go to; a path or a bare word has none."""
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("host", "keys"),
    [
        ("ledger.example", {"ledger": "ledger.example"}),
        ("www.ledger.example", {"ledger": "ledger.example"}),
        ("sports.ledger.example", {"ledger": "ledger.example", "sports": "sports.ledger.example"}),
        ("notledger.example", {}),
        ("ledger.example.org", {}),
        ("example", {}),
    ],
)
def test_a_subdomain_counts_and_nothing_else(host, keys):
    """A declared host claims itself and what lies under it."""
    table = HostTable({"ledger": ["Ledger.example."], "sports": ["sports.ledger.example", "ledger.example.invalid"]})
    assert dict(table.claims(host)) == keys


def test_a_host_of_many_labels_costs_little():
    """No host is longer than the domain name system allows."""
    assert len(host_of("http://" + "a." * 500_000 + "example/") or "") <= 253
