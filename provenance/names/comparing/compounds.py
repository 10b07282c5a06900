"""Names of several words, and words that tie names: Abd al-Aziz, Abu Bakr, Nur al-Din, von der Leyen."""

import re

from provenance.names.comparing.grammar import ARTICLES, LINEAGE
from provenance.names.comparing.words import NameWord
from provenance.names.sounds.romanise import RomanWord

_LINKS = frozenset("b l de del della di da do dos du des la le lo of the and und et e i y ye va wa der den "
                   "van von zu ter ten te af av".split())  # fmt: skip
"""Words that tie names together and are left out or moved at will."""
SERVANT = re.compile("abd(?:[aeiou]{1,2}[lrs])?")
"""Servant, of God by one of his names."""
FATHER = {
    "abu": "abu",
    "abou": "abu",
    "abi": "abu",
    "abo": "abu",
    "umm": "umu",
    "um": "umu",
    "oum": "umu",
    "abw": "abu",
    "aby": "abu",
}
"""Father and mother, as they are written before a child's name."""
_GOD_OR_FAITH = re.compile(
    "(?:[aeiou]d|[aeiou]l|d|l)?(?:d?(?:din|deen|dine|eddin|eddine)|l?(?:lah|llah|allah))"
)
_ENDS_OF_FAITH = frozenset("hne")
_BARE_GOD_OR_FAITH = frozenset("lh llh alh allh aldyn dyn".split())
_GRAMMAR = ARTICLES | LINEAGE | _LINKS | _BARE_GOD_OR_FAITH | FATHER.keys()
_GLUED_SERVANT = re.compile(r"^abd(?:[aeiou]{1,2}l(?=[a-z]{2})|[aeiou]{1,2}(?=([rsntzd])\1))")
_ALLAH = re.compile("^abd[aeou]{1,2}ll?ah?(?=[iy]?$)")


def is_grammar(text: str) -> bool:
    """May this lower-case word be more than a name: a tie, an article, half of a compound?"""
    if text in _GRAMMAR:
        return True
    if text[:3] == "abd":
        return SERVANT.fullmatch(text) is not None
    return text[-1:] in _ENDS_OF_FAITH and _GOD_OR_FAITH.fullmatch(text) is not None


def is_god_or_faith(text: str, before: NameWord) -> bool:
    """Is a lower-case word the second half of a compound with the word before it?"""
    if before.is_vowelless:
        return text in _BARE_GOD_OR_FAITH
    may_be = text[-1] in "hne" and len(text) > 2 and len(before.folded) > 1
    return may_be and _GOD_OR_FAITH.fullmatch(text) is not None


def is_tie(word: RomanWord, has_capitals: bool, is_first: bool) -> bool:
    """Is a word left out between names? `has_capitals`: some word of the name is not in small letters, so
    that those tell.
    """
    text = word.text.lower()
    if text in LINEAGE:
        return not is_first
    return text in _LINKS and (len(text) > 1 or (has_capitals and word.text.islower()))


def skip_articles(words: list[RomanWord], place: int) -> int:
    """The place of the first word from `place` on that is no article; of the last word if all are."""
    while place < len(words) - 1 and words[place].text.lower() in ARTICLES:
        place += 1
    return place


def join_father(prefix: str, first: RomanWord, second: RomanWord) -> NameWord:
    """Abu Bakr, Abd al-Aziz as one word; `prefix`: how its first half is written in compounds."""
    rest = second.text.lower()
    if second.is_vowelless:
        prefix = prefix.replace("u", "w")
    return NameWord(f"{first.text} {second.text}", prefix + rest, second.is_vowelless)


def add_faith(word: NameWord, text: str) -> NameWord:
    """Nur al-Din, Nur Eddine, Nureddin alike."""
    ending = "uddin" if text[-3:] in ("din", "een", "ine") else "ullah"
    folded = word.folded + (text if word.is_vowelless else ending)
    return NameWord(f"{word.printed} {text}", folded, word.is_vowelless, word.has_article)


def plain_servant(text: str) -> str:
    """Abdulaziz, Abdel-Aziz, Abd al-Aziz alike; Abdallah, Abdulla, Abdollahi are of one kind."""
    if text.startswith("abd") and _ALLAH.match(text):
        return _ALLAH.sub("abdullah", text)
    return _GLUED_SERVANT.sub("abd", text) if text.startswith("abd") and len(text) > 6 else text
