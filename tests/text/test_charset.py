"""Labels of encodings."""

from encodings.aliases import aliases

import pytest

from nkdocs.text.charset import charset


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("UTF8", "utf-8"),
        (" utf-8 ", "utf-8"),
        ("euc-kr", "cp949"),
        ("ks_c_5601-1987", "cp949"),
        ("KSC5601", "cp949"),
        ("windows-949", "cp949"),
        ("uhc", "cp949"),
        ("Shift_JIS", "cp932"),
        ("windows-31j", "cp932"),
        ("EUC-JP", "euc-jp"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("Big5", "cp950"),
        ("iso-8859-1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("ISO-8859-2", "iso-8859-2"),
        ("windows-1251", "windows-1251"),
        ("koi8-r", "koi8-r"),
        ("iso-2022-kr", "iso-2022-kr"),
        ("csISO2022KR", "iso-2022-kr"),
        ("utf-16", "utf-16-le"),
    ],
)
def test_labels_of_pages_have_one_name(label: str, name: str) -> None:
    """The many labels of an encoding come down to the name of what such bytes really are."""
    assert charset(label) == name
    assert charset(name) == name


def test_no_label_names_what_cannot_read_bytes_as_text() -> None:
    """Whatever the name, reading any bytes with it gives text or a decoding error, and can go on past errors."""
    noise = bytes(range(256)) + bytes(range(255, -1, -1))
    names = {name for alias in {*aliases, *aliases.values()} if (name := charset(alias)) is not None}
    assert {"utf-8", "cp949", "cp037"} <= names
    for name in names:
        assert isinstance(noise.decode(name, "replace"), str)
        assert "\ufffd" not in noise.decode(name, "ignore") or name == "gb18030"
