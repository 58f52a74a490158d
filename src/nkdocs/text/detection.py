"""Which encoding undeclared bytes are in, judged by the script they turn into; None where that proves nothing."""

import re
from typing import Final

from nkdocs.text.charset import charset

__all__ = ["detected"]

_SAMPLE: Final = 8192
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]+")
_LETTER: Final = re.compile(r"[^\W\d_a-zA-Z]")
_KANA: Final = re.compile("[\u3041-\u30fe]")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_GREEK: Final = re.compile("[\u0370-\u03ff]")
# The letters that prove an encoding, their least share of the letters beyond ASCII, and how many letters it takes.
# Chinese read as CP949 is some 60 % Hangul and Korean read as Shift_JIS is half-width kana: neither reaches its line.
# Kana of Shift_JIS read as CP949 are Hangul through and through, so Shift_JIS is tried first.
_PROOF: Final = {
    "cp932": (_KANA, 0.15, 4),
    "euc-jp": (_KANA, 0.15, 4),
    "cp949": (_HANGUL, 0.85, 4),
    "johab": (_HANGUL, 0.85, 12),
    "gb18030": (_HAN, 0.85, 8),
    "cp950": (_HAN, 0.85, 8),
    "windows-1251": (_CYRILLIC, 0.9, 12),
    "koi8-r": (_CYRILLIC, 0.9, 12),
    "cp866": (_CYRILLIC, 0.9, 12),
    "windows-1256": (_ARABIC, 0.9, 12),
    "windows-1253": (_GREEK, 0.9, 12),
}
# Of the runs of bytes beyond ASCII this share is one byte long in Western text: accents and curly quotes stand alone.
_ALONE: Final = 0.7
# What Western text has beyond ASCII in windows-1252: curly quotes, dashes, a few signs, accented letters.
_WESTERN: Final = bytes([0x80, 0x85, *range(0x91, 0x98), 0x99, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB])
_ACCENTED: Final = bytes(code for code in range(0xC0, 0xFD) if code not in {0xD0, 0xD7, 0xDE, 0xF0, 0xF7})
# Designators of ISO 2022: they stand in no other text.
_DESIGNATORS: Final = ((b"\x1b$)C", "iso-2022-kr"), (b"\x1b$B", "iso-2022-jp"), (b"\x1b$@", "iso-2022-jp"))


def detected(data: bytes) -> str | None:
    r"""The encoding of bytes that are no UTF-8 and that nobody declared.

    A statistical guess alone is not believed: what the bytes turn into has to be letters of one script.

    >>> detected("장마당의 쌀값이 내렸다".encode("cp949"))
    'cp949'
    >>> detected(b"caf\xe9 and th\xe9")
    'windows-1252'
    """
    if data.isascii():
        return _designated(data)
    sample = _sample(data)
    if _reads_as(sample, "cp932"):
        return "cp932"
    if _is_western(sample):
        return "windows-1252"
    for name in ("cp949", "euc-jp"):
        if _reads_as(sample, name):
            return name
    guess = _guessed(sample)
    return guess if guess is not None and _reads_as(sample, guess) else None


def _designated(data: bytes) -> str | None:
    for mark, name in _DESIGNATORS:
        if mark in data:
            try:
                data.decode(name)
            except UnicodeDecodeError:
                return None
            return name
    return None


def _sample(data: bytes) -> bytes:
    """Some lines from the first byte beyond ASCII on; a page may open with 100 kB of script."""
    first = _HIGH_RUN.search(data)
    start = first.start() if first is not None else 0
    line = data.rfind(b"\n", max(0, start - _SAMPLE), start)
    sample = data[line + 1 if line >= 0 else start :][:_SAMPLE]
    end = sample.rfind(b"\n", _SAMPLE // 2)
    return sample if end < 0 else sample[:end]


def _is_western(sample: bytes) -> bool:
    runs = _HIGH_RUN.findall(sample)
    high = b"".join(runs)
    odd = len(high.translate(None, _WESTERN + _ACCENTED))
    return odd * 20 <= len(high) and sum(len(run) == 1 for run in runs) >= _ALONE * len(runs)


def _guessed(sample: bytes) -> str | None:
    # Imported here: most documents are UTF-8 and never need it.
    import cchardet

    label = cchardet.detect(sample)["encoding"]
    return None if label is None else charset(label)


def _reads_as(sample: bytes, name: str) -> bool:
    """Whether the sample, read so, is nearly all letters of the script that goes with the encoding."""
    proof = _PROOF.get(name)
    if proof is None:
        return False
    script, share, least = proof
    text = sample.decode(name, "replace")
    letters = len(_LETTER.findall(text))
    if letters < least or text.count("\ufffd") * 20 > letters:
        return False
    return len(script.findall(text)) >= share * letters
