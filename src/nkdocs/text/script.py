"""Which language a text is in, told by its script and by a few small words; None where that proves nothing."""

from collections import Counter
from operator import itemgetter
from typing import Final

__all__ = ["language_of"]

# Pieces of a long text, evenly spread: (how long, how many). A few thousand characters tell as much as all.
_FOR_SCRIPTS: Final = (400, 8)
_FOR_WORDS: Final = (180, 3)
# Half as much will do where it is all of one language.
_AT_FIRST: Final = (90, 3)
_UNANIMOUS: Final = 8
_NOT_ASCII_LETTERS: Final = bytes(code for code in range(128) if not chr(code).isalpha())
# The high byte of a UTF-16 unit is enough to tell the scripts apart, and bytes are counted at C speed.
_CLASSES: Final = {"h": (0x11, *range(0xAC, 0xD8)), "c": (*range(0x34, 0xA0), 0xF9, 0xFA), "k": (0x30,), "r": (0x04,)}
_CLASS_OF_HIGH_BYTE: Final = bytes(
    next((ord(name) for name, high in _CLASSES.items() if byte in high), ord(".")) for byte in range(256)
)
# It shares its high byte with kana, and Chinese and Korean use it too.
_KANA_PUNCTUATION: Final = "\u3000、。・《》〈〉「」『』【】〔〕〜"
_WORDS: Final = {
    "en": "the of and to from with that this which were have has had been its their said would after they was by are"
    " in is for on at it he she who not or but be an",
    "es": "el los las del por una con para se fue su sus más como sobre al lo entre también este esta",
    "fr": "les des du et une est dans pour qui sur au par avec été ont leur cette aux pas le",
    "de": "der und den von mit dem das auf für ist eine im nicht auch wurde nach bei einen sich zu",
    "ru": "и в на что с по не из для как он это его был от было также были за к",
}
_LANGUAGE_OF_WORD: Final = {word: language for language, words in _WORDS.items() for word in words.split()}
_LEAST_WORDS: Final = 2
_LEAST_SHARE: Final = 0.12
# One syllable of Hangul and one ideograph say about as much as this many Latin letters.
_LETTERS_A_SYLLABLE: Final = 2.5
# Hangul and kana belong to one language each; ideographs to three.
_LEAST_PHONETIC: Final = 2
_LEAST_HAN: Final = 12


def language_of(text: str) -> str | None:
    """``ko``, ``ja``, ``zh``, ``en``, or another language whose small words leave no doubt; else None.

    Looks at a sample spread evenly over a long text.

    >>> language_of("혜산 장마당의 쌀값이 내렸다. Daily NK 소식통의 말이다.")
    'ko'
    >>> language_of("The price of rice in Hyesan fell last week, said a source.")
    'en'
    >>> language_of("2014-06-02") is None
    True
    """
    little = _spread(text, *_AT_FIRST)
    unanimous = _unanimous(little) if _is_western(little) else None
    if unanimous is not None:
        return unanimous
    sample = _spread(text, *_FOR_WORDS)
    if _is_western(sample):
        return _language_of_words(sample)
    letters = _spread(text, *_FOR_SCRIPTS)
    hangul, han, kana, cyrillic = _counted(letters)
    latin = len(letters.encode("ascii", "ignore").translate(None, _NOT_ASCII_LETTERS))
    eastern, western = hangul + han + kana, latin + cyrillic
    if eastern * _LETTERS_A_SYLLABLE > western:
        return _eastern(hangul, han, kana)
    by_words = _language_of_words(sample)
    # Names in Latin letters do not make a Korean text another's; small words do.
    return _eastern(hangul, han, kana) if by_words is None and eastern * 10 > western else by_words


def _is_western(sample: str) -> bool:
    """Whether so few bytes are beyond ASCII that no eastern script can matter."""
    return sample.isascii() or len(sample.encode(errors="surrogatepass")) < 1.05 * len(sample)


def _spread(text: str, size: int, slices: int) -> str:
    """``slices`` pieces of ``size`` code points each, the first at the start and the last at the end."""
    if len(text) <= size * slices:
        return text
    step = (len(text) - size) // (slices - 1)
    return " ".join([text[start : start + size] for start in range(0, step * slices, step)])


def _counted(sample: str) -> tuple[int, int, int, int]:
    """How many characters are Hangul, ideographs, kana, Cyrillic."""
    classes = sample.encode("utf-16-be", "surrogatepass")[::2].translate(_CLASS_OF_HIGH_BYTE)
    kana = classes.count(b"k")
    hangul = classes.count(b"h")
    if kana * 2 > hangul:
        kana -= sum(map(sample.count, _KANA_PUNCTUATION))
    return hangul, classes.count(b"c"), kana, classes.count(b"r")


def _eastern(hangul: int, han: int, kana: int) -> str | None:
    if hangul >= _LEAST_PHONETIC and hangul >= 2 * kana and hangul * 4 >= han:
        return "ko"
    if kana >= _LEAST_PHONETIC and kana * 10 >= han and kana >= 2 * hangul:
        return "ja"
    if han >= _LEAST_HAN and (kana + hangul) * 20 <= han:
        return "zh"
    return None


def _unanimous(sample: str) -> str | None:
    """The language of all the small words, where they are many."""
    found = list(filter(None, map(_LANGUAGE_OF_WORD.get, sample.lower().split())))
    return found[0] if len(found) >= _UNANIMOUS and found.count(found[0]) == len(found) else None


def _language_of_words(sample: str) -> str | None:
    words = sample.lower().split()
    found = list(filter(None, map(_LANGUAGE_OF_WORD.get, words)))
    if not found:
        return None
    # Most texts are in one language: asking for the first one's share is cheaper than counting all.
    language, count = found[0], found.count(found[0])
    if count < len(found):
        language, count = max(Counter(found).items(), key=itemgetter(1))
    certain = count >= _LEAST_WORDS and count >= _LEAST_SHARE * len(words) and count * 4 >= len(found) * 3
    return language if certain else None
