"""Whether two different words are a misreading, a slip of the pen or another way to spell one word."""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA, Prefix

from provenance.text.folding import fold_text

DOUBTFUL = "possible misspelling or misreading"
"""A letter is missing: the passage as a whole tells which."""

_MOST_LETTERS = 40
"""Longer strings are no words."""
_LETTERS_A_DAMAGE = 2
"""Letters that a word has for each damaged place, at least."""
_LEAST_LETTERS = 4
"""Letters of a misspelled word, where letters are not just exchanged."""
_LONG_WORD = 8
"""Letters from which two slips of the pen are possible."""

# Shapes that scans and print make alike: general knowledge of the faults of optical character recognition.
_ALIKE_LETTERS = (
    "0o 0q oc oe oa ce ca bh b6 hk hn nu nr ri un tf tl ti fl fi il i1 l1 ij 1j 1t 17 1f s5 s8 58 z2 g9 gq"
    " 9q yv vu ua 8b 8a 6o 4a 6b 3s 3e 38 jy ft mw kx uv ec sf"
).split()
_ALIKE_GROUPS = (
    "rn:m nn:m ni:m in:m rm:nn cl:d ci:d c1:d tl:d cl:a vv:w uu:w vy:w li:h lr:h lt:h ii:n ii:u il:u li:u"
    " ll:u ri:n il:n iv:w rr:n lo:b lc:k ic:k lz:k fi:h io:b ol:d ti:n"
).split()
_PAIRS_OF_GROUPS = [tuple(group.split(":")) for group in _ALIKE_GROUPS]
LIKE_LETTERS = frozenset(
    pair for letters in _ALIKE_LETTERS for pair in (tuple(letters), tuple(reversed(letters)))
)
LIKE_GROUPS = frozenset(pair for a, b in _PAIRS_OF_GROUPS for pair in ((a, b), (b, a)))
_LIKE_FIGURES = frozenset((x, y) for x, y in LIKE_LETTERS if x.isdigit() != y.isdigit())
_GROUP_SIZES = ((2, 1), (1, 2), (2, 2))
_SURE_GROUPS = 8
"""So many of the groups are hardly ever slips of the pen."""
_SURE = frozenset("0o 1l 1i 5s 8b bh ce ec hb 6b".split()).union(
    a + b for a, b in _PAIRS_OF_GROUPS[:_SURE_GROUPS]
)
_MEASURE = re.compile(r"\d{1,40}(\D{1,40})")
_FIGURES = str.maketrans("oqdlijszbg", "0001115289")


@lru_cache(maxsize=1 << 15)
def count_damages(one: str, other: str) -> tuple[int, int]:
    """(places in which letters of `one` and `other`, folded, look alike in a scan; letters missing in one).

    (0, 0) if no such damage makes one of the other. Looked for from left to right, without going back.
    """
    if max(len(one), len(other)) > _MOST_LETTERS or not one or not other or _are_measures(one, other):
        return 0, 0
    i = j = shapes = lost = 0
    while i < len(one) or j < len(other):
        if i < len(one) and j < len(other) and one[i] == other[j]:
            i, j = i + 1, j + 1
            continue
        x, y = _step(one[i : i + 3], other[j : j + 3])
        if x == y == 0:
            return 0, 0
        i, j = i + x, j + y
        shapes, lost = shapes + (x > 0 and y > 0), lost + (x == 0 or y == 0)
    return (shapes, lost) if (shapes + lost) * _LETTERS_A_DAMAGE <= max(len(one), len(other)) else (0, 0)


@lru_cache(maxsize=1 << 13)
def are_scans(one: str, other: str) -> bool:
    """May two folded words be readings of one in a bad scan: is all that differs letters that look alike, or
    one that is missing? In short words two of three letters (the, fbe), else half of them."""
    longest = max(len(one), len(other))
    if not one or not other or longest > _MOST_LETTERS or abs(len(one) - len(other)) > _MOST_LOST:
        return False
    most = longest - 1 if longest <= _LEAST_LETTERS else longest // _LETTERS_A_DAMAGE
    before: list[int] = []
    last: list[int] = []
    for i in range(len(one) + 1):
        before, last, above = last, _damages_of_row(one[:i], other, (last, before)), last
        if i and min(last) > most and min(above) > most:
            return False  # a step takes one letter or two, and none makes it less
    return 0 < last[-1] <= most


