"""A session that writes a head, a piece an article, and a tail."""

import io

import pytest

from nkdocs.errors import UsageError
from nkdocs.plugin.sessions import StreamSession


@pytest.fixture
def target():
    """What is written to."""
    return io.BytesIO()


def session(target, **arguments):
    """A session with something of everything."""
    return StreamSession(target, str.encode, head=b"[", between=b",", tail=b"]", **arguments)


def test_articles_encoded_elsewhere_are_written_like_others(target):
    """Whichever way each comes, what stands between them is the same."""
    made = session(target, independent=True)
    made.write("1")
    assert made.encode is not None
    made.write_encoded(made.encode("2"))
    made.write("3")
    made.close()
    assert target.getvalue() == b"[1,2,3]"


def test_what_depends_on_other_articles_is_not_encoded_elsewhere(target):
    """Unless an exporter says otherwise nothing does what it does in another process."""
    assert session(target).encode is None


def test_a_session_goes_on_behind_what_is_there(target):
    """Without a second head, and with what stands between articles."""
    target.write(b"[1,2")
    made = session(target, independent=True)
    made.go_on()
    made.write_encoded(b"3")
    made.close()
    assert target.getvalue() == b"[1,2,3]"


def test_going_on_with_nothing_more_ends_well(target):
    """What is there gets its tail."""
    target.write(b"[1")
    made = session(target, independent=True)
    made.go_on()
    made.close()
    assert target.getvalue() == b"[1]"


def test_after_its_end_nothing_is_written(target):
    """Whichever way it comes."""
    made = session(target, independent=True)
    made.close()
    with pytest.raises(UsageError):
        made.write_encoded(b"1")
    with pytest.raises(UsageError):
        made.write("1")
    assert target.getvalue() == b"[]"
