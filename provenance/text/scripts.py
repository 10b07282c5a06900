"""Letters of another script, and digits, that stand inside a word for letters that look like them."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from attrs import frozen

_NO_LETTERS = frozenset({"Lm", "Mn", "Mc", "Me"})
_SCRIPT = re.compile(r"(?:(?:OLD|NEW TAI|TAI|LINEAR|IMPERIAL|INSCRIPTIONAL) )?[A-Z]+")
"""What the name of a letter begins with."""
_UNSPACED = frozenset(
    "CJK HIRAGANA KATAKANA HANGUL BOPOMOFO YI TANGUT NUSHU THAI LAO KHMER MYANMAR TIBETAN".split()
)
"""Written without spaces, or with foreign words in the middle: a run of letters there is no one word
(UTS #39 allows Latin beside the first of them)."""

_CYRILLIC = dict(zip("асеорухіјѕһԁԛԝАВСЕНІЈКМОРЅТУХ", "aceopyxijshdqwABCEHIJKMOPSTYX", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", strict=True))
_SMALL_GREEK = dict(zip("αγικνρυ", "ayikvpu", strict=True))
"""Letters of formulas, at home among Latin ones."""
_ARMENIAN = dict(zip("հոսօցզՏԼՕՍ", "hnuogqSLOU", strict=True))
_HEBREW_AND_ARABIC = {"ס": "o", "ו": "l", "ן": "l", "ه": "o", "ا": "l"}
_CHEROKEE = dict(zip("ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏏᏒᏔᏕᏙᏚᏞᏟᏢᏦᏴ", "DRTiYAJEWMHYGhZbRWSVSLCPKB", strict=True))
_LISU = dict(zip("ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "BPDTGKJCZFNLSRVHWXYAEIOU", strict=True))
_LIKE_LATIN = _CYRILLIC | _GREEK | _ARMENIAN | _HEBREW_AND_ARABIC | _CHEROKEE | _LISU
"""Letters that look like Latin ones in most typefaces, after Unicode's table of confusables (UTS #39)."""
_READ_AS_LATIN = _LIKE_LATIN | _SMALL_GREEK
_LIKE_DIGIT = {"0": ("o",), "1": ("i", "l")}

_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(
    r"(?<=[^\W\d_])0{1,3}(?=[^\W\d_])|(?<=[a-z][a-z])0(?![^\W_])|(?<=[^\W\d_])1{1,3}(?=[a-z])"
    r"|(?<![^\W_])0(?=[a-z]{3}|[A-Z]{3}|[A-Z][a-z]{2})"
)
"""A zero or one amid letters (Am1ri, G00gle), a zero before or after them (0bama, Ces0): no number, ordinal
or model is written so (1st, 1980s, H1N1, A380, 007)."""


@frozen
class _Script:
    """Of a name: where letters of another script stand, and what the most of its letters are."""

    places: tuple[int, ...]
    host: str


@lru_cache(maxsize=1 << 14)
def script_of(character: str) -> str:
    """The script of a letter, as in its name in Unicode ("Latin", "Cyrillic"); "" for what is no letter,
    and for letters of scripts in which words do not stand apart. Full-width and mathematical letters count
    as the plain ones.
    """
    plain = unicodedata.normalize("NFKC", character)[:1]
    if not plain.isalpha() or unicodedata.category(plain) in _NO_LETTERS:
        return ""
    name = _SCRIPT.match(unicodedata.name(plain, ""))
    return "" if name is None or name[0] in _UNSPACED else name[0].title()


@lru_cache(maxsize=1 << 13)
def find_strangers(name: str) -> tuple[str, ...]:
    """Letters of `name`, each once, that are of another script than the others of their word, and digits
    there that look like letters; in order of appearance.

    A word wholly of another script than the name's other words counts if all its letters look alike.
    """
    found = _find_script(name)
    return tuple(dict.fromkeys(name[place] for place in sorted((*found.places, *_digits(name)))))


@lru_cache(maxsize=1 << 13)
def read_strangers(name: str) -> tuple[str, ...]:
    """What `name` looks like, its strangers read as letters of its own script; () if it has none.

    Several where one sign looks like two letters (1 like i and l). All are as long as the name.
    """
    found, digits = _find_script(name), _digits(name)
    if not found.places and not digits:
        return ()
    letters = list(name)
    for place in found.places:
        letters[place] = _look(letters[place], found.host)
    readings = []
    for choice in (0, -1):
        for place in digits:
            letters[place] = _look(_LIKE_DIGIT[name[place]][choice], found.host)
        readings.append("".join(letters))
    return tuple(dict.fromkeys(readings))


def main_script(name: str) -> str:
    """The script of the most letters of `name`; Latin if it has none."""
    return _find_script(name).host


def name_strangers(name: str) -> str:
    """The strangers of `name` in words, for a reader; "" if it has none."""
    strangers = find_strangers(name)
    if not strangers:
        return ""
    shown = ", ".join(f"{sign} ({unicodedata.name(sign, f'U+{ord(sign):04X}')})" for sign in strangers)
    if all(sign in _LIKE_DIGIT for sign in strangers):
        return f"{'a digit' if len(strangers) == 1 else 'digits'} among letters: {shown}"
    which = "a letter" if len(strangers) == 1 else "letters"
    return f"{which} of another script among {main_script(name)} letters: {shown}"


def is_disguised(word: str) -> bool:
    """Letters of several scripts in one word of three letters and more, those of all but one alike to
    letters of that one. The small Greek letters that formulas use are no disguise.
    """
    if word.isascii() or len(word) < 3:
        return False
    by_script: dict[str, set[str]] = {}
    for letter in word:
        by_script.setdefault(script_of(letter), set()).add(letter)
    by_script.pop("", None)
    return len(by_script) > 1 and any(
        all(
            _is_alike(letter, host)
            for script, theirs in by_script.items()
            if script != host
            for letter in theirs
        )
        for host in sorted(by_script)
    )


@lru_cache(maxsize=1 << 13)
def _find_script(name: str) -> _Script:
    if name.isascii():
        return _Script((), "Latin")
    known = {character: script_of(character) for character in set(name)}
    found = set(known.values()) - {""}
    if len(found) < 2:
        return _Script((), found.pop() if found else "Latin")
    scripts = [known[character] for character in name]
    counts = Counter(script for script in scripts if script)
    host = _most(counts)
    places: list[int] = []
    for start, end in _words(name):
        ours = Counter(script for script in scripts[start:end] if script)
        letters = [c for c, script in zip(name[start:end], scripts[start:end], strict=True) if script]
        is_odd_one = len(ours) == 1 and all(_is_alike(letter, host) for letter in letters)
        of_word = host if host in ours or is_odd_one or not ours else _most(ours)
        places += [place for place in range(start, end) if scripts[place] not in ("", of_word)]
    return _Script(tuple(places), host)


def _most(counts: Counter[str]) -> str:
    """The script of most letters; Latin, then the alphabet, where two have as many."""
    return min(counts, key=lambda script: (-counts[script], script != "Latin", script))


def _words(name: str) -> list[tuple[int, int]]:
    """Ranges of words; marks and invisible signs inside divide none."""
    shown = "".join("x" if unicodedata.category(c) in ("Mn", "Me", "Cf") else c for c in name)
    return [found.span() for found in _WORD.finditer(shown)]


def _digits(name: str) -> tuple[int, ...]:
    if "0" not in name and "1" not in name:
        return ()
    return tuple(place for found in _DIGIT.finditer(name) for place in range(*found.span()))


@lru_cache(maxsize=1 << 12)
def _look(letter: str, host: str) -> str:
    """The letter of the script `host` that `letter` looks like; itself if there is none."""
    latin = _READ_AS_LATIN.get(letter, letter)
    if host == "Latin":
        return latin
    return next(
        (one for one, like in _LIKE_LATIN.items() if like == latin and script_of(one) == host), letter
    )


def _is_alike(letter: str, host: str) -> bool:
    return letter not in _SMALL_GREEK and _look(letter, host) != letter
