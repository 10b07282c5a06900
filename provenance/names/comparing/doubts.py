"""What leaves a doubt whatever else agrees: such names are for people to judge, never one by themselves."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from provenance.names.comparing.forms import spell_one_name, spell_two_names
from provenance.names.comparing.grammar import IRANIAN_ENDS, are_of_two_genders
from provenance.names.comparing.half_alike import (
    are_written_together,
    doubt_of_consonants,
    doubt_of_given_name,
    doubt_of_listed_name,
)
from provenance.names.comparing.lineage import (
    doubt_of_initials,
    doubt_of_line,
    doubt_of_parent,
    doubt_of_patronymic,
    doubt_of_rank,
    doubt_of_wife,
    is_byname_moved,
)
from provenance.names.comparing.person_name import PersonName
from provenance.names.comparing.rarity import RARE
from provenance.names.comparing.reasons import Said, printed, say_words
from provenance.names.comparing.syllables import syllable_signs
from provenance.names.comparing.words import NameWord, pair_words, word_similarity
from provenance.names.sounds import mandarin
from provenance.names.sounds.abugidas import unread_script
from provenance.names.sounds.han import plain_signs
from provenance.names.sounds.japanese import read_names
from provenance.names.sounds.long_vowels import have_other_vowels_in_script
from provenance.names.sounds.orthographies import usual_spellings
from provenance.names.sounds.phonetics import have_other_endings, sound_similarity
from provenance.names.sounds.respelling import respellings
from provenance.names.sounds.surnames import have_other_suffixes
from provenance.names.sounds.vietnamese import read_vietnamese

_AGREEING = 0.88
_PAIRED = 0.55
_NO_FORM = ("", "=")
_ONE_SOUND = 0.97
_SON = re.compile("s[eo]n+$")
_DOUBLED = re.compile(r"(.)\1")
_CONSONANTAL = re.compile("[\u05d0-\u05ea\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_VOWELS = re.compile("[aeiouyw]+")
_LEAD = re.compile("^[yw](?=[aeiou])")
_GENERATIONS = frozenset(
    "elder younger filho neto netto sobrinho hijo nieto fils pere figlio fiul starsi mladsi".split()
)
"""Words behind a family name for father, son, grandson, nephew."""
_SOFT_ENDS = frozenset("aeiouyw")
_SHORT = 5
"""Letters up to which a word of one syllable is told by its vowel."""
_CLASSES = {
    written: one
    for one, many in {
        "i": "i e ee ie y ea iy ey",
        "u": "u o oo ou uo au aw ow",
        "a": "a aa",
        "e": "ai ay ei ey ae",
        "oa": "oa",
    }.items()
    for written in many.split()
}


def doubt_of(a: PersonName, b: PersonName) -> Said:
    """The first that there is; "" if there is none."""
    for found in _DOUBTS:
        said = found(a, b)
        if said:
            return said
    return ""


def _of_generation(a: PersonName, b: PersonName) -> Said:
    if a.suffix == b.suffix:
        return _of_last_word(a, b)
    return f"only one names the generation, which tells father and son apart: {a.suffix or b.suffix}"


def _of_last_word(a: PersonName, b: PersonName) -> Said:
    """José Sarney Filho, Pieter Bruegel the Elder: by it a family tells its own apart."""
    longer, shorter = (a, b) if len(a.words) > len(b.words) else (b, a)
    last = longer.words[-1]
    if len(shorter.words) < 2 or last.folded not in _GENERATIONS:
        return ""
    if last.folded in [word.folded for word in shorter.words]:
        return ""
    return f"only one names the generation, which tells father and son apart: {last.printed}"


def _of_script(a: PersonName, b: PersonName) -> Said:
    if not a.written and not b.written:
        return ""
    script = unread_script(a.written) or unread_script(b.written)
    return f"names in {script} letters cannot be read surely here" if script else ""


def _of_signs(a: PersonName, b: PersonName) -> Said:
    """Wang Yi and another Wang Yi: signs that sound alike are other names."""
    if not a.written or not b.written:
        return ""
    first, second = _signs(a.written), _signs(b.written)
    if first == second or not first or not second or _block(first[0]) != _block(second[0]):
        return ""
    return f"written with other signs, however they sound: {first} / {second}"


def _of_surname(a: PersonName, b: PersonName) -> Said:
    """What makes another surname of one, although they are alike."""
    first, second = a.words[-1], b.words[-1]
    if first.folded == second.folded or first.is_vowelless or second.is_vowelless:
        return ""
    if spell_two_names(a.forms[-1], b.forms[-1]) and word_similarity(first, second) >= _PAIRED:
        return (say_words, "surnames that are two names", (first,), (second,))
    said = "" if spell_one_name(a.forms[-1], b.forms[-1]) else _told_of_ending(first, second)
    return (say_words, said, (first,), (second,)) if said and not are_written_together(a, b) else ""


def _told_of_ending(first: NameWord, second: NameWord) -> str:
    x, y = first.folded, second.folded
    if _have_other_suffixes(x, y):
        return "the ending makes another surname"
    if word_similarity(first, second) < _PAIRED:
        return ""
    if _are_other_sons(x, y):
        return "names of other fathers' sons"
    return "the ending makes another surname" if have_other_endings(x, y) else ""


@lru_cache(maxsize=1 << 13)
def _have_other_suffixes(x: str, y: str) -> bool:
    """In whatever language they are spelt."""
    if not have_other_suffixes(x, y):
        return False
    first = (x, *respellings(x), *usual_spellings(x))
    second = (y, *respellings(y), *usual_spellings(y))
    return not any([sound_similarity(word, other) >= _ONE_SOUND for word in first for other in second])


def _are_other_sons(x: str, y: str) -> bool:
    """Hansen and Hanson, Nielsen and Nilsen, Petersen and Pedersen: names of families of their own."""
    if _SON.search(x) is None or _SON.search(y) is None:
        return False
    return _DOUBLED.sub(r"\1", x) != _DOUBLED.sub(r"\1", y)


def _of_double_surname(a: PersonName, b: PersonName) -> Said:
    """Mensah and Mensah-Boateng."""
    longer, shorter = (a, b) if len(a.words) > len(b.words) else (b, a)
    size = len(shorter.words)
    if size < 2 or len(longer.words) == size or longer.has_lineage or shorter.has_lineage:
        return ""
    if shorter.is_hyphenated or longer.words[-1].has_article:
        return ""
    if "-" not in longer.written and not _is_of_europe(longer, size):
        return ""
    if _is_with_town(longer.words[size - 1 :]):
        return ""
    if any([word_similarity(x, y) < _AGREEING for x, y in zip(longer.words, shorter.words, strict=False)]):
        return ""
    return f"only one has a double surname: {printed(longer.words[size - 1 :])}"


def _is_with_town(words: Sequence[NameWord]) -> bool:
    """Karimi-Ardakani: as Iranians add the town that a family is of."""
    first, second = words[0].folded, words[-1].folded
    return len(first) > _SHORT and first.endswith(IRANIAN_ENDS) and len(second) > _SHORT and second[-1] == "i"


def _is_of_europe(longer: PersonName, size: int) -> bool:
    """Ernst Jünger Lopez: given names that Europe has forms of, and a rare surname before a usual one."""
    if size != 2 or len(longer.words) != 3 or longer.forms[0][:1] in _NO_FORM:
        return False
    return longer.commonness[1] == RARE < longer.commonness[2] and not longer.words[1].is_vowelless


def _of_order(a: PersonName, b: PersonName) -> Said:
    """Three given names that go round or back: each time another is the father's."""
    size = min(len(a.words), len(b.words))
    if size < 3 or a.is_marked or b.is_marked:
        return ""
    if a.words[0].folded == b.words[0].folded or a.words[0].is_initial or b.words[0].is_initial:
        return ""
    if not all([word.is_known for word in a.words + b.words]) or is_byname_moved(a, b):
        return ""
    pairing = pair_words(a.words, b.words)
    if len(pairing.pairs) < size or pairing.is_in_order:
        return ""
    return (say_words, "the order of given names differs", a.words, b.words)


