"""Which script the most of a text is written in, and which languages are written in it."""

from bisect import bisect_right
from collections import Counter

_BLOCKS: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latin"),
    (0x0370, 0x03FF, "Greek"),
    (0x0400, 0x052F, "Cyrillic"),
    (0x0530, 0x058F, "Armenian"),
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0750, 0x077F, "Arabic"),
    (0x08A0, 0x08FF, "Arabic"),
    (0x0900, 0x097F, "Devanagari"),
    (0x0980, 0x09FF, "Bengali"),
    (0x0A00, 0x0A7F, "Gurmukhi"),
    (0x0A80, 0x0AFF, "Gujarati"),
    (0x0B00, 0x0B7F, "Oriya"),
    (0x0B80, 0x0BFF, "Tamil"),
    (0x0C00, 0x0C7F, "Telugu"),
    (0x0C80, 0x0CFF, "Kannada"),
    (0x0D00, 0x0D7F, "Malayalam"),
    (0x0D80, 0x0DFF, "Sinhala"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Lao"),
    (0x10A0, 0x10FF, "Georgian"),
    (0x1100, 0x11FF, "East Asian"),
    (0x1200, 0x139F, "Ethiopic"),
    (0x1780, 0x17FF, "Khmer"),
    (0x1E00, 0x1EFF, "Latin"),
    (0x1F00, 0x1FFF, "Greek"),
    (0x3040, 0x30FF, "East Asian"),
    (0x3400, 0x4DBF, "East Asian"),
    (0x4E00, 0x9FFF, "East Asian"),
    (0xAC00, 0xD7AF, "East Asian"),
    (0xFB00, 0xFB06, "Latin"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE70, 0xFEFC, "Arabic"),
    (0x20000, 0x2FA1F, "East Asian"),
)
"""First and last code point of Unicode's blocks of letters, for the scripts of the languages told apart."""
_STARTS = [first for first, _, _ in _BLOCKS]
_LANGUAGES = {
    "Arabic": "ar fa ku ps ug ur",
    "Cyrillic": "az be bg bs kk ku ky mk mn ru sr uk",
    "Devanagari": "hi mr ne",
    "East Asian": "ja ko zh",
    **{"Greek": "el", "Armenian": "hy", "Hebrew": "he", "Bengali": "bn", "Gurmukhi": "pa", "Gujarati": "gu"},
    **{"Oriya": "or", "Tamil": "ta", "Telugu": "te", "Kannada": "kn", "Malayalam": "ml", "Sinhala": "si"},
    **{"Thai": "th", "Lao": "lo", "Georgian": "ka", "Ethiopic": "am", "Khmer": "km"},
}
_LATIN_TOO = frozenset("az bs ku sr".split())
"""ISO 639-1: of what is written in Latin letters too. All that stands in no list is written in these only."""
_OTHERS = frozenset(" ".join(_LANGUAGES.values()).split()) - _LATIN_TOO
_LETTERS_OF_A_WORD = {"East Asian": 2}
_ELSEWHERE = 5
"""Letters of a word on average: words are what a text is made of, not letters."""


def script_of_letter(character: str) -> str:
    """The script of a letter; "" for what is none, and for scripts of none of the languages told apart."""
    code = ord(character)
    first, last, script = _BLOCKS[bisect_right(_STARTS, code) - 1]
    return script if first <= code <= last and character.isalpha() else ""


def count_words(text: str) -> dict[str, float]:
    """About how many words of `text` are of each script, most first."""
    words: dict[str, float] = {}
    for character, count in sorted(Counter(text).items()):
        script = script_of_letter(character)
        if script:
            words[script] = words.get(script, 0.0) + count / _LETTERS_OF_A_WORD.get(script, _ELSEWHERE)
    return dict(sorted(words.items(), key=lambda item: (-item[1], item[0])))


def keep_script(text: str, script: str) -> str:
    """`text` with the letters of all other scripts blanked."""
    others = {ord(c): " " for c in set(text) if c.isalpha() and script_of_letter(c) != script}
    return text.translate(others)


def is_written_in(language: str, script: str) -> bool:
    """Is that language, by its ISO 639-1 code, written in that script?"""
    if script == "Latin":
        return language not in _OTHERS
    return language in _LANGUAGES[script].split()
