"""How long a text is, whatever script it is written in.

A sign of Han, kana or Hangul stands for a syllable or a word, so a copied sentence has far fewer of them than
Latin letters. Thai, Lao, Burmese and Khmer have letters but no spaces: a unit of `shingles` is a letter.
The figures are rough means of texts that exist in several languages. Where words stand apart, a text is as
long as it has code points.
"""

import re

DENSE_LETTERS = 2.5
"""Latin letters and spaces for which a sign of Han, kana or Hangul stands."""
LETTERS_A_WORD = 4
"""Letters of a word in scripts of letters without spaces, vowel signs and tone marks not counted."""

_DENSE = re.compile(
    "[\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff]+"
)
_LETTERS = re.compile(r"(?:(?=\w)[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])+")


def weigh_characters(text: str) -> float:
    """Code points of `text`, signs of Han, kana and Hangul counted as DENSE_LETTERS each."""
    if text.isascii():
        return len(text)
    return len(text) + (DENSE_LETTERS - 1) * _count(_DENSE, text)


def share_of_words(text: str, units: int) -> float:
    """How many words a unit (`shingles`) of `text` is on average, 0..1, if it has so many `units`: 1, but for
    scripts of letters without spaces."""
    if units <= 0 or text.isascii():
        return 1.0
    letters = min(units, _count(_LETTERS, text))
    return (units - letters + letters / LETTERS_A_WORD) / units


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(found.end() - found.start() for found in pattern.finditer(text))
