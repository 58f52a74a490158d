"""Bytes to text: which encoding, why, and what was damaged."""

import pytest

from nkdocs.text.decode import Decoded, binary_reason, decode, garbled_reason

_WORDS = "혜산 장마당에서 쌀값이 조금 내렸다. 뷁 똠방각하라는 간판을 단 가게도 문을 열었다."
_PAGE = "<!doctype html><html><head>{}<title>쌀값</title></head><body><p>" + _WORDS + "</p></body></html>"
_META = _PAGE.format('<meta charset="{}">')
_EQUIV = _PAGE.format("<META http-equiv=Content-Type content='text/html; charset={}'>")
_BARE = _PAGE.format("")
# ISO 2022 and strict EUC-KR hold the 2,350 syllables of KS X 1001 only.
_PLAIN = _BARE.replace("뷁 똠방각하라는", "새")
_PLAIN_META = _META.replace("뷁 똠방각하라는", "새")

_VARIANTS = {
    "utf-8": (_BARE, "utf-8", None, "utf-8", "strict-utf-8"),
    "utf-8 declared": (_META.format("UTF-8"), "utf-8", None, "utf-8", "strict-utf-8"),
    "utf-8 declared euc-kr": (_META.format("euc-kr"), "utf-8", None, "utf-8", "strict-utf-8"),
    "utf-8 under a header of euc-kr": (_BARE, "utf-8", "euc-kr", "utf-8", "strict-utf-8"),
    "utf-8 with a BOM": ("\ufeff" + _BARE, "utf-8", None, "utf-8", "bom"),
    "utf-16-le with a BOM": ("\ufeff" + _BARE, "utf-16-le", None, "utf-16-le", "bom"),
    "utf-16-be with a BOM": ("\ufeff" + _BARE, "utf-16-be", None, "utf-16-be", "bom"),
    "utf-32-le with a BOM": ("\ufeff" + _BARE, "utf-32-le", None, "utf-32-le", "bom"),
    "utf-32-be with a BOM": ("\ufeff" + _BARE, "utf-32-be", None, "utf-32-be", "bom"),
    "utf-16-le by its NULs": (_BARE, "utf-16-le", None, "utf-16-le", "utf-16-nuls"),
    "utf-16-be by its NULs": (_BARE, "utf-16-be", None, "utf-16-be", "utf-16-nuls"),
    "cp949 undeclared": (_BARE, "cp949", None, "cp949", "detection"),
    "cp949 declared euc-kr": (_META.format("euc-kr"), "cp949", None, "cp949", "meta"),
    "cp949 declared the old way": (_EQUIV.format("KS_C_5601-1987"), "cp949", None, "cp949", "meta"),
    "cp949 under a header of euc-kr": (_BARE, "cp949", "EUC-KR", "cp949", "header"),
    "cp949 declared utf-8": (_META.format("utf-8"), "cp949", None, "cp949", "detection"),
    "cp949 in XHTML": ('<?xml version="1.0" encoding="euc-kr"?>' + _BARE, "cp949", None, "cp949", "meta"),
    "euc-kr undeclared": (_PLAIN, "euc_kr", None, "cp949", "detection"),
    "iso-2022-kr declared": (_PLAIN_META.format("iso-2022-kr"), "iso2022_kr", None, "iso-2022-kr", "iso-2022"),
    "iso-2022-kr under a header": (_PLAIN, "iso2022_kr", "ISO-2022-KR", "iso-2022-kr", "iso-2022"),
    "iso-2022-kr undeclared": (_PLAIN, "iso2022_kr", None, "iso-2022-kr", "detection"),
    "johab declared": (_META.format("johab"), "johab", None, "johab", "meta"),
}


@pytest.mark.parametrize("variant", _VARIANTS)
def test_one_korean_page_reads_the_same_in_every_encoding(variant: str) -> None:
    """The text is exact, and the encoding and what decided for it are named, however the page was stored."""
    page, codec, header, encoding, source = _VARIANTS[variant]
    decoded = decode(page.encode(codec), header=header, markup=True)
    assert decoded == Decoded(page.removeprefix("\ufeff"), encoding, source)


