"""Bytes to text, once, with the encoding and the reason for it; and what is no text at all."""

import re
from typing import Final

import attrs

from nkdocs.text.charset import charset
from nkdocs.text.detection import detected
from nkdocs.text.tidy import REPLACEMENT

__all__ = ["Decoded", "binary_reason", "decode", "garbled_reason"]

# UTF-32 before UTF-16: its little-endian mark starts with that of UTF-16.
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_META_BYTES: Final = 4096
_META: Final = re.compile(
    rb"<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']?([\w.:-]+)|<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]+)",
    re.IGNORECASE,
)
_CONTINUATION_BYTES: Final = bytes(range(0x80, 0xC0))
_WIDE_SAMPLE: Final = 65536
# High bytes of UTF-16 units other than those of Latin, Cyrillic, punctuation, kana, ideographs, Hangul, full width.
_COMMON_HIGH_BYTES: Final = (
    0x00,
    0x04,
    0x20,
    0x21,
    0x25,
    0x26,
    0x30,
    0x31,
    *range(0x4E, 0xA0),
    *range(0xAC, 0xD8),
    0xFF,
)
_RARE_HIGH_BYTES: Final = bytes(set(range(256)) - set(_COMMON_HIGH_BYTES))

_MAGIC: Final = (
    ("PDF", rb"%PDF-"),
    ("PNG image", rb"\x89PNG\r\n"),
    ("JPEG image", rb"\xff\xd8\xff"),
    ("GIF image", rb"GIF8[79]a"),
    ("TIFF image", rb"II\*\x00|MM\x00\*"),
    ("BMP image", rb"BM....\x00\x00\x00\x00"),
    ("ICO image", rb"\x00\x00\x01\x00"),
    ("ZIP archive", rb"PK(?:\x03\x04|\x05\x06|\x07\x08)"),
    ("gzip", rb"\x1f\x8b"),
    ("bzip2", rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"),
    ("xz", rb"\xfd7zXZ\x00"),
    ("zstd", rb"\x28\xb5\x2f\xfd"),
    ("LZ4", rb"\x04\x22\x4d\x18"),
    ("7z archive", rb"7z\xbc\xaf\x27\x1c"),
    ("RAR archive", rb"Rar!\x1a\x07"),
    ("ELF program", rb"\x7fELF"),
    ("Windows program", rb"MZ[^\x00]{0,30}\x00"),
    ("Mach-O program", rb"[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe"),
    ("WebAssembly", rb"\x00asm"),
    ("Parquet", rb"PAR1(?=[^\n]*[\x00-\x08\x0e-\x1f])|PAR1.*PAR1\Z"),
    ("Arrow file", rb"ARROW1\x00\x00"),
    ("SQLite database", rb"SQLite format 3\x00"),
    ("OLE document", rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("HWP document", rb"HWP Document File V"),
    ("RIFF media", rb"RIFF....(?:WAVE|AVI |WEBP)"),
    ("MP3 audio", rb"ID3[\x02-\x04]\x00|\xff[\xfb\xf3\xf2]"),
    ("MP4 media", rb"\x00\x00\x00.ftyp"),
    ("Ogg media", rb"OggS\x00"),
    ("FLAC audio", rb"fLaC\x00"),
    ("Matroska media", rb"\x1a\x45\xdf\xa3"),
    ("font", rb"wOF[F2]\x00|\x00\x01\x00\x00\x00|OTTO\x00"),
    ("tar archive", rb".{257}ustar"),
)
_ANY_MAGIC: Final = re.compile(b"|".join(b"(%s)" % pattern for _, pattern in _MAGIC), re.DOTALL)
# Category Cc without tab, the newlines and form feed.
_CONTROLS: Final = bytes([*range(1, 9), *range(14, 32), 127])
_C1: Final = tuple(chr(code).encode() for code in (*range(0x80, 0x85), *range(0x86, 0xA0)))
# So many of them do not make a file, however short it is, something other than text.
_FEW_NULS: Final = 8
_FEW_REPLACED: Final = 3
# Of a large text, which is in memory already, two samples tell whether the controls in it are worth counting.
_LARGE: Final = 32_768
_STEPS: Final = (29, 31)


@attrs.frozen(slots=True)
class Decoded:
    """Text, the encoding it was read with, what decided for that, and what the decoder had to replace.

    ``source`` is ``caller``, ``bom``, ``iso-2022``, ``utf-16-nuls``, ``strict-utf-8``, ``header``, ``meta``,
    ``detection`` or ``fallback``. ``replaced`` counts the U+FFFD that the decoder wrote (not those that the
    source holds), ``first`` is the index of the first of them.
    """

    text: str
    encoding: str
    source: str
    replaced: int = 0
    first: int | None = None


def decode(data: bytes, *, declared: str | None = None, header: str | None = None, markup: bool = False) -> Decoded:
    """Read bytes as text, without their BOM.

    The first that applies decides: the caller's encoding; a BOM; ISO 2022 that is declared and has its escapes;
    UTF-16 shown by its NULs; strict UTF-8; the header's charset; the page's own declaration; detection. A charset
    that the bytes contradict gives way to the next; a damaged byte or two are no contradiction.

    Args:
        data: the bytes of one document.
        declared: the caller's encoding; ignored if it names none.
        header: the charset that came with the bytes (HTTP, a media type).
        markup: look for a declaration in HTML or XML.

    >>> decode("쌀값이 내렸다".encode("cp949"), header="euc-kr")
    Decoded(text='쌀값이 내렸다', encoding='cp949', source='header', replaced=0, first=None)
    """
    given = charset(declared) if declared is not None else None
    mark = _bom(data)
    if given is not None:
        return _read(data, mark if mark is not None and mark[:6] == given[:6] else given, "caller")
    if mark is not None:
        return _read(data, mark, "bom")
    if b"\x1b" in data or b"\x0e" in data:
        names = (name for _, name in _labels(data, header, markup))
        stateful = next((name for name in names if name.startswith("iso-2022-")), None)
        if stateful is not None:
            return _read(data, stateful, "iso-2022")
    wide = _utf16_by_nuls(data) if b"\0" in data else None
    if wide is not None:
        return _read(data, wide, "utf-16-nuls")
    return _read_bytes(data, header, markup)


def _bom(data: bytes) -> str | None:
    return next((name for mark, name in _BOMS if data.startswith(mark)), None)


def _labels(data: bytes, header: str | None, markup: bool) -> list[tuple[str, str]]:
    """The declared encodings as (source, name), the header's first."""
    found = [("header", charset(header))] if header else []
    if markup:
        for match in _META.finditer(data[:_META_BYTES]):
            label = charset((match[1] or match[2]).decode("ascii", "replace"))
            # A declaration that can be read in ASCII is not in UTF-16, whatever it says.
            found.append(("meta", "utf-8" if label is not None and label.startswith("utf-16") else label))
    return [(source, name) for source, name in found if name is not None]


def _utf16_by_nuls(data: bytes) -> str | None:
    """UTF-16 without BOM: NULs as high bytes, the other high bytes those of common scripts, and no better UTF-8."""
    sample = data[: min(len(data), _WIDE_SAMPLE) & ~1]
    units = len(sample) // 2
    ranked = sorted(
        (len(high.translate(None, _RARE_HIGH_BYTES)), high.count(0), name)
        for name, high in (("utf-16-be", sample[::2]), ("utf-16-le", sample[1::2]))
    )
    common, nuls, name = ranked[-1]
    if nuls * 50 < units or not nuls or common * 50 < units * 49 or ranked[0][0] == common:
        return None
    if (nuls == 1 or nuls * 5 < units * 2) and _is_utf8(sample):
        return None
    return name


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start >= len(data) - 3
    return True


def _read_bytes(data: bytes, header: str | None, markup: bool) -> Decoded:
    """Strict UTF-8, what was declared, detection: in that order, and each only if the bytes agree."""
    if b"\x1b" in data and data.isascii():
        escaped = detected(data)
        if escaped is not None:
            return _read(data, escaped, "detection")
    try:
        return Decoded(data.decode(), "utf-8", "strict-utf-8")
    except UnicodeDecodeError as error:
        damaged = _is_damaged_utf8(data, error)
    labels = _labels(data, header, markup)
    if damaged:
        return _read(data, "utf-8", next((source for source, name in labels if name == "utf-8"), "detection"))
    for source, name in labels:
        decoded = _read(data, name, source)
        if decoded.replaced * 10 <= _beyond_ascii(decoded):
            return decoded
    found = detected(data)
    if found is not None:
        return _read(data, found, "detection")
    source, name = labels[0] if labels else ("fallback", "utf-8")
    return _read(data, name, source)


def _is_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether bytes that are no strict UTF-8 are UTF-8 nevertheless, with bad bytes here and there or cut off.

    Judged around the first error: other encodings have an error at nearly every character.
    """
    if error.reason == "unexpected end of data" and error.end == len(data):
        return error.end - error.start > 1 or not data[: error.start].isascii()
    start = max(0, error.start - 4096)
    window = data[start : error.start + 4096]
    if start:
        window = window.lstrip(_CONTINUATION_BYTES)
    decoded = _read(window, "utf-8", "")
    return _beyond_ascii(decoded) - decoded.replaced >= 2 * decoded.replaced


def _beyond_ascii(decoded: Decoded) -> int:
    """How many characters of the text are not ASCII."""
    return len(decoded.text) - len(decoded.text.encode("ascii", "ignore"))


def _read(data: bytes, name: str, source: str) -> Decoded:
    try:
        return Decoded(data.decode(name).removeprefix("\ufeff"), name, source)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(name, "replace").removeprefix("\ufeff")
    text = data.decode(name, "replace").removeprefix("\ufeff")
    # U+FFFD that the source itself holds survives "ignore"; what the decoder wrote does not.
    replaced = text.count(REPLACEMENT) - data.decode(name, "ignore").count(REPLACEMENT)
    return Decoded(text, name, source, replaced, len(before))


def binary_reason(data: bytes) -> str | None:
    """What kind of file the first bytes say it is, if it is none of text.

    >>> binary_reason(b"%PDF-1.7 ..."), binary_reason(b"Prices fell.")
    ('PDF', None)
    """
    match = _ANY_MAGIC.match(data)
    return None if match is None or match.lastindex is None else _MAGIC[match.lastindex - 1][0]


def _controls(raw: bytes) -> int:
    return len(raw) - len(raw.translate(None, _CONTROLS))


def _is_sprinkled(raw: bytes, step: int) -> bool:
    """Whether more than a hundredth of every so many bytes are controls."""
    sample = raw[::step]
    return _controls(sample) * 100 > len(sample)


def garbled_reason(text: str, raw: bytes, replaced: int = 0) -> str | None:
    r"""Why a decoded text is no text: over 10 % of its characters are controls, or could not be decoded.

    Tab, newlines and form feed are no controls here; a few NULs and a few bad bytes are text.

    Args:
        text: the decoded text.
        raw: the same text in UTF-8.
        replaced: how many of its characters the decoder could not read.

    >>> garbled_reason("\x01\x02ab", b"\x01\x02ab")
    '50 % control characters'
    """
    zeros = raw.count(0) if b"\0" in raw else 0
    accents = len(raw) > len(text) and raw.count(0xC2) * 10 > len(text)
    doubtful = zeros or accents or replaced > _FEW_REPLACED or len(raw) < _LARGE
    controls = _controls(raw) if doubtful or any(_is_sprinkled(raw, step) for step in _STEPS) else 0
    controls += max(0, zeros - _FEW_NULS) + (sum(map(raw.count, _C1)) if accents else 0)
    if controls * 10 > len(text):
        return f"{round(100 * controls / len(text))} % control characters"
    if replaced > _FEW_REPLACED and (controls + replaced) * 10 > len(text):
        return f"{round(100 * replaced / len(text))} % of the characters cannot be decoded"
    return None
