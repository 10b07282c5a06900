"""Korean syllables in the romanisations in use: Revised, McCune-Reischauer, and the usual family names."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import frozen

_FAMILIES = {
    **dict.fromkeys("lee yi rhee rhie ri li yee ree i".split(), "i"),
    **dict.fromkeys("park pak bak bark bag".split(), "pak"),
    **dict.fromkeys("roh noh no ro nho".split(), "no"),
    **dict.fromkeys("lim im rim yim leem".split(), "im"),
    **dict.fromkeys("yoo yu ryu yoo ryoo you liu".split(), "yu"),
    **dict.fromkeys("yang ryang liang".split(), "yang"),
    **dict.fromkeys("choi choe chey choy".split(), "coe"),
    **dict.fromkeys("jung jeong chung chong joung cheong".split(), "ceong"),
    **dict.fromkeys("cho jo joe".split(), "co"),
    **dict.fromkeys("kim gim kin".split(), "kim"),
    **dict.fromkeys("kang gang".split(), "kang"),
    **dict.fromkeys("chang jang".split(), "cang"),
    **dict.fromkeys("yoon yun youn".split(), "yun"),
    **dict.fromkeys("shin sin".split(), "sin"),
    **dict.fromkeys("oh o".split(), "o"),
    **dict.fromkeys("suh seo so su".split(), "seo"),
    **dict.fromkeys("kwon gwon kwun".split(), "kwon"),
    **dict.fromkeys("hwang whang".split(), "hwang"),
    **dict.fromkeys("ahn an".split(), "an"),
    **dict.fromkeys("song".split(), "song"),
    **dict.fromkeys("sung seong".split(), "seong"),
    **dict.fromkeys("jeon chun jun chon cheon".split(), "ceon"),
    **dict.fromkeys("hong".split(), "hong"),
    **dict.fromkeys("ko go goh koh".split(), "ko"),
    **dict.fromkeys("moon mun".split(), "mun"),
    **dict.fromkeys("son sohn".split(), "son"),
    **dict.fromkeys("bae pae bai".split(), "pae"),
    **dict.fromkeys("baek paek paik baik baeg".split(), "paek"),
    **dict.fromkeys("huh heo ho hur".split(), "heo"),
    **dict.fromkeys("nam".split(), "nam"),
    **dict.fromkeys("shim sim".split(), "sim"),
    **dict.fromkeys("kwak gwak gwag".split(), "kwak"),
    **dict.fromkeys("woo u wu".split(), "u"),
    **dict.fromkeys("ku koo gu goo".split(), "ku"),
    **dict.fromkeys("min".split(), "min"),
    **dict.fromkeys("ban pan".split(), "pan"),
    **dict.fromkeys("byun byeon pyon byon".split(), "pyeon"),
    **dict.fromkeys("kong gong".split(), "kong"),
    **dict.fromkeys("hyun hyeon hyon".split(), "hyeon"),
    **dict.fromkeys("han".split(), "han"),
}
"""Family name as it is written → one writing of it."""
FAMILIES = frozenset(_FAMILIES)
_SYLLABLE = re.compile(
    "(kk|tt|pp|ss|jj|tch|ch|sh|[kgtdpbjsrlnmh]|)"
    "(yeo|you|yoo|yae|yuh|ya|yo|yu|ye|weo|wae|wai|woo|wa|wo|we|wi|wu|eui|eu|eo|ae|ai|ay|oi|oe|oo|ou|oh|uh|ui|"
    "ee|a|e|i|o|u)"
    "(ng|ck|[kgtdpblrnm]|)"
)
_STARTS = {
    **dict.fromkeys("k g kk".split(), "k"),
    **dict.fromkeys("t d tt".split(), "t"),
    **dict.fromkeys("p b pp".split(), "p"),
    **dict.fromkeys("j ch jj tch".split(), "c"),
    **dict.fromkeys("s ss sh".split(), "s"),
    "l": "r",
}
_VOICED = frozenset("gdbj")
_ENDS = {"g": "k", "ck": "k", "d": "t", "b": "p", "r": "l"}
_VOWELS = {
    **{"o": "o", "oh": "o", "eo": "eo", "uh": "eo", "u": "u eo", "oo": "u", "ou": "u", "woo": "u", "wu": "u"},
    **{"ee": "i ui", "i": "i", "ui": "ui", "eui": "ui", "ai": "ae", "ay": "ae", "oi": "oe", "weo": "wo"},
    **{"yu": "yu yeo", "you": "yeo yu", "yoo": "yu", "yuh": "yeo", "wai": "wae"},
}
"""As written → what it stands for as a rule."""
_LOOSE = {"o": "eo", "u": "eu", "yo": "yeo"}
"""What it may stand for besides: breves are left out."""
_MOST = 4


@frozen
class Syllable:
    """`sure`, `loose`: what it may be, without and with the marks that are often left out; `is_voiced`."""

    sure: frozenset[str]
    loose: frozenset[str]
    is_voiced: bool


@frozen
class KoreanName:
    """`family`: in one writing. `given`: each way to cut it into syllables."""

    family: str
    given: tuple[tuple[Syllable, ...], ...]


@lru_cache(maxsize=1 << 12)
def read_korean(words: tuple[str, ...]) -> KoreanName | None:
    """A family name, first or else last, and one or two syllables; None if the lower-case words are none."""
    if words[0] in _FAMILIES:
        family, rest = words[0], words[1:]
    elif words[-1] in _FAMILIES:
        family, rest = words[-1], words[:-1]
    else:
        return None
    given: list[tuple[Syllable, ...]] = [()]
    for word in rest:
        given = [before + cut for before in given for cut in _cut(word) if len(before) + len(cut) < _MOST]
    return KoreanName(_FAMILIES[family], tuple(given)) if given else None


def agree(a: KoreanName, b: KoreanName) -> tuple[int, bool] | None:
    """Syllables of two spellings of one name, and do they agree without loose readings? None: they differ."""
    if a.family != b.family:
        return None
    found = [_fit(x, y) for x in a.given for y in b.given if len(x) == len(y)]
    sizes = [size for size in found if size is not None]
    return max(sizes, default=None)


def are_one_place(a: str, b: str) -> bool:
    """May the two lower-case words be two spellings of a name of two syllables: Pusan, Busan?"""
    return any(_fit(x, y) is not None for x in _cut(a) for y in _cut(b) if len(x) == len(y) == 2)


def _fit(a: Sequence[Syllable], b: Sequence[Syllable]) -> tuple[int, bool] | None:
    is_sure = True
    for x, y in zip(a, b, strict=True):
        if not (x.loose & y.loose):
            return None
        is_sure = is_sure and bool(x.sure & y.sure) and x.is_voiced == y.is_voiced
    return len(a) + 1, is_sure


@lru_cache(maxsize=1 << 13)
def _cut(word: str) -> tuple[tuple[Syllable, ...], ...]:
    """Every way to read a word as one or two syllables."""
    if len(word) > 12:
        return ()
    whole = _read(word)
    return (*(((whole,),) if whole else ()), *_halves(word))


def _halves(word: str) -> Iterator[tuple[Syllable, Syllable]]:
    for end in range(1, len(word)):
        first, second = _read(word[:end]), _read(word[end:])
        if first and second:
            yield first, second


@lru_cache(maxsize=1 << 12)
def _read(written: str) -> Syllable | None:
    """One syllable."""
    found = _SYLLABLE.fullmatch(written)
    if found is None:
        return None
    start, vowel, end = found.groups()
    first, last = _STARTS.get(start, start), _ENDS.get(end, end)
    vowels = _VOWELS.get(vowel, vowel).split()
    sure = frozenset(first + sound + last for sound in vowels)
    more = _LOOSE.get(vowel)
    return Syllable(sure, sure | {first + more + last} if more else sure, start[:1] in _VOICED)
