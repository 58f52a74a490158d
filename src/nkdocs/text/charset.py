"""Names of character encodings: many labels, one name each, and that name is what the bytes are read with."""

import codecs
import re
from functools import lru_cache
from typing import Final

__all__ = ["charset"]

# Labels come from web pages; whatever does not look like one is never looked up.
_LABEL: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{1,39}")
# Labels that pages use and Python does not know.
_LABELS: Final = {
    "windows-949": "cp949",
    "x-windows-949": "cp949",
    "x-euc-kr": "cp949",
    "cseuckr": "cp949",
    "csksc56011987": "cp949",
    "iso-ir-149": "cp949",
    "ksc_5601": "cp949",
    "x-johab": "johab",
    "windows-31j": "cp932",
    "x-sjis": "cp932",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "x-x-big5": "cp950",
    "windows-874": "cp874",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "unicode-1-1-utf-8": "utf-8",
    "x-user-defined": "cp1252",
}
# Python's name of a codec -> the superset that the bytes of such pages really are. Browsers do the same (WHATWG).
_READ_AS: Final = {
    "ascii": "windows-1252",
    "iso8859-1": "windows-1252",
    "iso8859-9": "windows-1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "cp950",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
}
# Codecs of Python that are no character encodings of documents.
_NOT_TEXT: Final = frozenset(
    {"base64", "bz2", "hex", "mbcs", "oem", "quopri", "rot-13", "uu", "zlib"}
    | {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}
)


@lru_cache(maxsize=256)
def charset(label: str) -> str | None:
    """The name under which bytes with this label are read, or None for a label that names no encoding.

    The name is lower case and one that ``bytes.decode`` knows. A label is read as the superset that such bytes
    really are: ``euc-kr`` as ``cp949``, ``gb2312`` as ``gb18030``, ``iso-8859-1`` as ``windows-1252``.

    >>> charset("EUC-KR"), charset("ks_c_5601-1987"), charset("utf8"), charset("no such")
    ('cp949', 'cp949', 'utf-8', None)
    """
    label = label.strip().lower()
    if not _LABEL.fullmatch(label):
        return None
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except LookupError:
        return None
    name = _READ_AS.get(name, name).replace("_", "-")
    if name in _NOT_TEXT:
        return None
    return _spelled(name)


def _spelled(name: str) -> str:
    """``iso8859-2`` and ``cp1251`` as pages write them."""
    if name.startswith("iso8859-"):
        return f"iso-8859-{name.removeprefix('iso8859-')}"
    if name.startswith("iso2022-"):
        return f"iso-2022-{name.removeprefix('iso2022-')}"
    return f"windows-{name.removeprefix('cp')}" if name.startswith("cp125") else name