def _damages_of_row(one: str, other: str, rows: tuple[list[int], list[int]]) -> list[int]:
    """Least damages that make each beginning of `other` of `one`; `rows`: the same for `one` without its last
    letter, and without its last two."""
    above, higher = rows
    if not one:
        return [2 * j for j in range(len(other) + 1)]
    last, pair = one[-1], one[-2:]
    found = [above[0] + 2]
    for j, letter in enumerate(other, 1):
        best = min(above[j], found[j - 1]) + 2
        if last == letter:
            best = min(best, above[j - 1])
        elif above[j - 1] + 1 < best and ((last, letter) in LIKE_LETTERS or last + letter in _ROUND):
            best = above[j - 1] + 1
        if higher and higher[j - 1] + 1 < best and (pair, letter) in LIKE_GROUPS:
            best = higher[j - 1] + 1
        if j > 1:
            others = other[j - 2 : j]
            if above[j - 2] + 1 < best and (last, others) in LIKE_GROUPS:
                best = above[j - 2] + 1
            if higher and higher[j - 2] + 1 < best and (pair, others) in LIKE_GROUPS:
                best = higher[j - 2] + 1
        found.append(best)
    return found


_ROUND = frozenset(("ao", "oa"))
_MOST_LOST = 3


def as_figures(text: str) -> str:
    """The figures of a number in print, with those that were read as letters (14,00O)."""
    return "".join(filter(str.isdigit, "".join(fold_text(text).split()).translate(_FIGURES)))


def _are_measures(one: str, other: str) -> bool:
    """Are both figures and the same letters after them (39kg, 93kg): two numbers, neither of them damaged?"""
    a, b = _MEASURE.fullmatch(one), _MEASURE.fullmatch(other)
    return a is not None and b is not None and a[1] == b[1]


def _step(one: str, other: str) -> tuple[int, int]:
    """How many letters of either side the damage takes with which both begin; (0, 0) if there is none."""
    for x, y in _GROUP_SIZES:
        if (one[:x], other[:y]) in LIKE_GROUPS:
            return x, y
    if (one[:1], other[:1]) in LIKE_LETTERS:
        return 1, 1
    if len(one) > 1 and one[1:2] == other[:1]:
        return 1, 0
    if len(other) > 1 and other[1:2] == one[:1]:
        return 0, 1
    return 0, 0