@pytest.mark.parametrize("variant", _VARIANTS)
def test_the_name_of_the_encoding_reads_the_bytes_again(variant: str) -> None:
    """Whoever has the bytes and ``encoding`` gets the same text with ``bytes.decode``."""
    page, codec, header, _, _ = _VARIANTS[variant]
    data = page.encode(codec)
    decoded = decode(data, header=header, markup=True)
    assert data.decode(decoded.encoding).removeprefix("\ufeff") == decoded.text


def test_the_caller_goes_before_everything() -> None:
    """What the caller says is believed, even where a BOM or the page says otherwise."""
    decoded = decode(_META.format("utf-8").encode("cp949"), declared="euc-kr", markup=True)
    assert (decoded.encoding, decoded.source, _WORDS in decoded.text) == ("cp949", "caller", True)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_a_caller_who_says_utf_16_leaves_the_order_to_the_bom(codec: str) -> None:
    """``utf-16`` names no byte order; the BOM does, and is no part of the text."""
    decoded = decode(("\ufeff" + _WORDS).encode(codec), declared="utf-16")
    assert (decoded.text, decoded.encoding, decoded.source) == (_WORDS, codec, "caller")


@pytest.mark.parametrize("label", ["no-such-charset", "", "utf-7", "rot13", "unicode_escape", "a" * 5000, "\0", "한글"])
def test_a_label_that_names_no_encoding_is_ignored(label: str) -> None:
    """Unknown charsets of headers, pages and callers leave the decision to the bytes."""
    decoded = decode(_WORDS.encode(), declared=label, header=label)
    assert (decoded.text, decoded.source) == (_WORDS, "strict-utf-8")


def test_ascii_is_utf_8() -> None:
    """Pure ASCII, and nothing at all, count as UTF-8."""
    assert decode(b"Rice prices fall", header="euc-kr") == Decoded("Rice prices fall", "utf-8", "strict-utf-8")
    assert decode(b"") == Decoded("", "utf-8", "strict-utf-8")


def test_a_declaration_outside_markup_is_no_declaration() -> None:
    """A plain text may quote a meta element."""
    data = "<meta charset=koi8-r> nannte die Seite: Straße".encode("cp1252")
    assert decode(data, markup=False).encoding == "windows-1252"
    assert decode(data, markup=True).encoding == "koi8-r"


def test_a_page_that_declares_utf_16_in_ascii_is_not_in_utf_16() -> None:
    """Bytes in which the declaration can be read have one byte a letter."""
    decoded = decode(b"<meta charset=utf-16><p>caf\xc3\xa9 \xff caf\xc3\xa9", markup=True)
    assert (decoded.encoding, decoded.source, decoded.replaced) == ("utf-8", "meta", 1)


def test_newlines_stay() -> None:
    """CRLF, CR and U+2028 come through as they are."""
    text = "a\r\nb\rc\u2028d\n"
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(("codec", "encoding"), [("utf-8", "utf-8"), ("cp949", "cp949"), ("utf-16", "utf-16-le")])
def test_one_bad_byte_damages_one_character(codec: str, encoding: str) -> None:
    """A byte that fits nowhere is one U+FFFD, counted and located; the rest reads as before."""
    text = (_WORDS + "\n") * 3
    data = text.encode(codec) + (b"\xff\n" if codec != "utf-16" else b"\x00\xdc\n\x00")
    decoded = decode(data)
    assert (decoded.encoding, decoded.replaced) == (encoding, 1)
    assert decoded.text.startswith(text + "\ufffd\n")
    assert decoded.first == len(text)


def test_a_character_cut_at_the_end_is_one_damage() -> None:
    """A UTF-8 file cut inside a character stays UTF-8."""
    data = _WORDS.encode()
    for end in range(4, len(data)):
        decoded = decode(data[:end])
        assert decoded.encoding == "utf-8"
        assert decoded.replaced <= 1
        assert _WORDS.startswith(decoded.text.rstrip("\ufffd"))


