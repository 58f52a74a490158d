"""What a date may hold."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from nkdocs.errors import UsageError
from nkdocs.text.dates.when import fixed_offset


def test_an_offset_has_whole_minutes_and_the_time_is_the_same():
    """ISO 8601 has no seconds in offsets: local mean time moves to the next minute."""
    seoul = datetime(1900, 1, 1, tzinfo=ZoneInfo("Asia/Seoul"))
    assert seoul.utcoffset() == timedelta(hours=8, minutes=27, seconds=52)
    assert fixed_offset(seoul) == seoul
    assert fixed_offset(seoul).isoformat() == "1900-01-01T00:00:08+08:28"


@pytest.mark.parametrize("moment", [datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59)])  # noqa: DTZ001 - see below
@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("odd", [timedelta(hours=8, seconds=52), timedelta(hours=23, minutes=58, seconds=59)])
def test_the_ends_of_the_calendar_have_whole_minutes_too(moment, sign, odd):
    """Where the next minute is no time any more, or no offset, the one before is taken."""
    given = moment.replace(tzinfo=timezone(sign * odd))
    found = fixed_offset(given)
    assert found == given
    assert found.isoformat()[-6:-3] in {"+23", "-23", "+08", "-08"}
    assert len(found.isoformat().partition(".")[0]) == len("0001-01-01T00:00:00+08:00")


def test_plain_offsets_stay_as_they_are():
    """A time that has one is given back; one without a zone is refused."""
    moment = datetime(2014, 6, 2, tzinfo=UTC)
    assert fixed_offset(moment) is moment
    with pytest.raises(UsageError, match="zone"):
        fixed_offset(datetime(2014, 6, 2))  # noqa: DTZ001 - what is refused
    with pytest.raises(UsageError, match="ISO 8601"):
        fixed_offset(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=23, minutes=59, seconds=59))))