def _of_gender(a: PersonName, b: PersonName) -> Said:
    """José Mário and José Maria: between what is equal, a man's and a woman's name."""
    if not len(a.words) == len(b.words) > 2:
        return ""
    for first, second in zip(a.words[1:-1], b.words[1:-1], strict=True):
        is_known = first.is_known and second.is_known
        if first.folded != second.folded and are_of_two_genders(first.folded, second.folded, is_known):
            return (say_words, "middle names of two genders", (first,), (second,))
    return ""


def _of_title_inside(a: PersonName, b: PersonName) -> Said:
    """Ahmad Shah Massoud and Ahmad Massoud, his son: the word makes another given name."""
    longer, shorter = (a, b) if len(a.words) > len(b.words) else (b, a)
    if len(longer.words) != len(shorter.words) + 1 or len(shorter.words) < 2:
        return ""
    word = longer.words[1]
    if (
        word.folded != "shah"
        or are_written_together(a, b)
        or "shah" in [other.folded[-4:] for other in shorter.words]
    ):
        return ""
    return f"only one has {word.printed}, which makes another given name"


def _of_syllables(a: PersonName, b: PersonName) -> Said:
    """Names of which each letter tells: Vietnamese, Japanese, Mandarin."""
    size = len(a.words)
    if size != len(b.words) or size < 2:
        return ""
    first, second = _texts(a), _texts(b)
    if first == second:
        return ""
    said = _told_of_syllables(a, b, first, second)
    return "" if said and syllable_signs(a, b) else said