def test_replacement_characters_of_the_source_are_not_counted() -> None:
    """U+FFFD that the author's bytes hold are text; only those that the decoder wrote are damage."""
    text = "첫째 \ufffd 둘째 줄이다 "
    decoded = decode(text.encode() + b"\xff")
    assert (decoded.text, decoded.replaced, decoded.first) == (text + "\ufffd", 1, len(text))
    assert decode(text.encode()).replaced == 0


def test_bad_bytes_in_a_declared_page_do_not_undo_the_declaration() -> None:
    """A charset is given up only where the bytes contradict it throughout."""
    data = _WORDS.encode("cp949") + b"\xff " + _WORDS.encode("cp949")
    decoded = decode(data, header="euc-kr")
    assert (decoded.encoding, decoded.source, decoded.replaced) == ("cp949", "header", 1)


@pytest.mark.parametrize("position", [100, 5000, 20000])
def test_damaged_utf_8_is_told_wherever_the_damage_is(position: int) -> None:
    """The neighbourhood of the first bad byte decides, however far into the text it is."""
    data = (_WORDS * 300).encode()
    position -= position % 3
    decoded = decode(data[:position] + b"\xff" + data[position + 1 :])
    assert (decoded.encoding, decoded.source) == ("utf-8", "detection")
    assert 1 <= decoded.replaced <= 3


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        ("国境の町で米の値段が少し下がったという。", "cp932", "cp932"),
        ("コメ", "cp932", "cp932"),
        ("国境の町で米の値段が少し下がったという。", "euc_jp", "euc-jp"),
        ("国境の町で米の値段が少し下がったという。", "iso2022_jp", "iso-2022-jp"),
        ("边境城市的大米价格上周略有下降,商人们这样说。", "gb18030", "gb18030"),
        ("邊境城市的大米價格上週略為下跌，商人們這樣說。", "big5", "cp950"),
        ("Цены на рис в городе на границе немного упали.", "cp1251", "windows-1251"),
        ("Цены на рис в городе на границе немного упали.", "koi8-r", "koi8-r"),
        ("“Prices fell,” a trader said — it’s the season.", "cp1252", "windows-1252"),
        ("Le prix du riz a baissé à la frontière.", "latin-1", "windows-1252"),
    ],
)
def test_other_languages_are_detected_by_their_letters(text: str, codec: str, encoding: str) -> None:
    """Undeclared bytes are read in the encoding that turns them into letters of one script."""
    decoded = decode(text.encode(codec))
    expected = "fallback" if text == "コメ" else "detection"
    assert decoded.source == expected
    if expected == "detection":
        assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize("data", [b"\xff", b"\xbd\xd2", b"Prices \xff fell"])
def test_too_few_bytes_prove_nothing(data: bytes) -> None:
    """What cannot be told is UTF-8 with U+FFFD, never a guess."""
    decoded = decode(data)
    assert (decoded.encoding, decoded.source) == ("utf-8", "fallback")
    assert decoded.replaced == decoded.text.count("\ufffd") > 0


@pytest.mark.parametrize("data", [b"\0", b"a\0b", b"ab\0c", b"One NUL\0 in a line", "쌀값\0".encode()])
def test_a_nul_here_and_there_is_no_utf_16(data: bytes) -> None:
    """Text with a stray NUL is read as the text it is."""
    assert decode(data) == Decoded(data.decode(), "utf-8", "strict-utf-8")