@lru_cache(maxsize=1 << 13)
def is_sure_damage(one: str, other: str) -> bool:
    """Is all that differs a shape that hardly anything but a scanner mistakes (rn/m, h/b, 1/l)?"""
    start = _common_start(one, other)
    a, b = one[start:], other[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return (a + b) in _SURE or (b + a) in _SURE


def is_damaged_figure(one: str, other: str) -> bool:
    """Is one a number and the other the same with letters for figures, or with gaps (1906, 19O6, 1 9O6)?"""
    a, b = ("".join(fold_text(text).split()) for text in (one, other))
    if a == b or a.isdecimal() == b.isdecimal():
        return False
    has_figures = any(c.isdigit() for c in a) and any(c.isdigit() for c in b)
    if not has_figures:
        return False
    if a.translate(_FIGURES) == b.translate(_FIGURES):
        return True
    return len(a) == len(b) and all(x == y or (x, y) in _LIKE_FIGURES for x, y in zip(a, b, strict=True))


def is_exchange(one: str, other: str) -> bool:
    """Are two letters that stand side by side exchanged?"""
    is_anagram = len(one) == len(other) and sorted(one) == sorted(other)
    return is_anagram and OSA.distance(one, other, score_cutoff=1) == 1


@lru_cache(maxsize=1 << 13)
def is_slip(word: str, slip: str) -> bool:
    """May `slip` be `word` as someone typed it by mistake: letters exchanged, doubled, left out, put in?"""
    if min(len(word), len(slip)) < _LEAST_LETTERS or word[0] != slip[0]:
        return False
    most = 2 if len(word) >= _LONG_WORD else 1
    if OSA.distance(word, slip, score_cutoff=most) > most:
        return False
    return not is_another_ending(word, slip)


def are_alike(one: str, other: str) -> bool:
    """Does one letter make the difference, or two in a long word?"""
    most = 2 if min(len(one), len(other)) >= _LONG_WORD else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


def is_another_ending(word: str, slip: str) -> bool:
    """Do they differ at their end alone, as forms of one word do?"""
    return _common_start(word, slip) >= min(len(word), len(slip)) - 1 and sorted(word) != sorted(slip)


def _common_start(one: str, other: str) -> int:
    return Prefix.similarity(one, other)


# Endings and words in which British and American spelling differ: general knowledge of English.
_VARIANTS = tuple(
    (ending.split("/")[0], ending.split("/")[1])
    for ending in "our/or ise/ize isa/iza isi/izi yse/yze ysi/yzi tre/ter bre/ber ogue/og ence/ense dgem/dgm"
    " ae/e oe/e".split()
)
_VARIANTS_BY_LENGTH = {
    more: tuple(pair for pair in _VARIANTS if len(pair[0]) - len(pair[1]) == more) for more in range(3)
}
"""Endings by how many letters the British one has more."""
_LONGEST_ENDING = max(len(ending) for endings in _VARIANTS for ending in endings)
_EXCHANGED = frozenset(
    frozenset(next((x, y) for x, y in zip(one, other, strict=True) if x != y))
    for one, other in _VARIANTS
    if len(one) == len(other)
)
"""Letters in which spellings of one length first differ."""
_MOST_ENDING = max(abs(len(one) - len(other)) for one, other in _VARIANTS)
_PAIRS = frozenset(
    tuple(sorted(pair.split("/")))
    for pair in (
        "grey/gray tyre/tire tyres/tires kerb/curb gaol/jail practise/practice practised/practiced"
        " licence/license programme/program programmes/programs cheque/check cheques/checks pyjamas/pajamas"
        " aluminium/aluminum artefact/artifact artefacts/artifacts enquiry/inquiry enquiries/inquiries"
        " draught/draft draughts/drafts ageing/aging storey/story storeys/stories cosy/cozy sceptic/skeptic"
        " sceptics/skeptics sceptical/skeptical moustache/mustache sulphur/sulfur waggon/wagon plough/plow"
        " ploughs/plows ploughed/plowed mould/mold smoulder/smolder instalment/installment"
        " instalments/installments enrol/enroll fulfil/fulfill skilful/skillful wilful/willful"
        " jewellery/jewelry woollen/woolen marvellous/marvelous speciality/specialty whisky/whiskey"
        " connexion/connection manoeuvre/maneuver manoeuvres/maneuvers omelette/omelet axe/ax disc/disk"
        " ochre/ocher archaeology/archeology archaeologist/archeologist archaeologists/archeologists"
        " archaeological/archeological"
    ).split()
)
_STEM = 2
"""Letters before such an ending, at least: mourning and morning are other words.
Before an s or z one more: prise and prize."""
_SHORTEST_VARIANT = 5
"""Letters of the shorter spelling: four and for are other words."""
_VOWELS = frozenset("aeiouy")
_ROMAN = (
    ("ä", "ae"),
    ("ö", "oe"),
    ("ü", "ue"),
    ("ø", "oe"),
    ("å", "aa"),
    ("æ", "ae"),
    ("ß", "ss"),
    ("œ", "oe"),
)


@lru_cache(maxsize=1 << 13)
def are_spellings(one: str, other: str) -> bool:
    """Are two folded words one word of British and American English?"""
    if (one, other) in _PAIRS or (other, one) in _PAIRS:
        return True
    if one == other or min(len(one), len(other)) < _SHORTEST_VARIANT:
        return False
    start = _common_start(one, other)
    rest = max(len(one), len(other)) - start - _LONGEST_ENDING
    if abs(len(one) - len(other)) > _MOST_ENDING or (rest > 0 and one[-rest:] != other[-rest:]):
        return False  # what follows an ending, or a doubled letter, is the same
    if len(one) == len(other) and frozenset((one[start], other[start])) not in _EXCHANGED:
        return False
    longer, shorter = sorted((one, other), key=len, reverse=True)
    by_length = _VARIANTS_BY_LENGTH.get(len(longer) - len(shorter), ())
    is_even = len(longer) == len(shorter)
    return any(
        _is_varied(longer, shorter, *endings, start)
        or (is_even and _is_varied(shorter, longer, *endings, start))
        for endings in by_length
    ) or _is_doubled(longer, shorter, start)


def _is_varied(a: str, b: str, british: str, american: str, start: int) -> bool:
    """Does `a` have the one where `b` has the other, near `start`, and are they equal but for that?"""
    for begin in range(start, max(-1, start - len(british)), -1):
        if a.startswith(british, begin) and b.startswith(american, begin):
            is_placed = begin <= _STEM if british in ("ae", "oe") else begin >= _STEM + (british[1] == "s")
            if is_placed and a[begin + len(british) :] == b[begin + len(american) :]:
                return True
    return False


def _is_doubled(longer: str, shorter: str, start: int) -> bool:
    """Travelled and traveled: an l doubled after more than one syllable."""
    if len(longer) != len(shorter) + 1 or longer[:start] + longer[start + 1 :] != shorter:
        return False
    if not longer[:start].endswith("l") or not longer[start:].startswith(("led", "ling", "ler")):
        return False
    groups = sum(longer[at] in _VOWELS and (at == 0 or longer[at - 1] not in _VOWELS) for at in range(start))
    return groups > 1


@lru_cache(maxsize=1 << 13)
def are_one_name(one: str, other: str) -> bool:
    """Have two printed names the same letters, in Latin script and without marks, spaces and hyphens?

    Mueller and Müller, Ιωάννης and Ioannis; what needs to know more of names is for later stages.
    """
    forms = [{_plain(text), _plain(_with_digraphs(text))} for text in (one, other)]
    return bool((forms[0] & forms[1]) - {""})


def _with_digraphs(text: str) -> str:
    low = text.casefold()
    for letter, letters in _ROMAN:
        low = low.replace(letter, letters)
    return low


def _plain(text: str) -> str:
    return "".join(fold_text(anyascii(text)).split())
