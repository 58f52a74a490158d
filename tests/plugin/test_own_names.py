"""Names that must differ within a file."""

from hypothesis import given
from hypothesis import strategies as st

from nkdocs.plugin.own_names import OwnNames


@given(st.lists(st.sampled_from(["a", "a~2", "a~3", "a~2~2", "b", ""])))
def test_every_name_is_given_once(names):
    """Also to those that look like a numbered one; the first to come keeps its own."""
    own = OwnNames("~")
    given_names = [own.of(name) for name in names]
    assert len(set(given_names)) == len(names)
    assert given_names[:1] == names[:1]


def test_one_name_many_times_costs_no_more_each_time():
    """The next number is known."""
    own = OwnNames("~")
    assert [own.of("a") for _ in range(20_000)][-1] == "a~20000"