def test_utf_16_cut_in_the_middle_of_a_unit() -> None:
    """The lost half is one U+FFFD."""
    decoded = decode(_BARE.encode("utf-16-le")[:-1])
    assert (decoded.source, decoded.text) == ("utf-16-nuls", _BARE[:-1] + "\ufffd")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"\xff\xd8\xff\xe0..JFIF", "JPEG image"),
        (b"GIF89a", "GIF image"),
        (b"PK\x03\x04....", "ZIP archive"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"BZh91AY&SY", "bzip2"),
        (b"\xfd7zXZ\0", "xz"),
        (b"\x28\xb5\x2f\xfd", "zstd"),
        (b"7z\xbc\xaf\x27\x1c", "7z archive"),
        (b"\x7fELF\x02", "ELF program"),
        (b"MZ\x90\x00\x03", "Windows program"),
        (b"PAR1\x15\x04\x15", "Parquet"),
        (b"SQLite format 3\0", "SQLite database"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE document"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "RIFF media"),
        (b"RIFF\x24\x0a\x00\x00WEBPVP8 ", "RIFF media"),
        (b"ID3\x03\x00", "MP3 audio"),
        (b"\0\0\0\x18ftypmp42", "MP4 media"),
        (b"a.txt".ljust(257, b"\0") + b"ustar\0", "tar archive"),
    ],
)
def test_known_binary_files_are_named(data: bytes, kind: str) -> None:
    """The magic number of a file says what it is."""
    assert binary_reason(data) == kind


@pytest.mark.parametrize(
    "data",
    [b"", b"MZ generation grows up", b"PAR1 is what it is called", b"RIFF raff", b"BM, a trader", b"%", b"ID3 tags"],
)
def test_words_that_look_like_magic_are_words(data: bytes) -> None:
    """A text may start with the letters that start a file format."""
    assert binary_reason(data) is None


def test_over_a_tenth_of_controls_is_no_text() -> None:
    """Ten in a hundred are text, eleven are not; tab, newlines and form feed never count."""
    assert garbled_reason("\x01" * 10 + "a" * 90, b"\x01" * 10 + b"a" * 90) is None
    assert garbled_reason("\x01" * 11 + "a" * 89, b"\x01" * 11 + b"a" * 89) == "11 % control characters"
    assert garbled_reason("\t\r\n\f" * 5, b"\t\r\n\f" * 5) is None
    assert garbled_reason("", b"") is None


@pytest.mark.parametrize("size", [1_000, 100_000])
def test_controls_are_found_wherever_they_stand(size: int) -> None:
    """A large text is looked at in samples first, which see controls strewn, at an end, and every so many bytes."""
    few, many = size // 10, size // 8
    for share, garbled in ((few, False), (many, True)):
        for raw in (b"\x01" * share + b"a" * (size - share), b"a" * (size - share) + b"\x01" * share):
            assert (garbled_reason(raw.decode(), raw) is not None) == garbled
    strewn = (b"aaaa\x02aa" * size)[:size]
    assert garbled_reason(strewn.decode(), strewn) == "14 % control characters"
    for step in (29, 31):
        regular = (b"\x03" * 4 + b"a" * (step - 4)) * (size // step)
        assert garbled_reason(regular.decode(), regular) is not None


def test_controls_beyond_ascii_count_too() -> None:
    """C1 controls are controls, NEL is a newline."""
    assert garbled_reason("\x9b" * 20, ("\x9b" * 20).encode()) == "100 % control characters"
    assert garbled_reason("\x85" * 20, ("\x85" * 20).encode()) is None


def test_a_few_nuls_are_text_and_many_are_not() -> None:
    """Extractors leave NULs behind; a file of NULs is a hole in a disk."""
    assert garbled_reason("a\0b", b"a\0b") is None
    assert garbled_reason("\0" * 100, b"\0" * 100) == "92 % control characters"


def test_text_that_mostly_could_not_be_decoded_is_no_text() -> None:
    """A page read with a wrong charset is not passed on as rows of U+FFFD; a few bad bytes are."""
    text = "\ufffd" * 20 + "a" * 80
    assert garbled_reason(text, text.encode(), 20) == "20 % of the characters cannot be decoded"
    assert garbled_reason(text, text.encode()) is None
    assert garbled_reason("a\ufffd", "a\ufffd".encode(), 1) is None