def _told_of_syllables(a: PersonName, b: PersonName, first: tuple[str, ...], second: tuple[str, ...]) -> Said:
    if _differ_in_vietnamese(first, second):
        return (say_words, "syllables of Vietnam differ", a.words, b.words)
    kana = read_names(first)
    other = read_names(second) if kana else ()
    if other and kana != other:
        return (say_words, "Japanese syllables differ", a.words, b.words)
    is_chinese = first[0] == second[0] in mandarin.SURNAMES and a.is_in_syllables and b.is_in_syllables
    if is_chinese and bool(mandarin.read_pinyin(first)) != bool(mandarin.read_pinyin(second)):
        return (say_words, "syllables differ", a.words, b.words)
    return ""


def _differ_in_vietnamese(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    read, other = read_vietnamese(first), read_vietnamese(second)
    if read and other:
        return read != other
    return bool(read or other) and sorted(first) != sorted(second)


def _of_vowels(a: PersonName, b: PersonName) -> Said:
    """Jon and Joan, Tom and Tim; Khamenei and Khomeini."""
    if len(a.words) != len(b.words):
        return ""
    for first, second, form, other in zip(a.words, b.words, a.forms, b.forms, strict=True):
        if first.folded == second.folded or first.is_vowelless or second.is_vowelless:
            continue
        if spell_one_name(form, other):
            continue
        if _have_other_vowels(first.folded, second.folded):
            return "" if syllable_signs(a, b) else (say_words, "the vowels differ", (first,), (second,))
    return ""


@lru_cache(maxsize=1 << 13)
def _have_other_vowels(x: str, y: str) -> bool:
    """The consonants are equal; in a word of one syllable another vowel, in a longer one only others."""
    if len(x) < 2 or len(y) < 2 or (x[-1] != y[-1] and x[-1] not in _SOFT_ENDS and y[-1] not in _SOFT_ENDS):
        return False
    if (x[0] in "aeiou") != (y[0] in "aeiou") or (x[0] not in "aeiou" and x[0] != y[0]):
        return False
    if _outline(x) != _outline(y):
        return False
    first, second = _vowel_classes(x), _vowel_classes(y)
    differing = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    if len(first) != len(second) or not differing or "" in first or "" in second:
        return False  # two vowels that meet are two syllables, written in many ways: Said, Saeed
    if len(first) == 1:
        return max(len(x), len(y)) <= _SHORT and set(differing[0]) != {"e", "i"}
    return len(differing) == len(first) and any([set(pair) == {"a", "u"} for pair in differing])


@lru_cache(maxsize=1 << 14)
def _outline(word: str) -> str:
    """What stands between the vowels, behind the first letter."""
    return _VOWELS.sub("-", word[1:])


def _vowel_classes(word: str) -> list[str]:
    return [_CLASSES.get(vowels, "") for vowels in _VOWELS.findall(_LEAD.sub("", word))]


def _of_long_vowels(a: PersonName, b: PersonName) -> Said:
    """Karim, and what can only be Karam in Arabic or Hebrew script."""
    if not a.written and not b.written:
        return ""
    if _CONSONANTAL.search(a.written) is None and _CONSONANTAL.search(b.written) is None:
        return ""
    for pair in pair_words(a.words, b.words).pairs:
        first, second = pair.a[0], pair.b[0]
        if len(pair.a) > 1 or len(pair.b) > 1 or first.is_vowelless == second.is_vowelless:
            continue
        written, bare = (second, first) if first.is_vowelless else (first, second)
        if have_other_vowels_in_script(written.folded, bare.folded, a.written + b.written):
            return (say_words, "a long vowel is written in one only", (first,), (second,))
    return ""


def _texts(name: PersonName) -> tuple[str, ...]:
    return tuple([word.folded for word in name.words])


@lru_cache(maxsize=1 << 12)
def _signs(written: str) -> str:
    """The Han or Hangul signs of a name that is written in nothing else, in one writing; else ""."""
    letters = "".join([letter for letter in unicodedata.normalize("NFKC", written) if letter.isalnum()])
    blocks = {_block(letter) for letter in letters}
    return plain_signs(letters) if blocks in ({"han"}, {"hangul"}) else ""


def _block(letter: str) -> str:
    if "\u3400" <= letter <= "\u9fff":
        return "han"
    return "hangul" if "\uac00" <= letter <= "\ud7a3" else ""


_DOUBTS: tuple[Callable[[PersonName, PersonName], Said], ...] = (
    _of_generation,
    _of_script,
    _of_signs,
    _of_surname,
    doubt_of_given_name,
    doubt_of_consonants,
    _of_double_surname,
    _of_order,
    _of_gender,
    _of_title_inside,
    _of_syllables,
    _of_vowels,
    _of_long_vowels,
    doubt_of_wife,
    doubt_of_rank,
    doubt_of_initials,
    doubt_of_patronymic,
    doubt_of_parent,
    doubt_of_line,
    doubt_of_listed_name,
)
"""The plainest first."""
