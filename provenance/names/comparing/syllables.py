"""Names of East Asia, compared by their syllables where romanisations differ."""

import re

from provenance.names.comparing.person_name import PersonName
from provenance.names.comparing.reasons import Sign, printed
from provenance.names.comparing.words import NameWord
from provenance.names.sounds import korean, mandarin
from provenance.names.sounds.japanese import is_family, read_japanese, read_names
from provenance.names.sounds.phonetics import sound_similarity
from provenance.names.sounds.vietnamese import read_vietnamese, split_vietnamese

Told = tuple[str, str]
"""What is said, and the feature that gives it its weight."""
_FAMILIES = korean.FAMILIES | mandarin.SURNAMES
_MOST_WORDS = 4
_HAN = re.compile("[\u3400-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_DIFFERS = "a syllable differs"
_TELLING = frozenset(("thi", "van"))
"""Middle names of Vietnam that tell a woman from a man."""
_MISTAKEN = 0.8
"""Similarity from which two given names may be one, written carelessly: Jinping, Jingping."""


def syllable_signs(a: PersonName, b: PersonName) -> list[Sign]:
    """What tells that two names of syllables are one's, or not; none where the words themselves tell it."""
    told = _of_japan(a, b) or _of_vietnam(a, b)
    if told:
        return told
    first = _texts(a)
    second = _texts(b) if first else ()
    if not second or sorted(first) == sorted(second):
        return []
    found = _of_mandarin(first, second, a.is_hyphenated, b.is_hyphenated)
    if not found:
        is_hangul = _HANGUL.search(a.written + b.written) is not None
        found = _of_korean(first, second, is_hangul)
        if not found:
            return []
    shown = f"{printed(a.words)} / {printed(b.words)}"
    return [(f"{text}: {shown}", ((feature, 1.0),)) for text, feature in found]


def may_be_family_first(name: PersonName) -> bool:
    """Does it begin with a family name of East Asia: Tran Duc Luong, Kato Koichi?"""
    words = tuple([word.folded for word in name.words])
    first = words[0]
    is_syllables = first in _FAMILIES and name.is_in_syllables
    return is_syllables or bool(read_vietnamese(words)) or is_family(read_japanese(first))


def are_one_syllables(a: tuple[NameWord, ...], b: tuple[NameWord, ...]) -> bool:
    """Are they Wade-Giles and pinyin, or two romanisations of Korean, of the same syllables?"""
    first, second = (tuple([word.folded for word in words]) for words in (a, b))
    pinyin, other = mandarin.read_pinyin(first), mandarin.read_pinyin(second)
    if pinyin and other:
        return bool(pinyin & other)
    if (pinyin or other) and _is_wade_giles(first, second):
        return True
    return korean.are_one_place(first[0], second[0]) if len(first) == len(second) == 1 else False


def _of_japan(a: PersonName, b: PersonName) -> list[Sign]:
    """Hepburn and Kunrei are one; how Han signs are read in Japan, only who bears the name knows."""
    is_han = not (a.written.isascii() and b.written.isascii()) and _HAN.search(a.written + b.written)
    if not is_han and (len(a.words) != len(b.words) or not read_japanese(a.words[0].folded)):
        return []
    han, other = (a, b) if _HAN.search(a.written) else (b, a)
    first, second = (tuple([word.folded for word in name.words]) for name in (han, other))
    read = read_names(second)
    if not is_han:
        if not read or sorted(first) == sorted(second):
            return []
        is_one = read_names(first) == read
        shown = f"{printed(a.words)} / {printed(b.words)}"
        said = f"the same in another romanisation of Japanese: {shown}"
        return [(said, (("one in syllables", 1.0),))] if is_one else []
    if _HAN.search(other.written) or not read or mandarin.read_pinyin(second):
        return []
    return [(f"{printed(han.words)} may be read in many ways in Japan", (("cannot be judged", 1.0),))]


def _of_vietnam(a: PersonName, b: PersonName) -> list[Sign]:
    """Most share a few family names, so the given name tells, and which middle name is borne."""
    if a.words == b.words and a.link == b.link:
        return []
    first = split_vietnamese(tuple([word.folded for word in a.words]))
    second = split_vietnamese(tuple([word.folded for word in b.words])) if first else None
    if not first or not second or first[0] != second[0]:
        return []
    given, other = first[2], second[2]
    middles, others = first[1] | ({a.link} - {""}), second[1] | ({b.link} - {""})
    if given != other:
        if sound_similarity(given, other) >= _MISTAKEN:
            return []
        is_moved = given in others or other in middles
        said, feature = "given names of Vietnam differ", "a syllable nearly differs" if is_moved else _DIFFERS
    elif sorted((middles & _TELLING, others & _TELLING), key=sorted) == [{"thi"}, {"van"}]:
        said, feature = "middle names of a man and a woman of Vietnam", _DIFFERS
    elif middles and others and not middles & others and _TELLING & (middles | others):
        said, feature = "middle names of Vietnam differ", "a syllable nearly differs"
    else:
        return []
    return [(f"{said}: {_with_link(a)} / {_with_link(b)}", ((feature, 1.0),))]


def _with_link(name: PersonName) -> str:
    """Nguyen Van Nam."""
    texts = [word.printed for word in name.words]
    return " ".join([texts[0], name.link.title(), *texts[1:]] if name.link else texts)


def _texts(name: PersonName) -> tuple[str, ...]:
    """In lower case, if the first word or the last may be a family name of China or Korea."""
    words = name.words
    if not 1 < len(words) <= _MOST_WORDS:
        return ()
    if words[0].folded not in _FAMILIES and words[-1].folded not in _FAMILIES:
        return ()
    return tuple([word.folded for word in words])


def _of_mandarin(a: tuple[str, ...], b: tuple[str, ...], is_a_tied: bool, is_b_tied: bool) -> list[Told]:
    first, second = mandarin.read_pinyin(a), mandarin.read_pinyin(b)
    if first and second and first & second:
        return [("the same syllables", "one in syllables")]
    if _is_wade_giles(a, b):
        is_marked = not (first and second) or is_a_tied != is_b_tied
        feature = "one in syllables" if is_marked else "maybe one in syllables"
        return [("the same in pinyin and Wade-Giles", feature)]
    if not (first and second) or not _has_family(a) or not _has_family(b):
        return []
    if {len(read) for read in first}.isdisjoint({len(read) for read in second}) or _are_turned(a, b):
        return []
    alike = sound_similarity("".join(a), "".join(b)) >= _MISTAKEN and a[0] == b[0]
    return [("syllables differ", "a syllable nearly differs" if alike else _DIFFERS)]


def _are_turned(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Are they the same words in another order?"""
    return sorted(a) == sorted(b) or "".join(a) in ("".join((*b[1:], b[0])), "".join((b[-1], *b[:-1])))


def _is_wade_giles(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Does one of them give the other, read as Wade-Giles?"""
    return any(
        not mandarin.read_pinyin(x).isdisjoint(mandarin.read_wade_giles(y)) for x, y in ((a, b), (b, a))
    )


def _has_family(words: tuple[str, ...]) -> bool:
    return words[0] in mandarin.SURNAMES


def _of_korean(a: tuple[str, ...], b: tuple[str, ...], is_hangul: bool) -> list[Told]:
    """`is_hangul`: one of them is written in signs that leave no doubt of the sounds."""
    first, second = korean.read_korean(a), korean.read_korean(b)
    agreed = korean.agree(first, second) if first and second else None
    if agreed is None:
        return []
    size, is_sure = agreed
    is_told = is_sure or is_hangul or (a[0] != b[0] and a[0] in korean.FAMILIES and b[0] in korean.FAMILIES)
    feature = "one in syllables" if is_told and size > 2 else "maybe one in syllables"
    return [("the same in another romanisation of Korean", feature)]
