"""Japanese words in the romanisations in use: Hepburn, Kunrei, with and without marks of long vowels."""

import re
from functools import lru_cache

_FAMILIES = frozenset(
    "sato suzuki takahashi tanaka ito watanabe nakamura kobayashi kato yosida yamada sasaki inoue kimura"
    " hayasi simizu saito yamazaki mori abe ikeda hasimoto isikawa ogawa okada goto hasegawa murakami kondo"
    " isii sakamoto endo aoki huzii nisimura hukuda ota miura huziwara okamoto matuda nakagawa nakano harada"
    " ono tamura takeuti kaneko wada nakayama isida ueda morita hara sibata sakai kudo yokoyama miyazaki"
    " miyamoto utida takagi ando taniguti oono maruyama imai takada huzimoto takeda murata ueno sugiyama"
    " masuda sugawara hirano kozima otuka tiba kubo matui iwasaki sakurai kinosita noguti matuo nomura"
    " kikuti sano onisi sugimoto arai hamada itikawa huruta mizuno komatu ozawa tanabe asano kawaguti"
    " koizumi aso kan hatoyama nakasone obuti mori tozyo hirohito kisida suga isiba noda hukuda ohira".split()
)
"""Common family names, in Kunrei without marks."""
_FAMILY_ENDING = re.compile(
    "..+(?:moto|mura|yama|kawa|gawa|sima|zima|zaki|saki|hasi|basi|naka|guti|kuti|oka|zawa|sawa|hara|bara|wara"
    "|uti|bayasi|mizu|tani|moto|numa|sita|mori)"
)
_TO_KUNREI = (
    ("m", re.compile("(?<=[aiueo])m(?=[bpm])"), "n"),
    ("tch", re.compile("tch"), "tti"),
    ("cch", re.compile("cch"), "tti"),
    ("sh", re.compile("sh(?=i)"), "s"),
    ("sh", re.compile("sh(?=[aueo])"), "sy"),
    ("tti", re.compile("tti(?=i)"), "tt"),
    ("tti", re.compile("tti(?=[aueo])"), "tty"),
    ("ch", re.compile("ch(?=i)"), "t"),
    ("ch", re.compile("ch(?=[aueo])"), "ty"),
    ("ts", re.compile("ts(?=u)"), "t"),
    ("dz", re.compile("dz(?=u)"), "z"),
    ("j", re.compile("j(?=i)"), "z"),
    ("j", re.compile("jy?(?=[aueo])"), "zy"),
    ("f", re.compile("f(?=u)"), "h"),
    ("o", re.compile("(?:ou|oo|oh(?![aiueoy]))"), "o"),
    ("u", re.compile("uu|uh(?![aiueoy])"), "u"),
)
"""Letters that a word must have for a rule to change it, and the rule."""
_MAY_BE = re.compile("[abcdefghijkmnoprstuwyz]+(?<=[aiueonh])")
"""Letters and ends that some rule or some syllable has."""
_MORAE = re.compile("(?:(?:[kgsztdnhbpmr]y?|kk|ss|tt|pp|kky|ssy|tty|ppy|[yw])?[aiueo]|n(?![aiueoy]))+")
_LONGEST = 20


@lru_cache(maxsize=1 << 13)
def read_japanese(word: str) -> str:
    """A lower-case word in Kunrei, long vowels as short ones; "" if it has other than Japanese sounds."""
    if not 1 < len(word) <= _LONGEST:
        return ""
    if _MAY_BE.fullmatch(word) is None:
        return ""
    for letters, written, kunrei in _TO_KUNREI:
        if letters in word:
            word = written.sub(kunrei, word)
    return word if _MORAE.fullmatch(word) else ""


@lru_cache(maxsize=1 << 13)
def read_names(words: tuple[str, ...]) -> tuple[str, ...]:
    """All words of a name in Kunrei, sorted; empty unless all are Japanese and one is a family name."""
    if len(words) < 2:
        return ()
    read: list[str] = []
    for word in words:
        one = read_japanese(word)
        if not one:
            return ()
        read.append(one)
    return tuple(sorted(read)) if any([is_family(word) for word in read]) else ()


def is_family(word: str) -> bool:
    """Is a word in Kunrei a family name?"""
    return word in _FAMILIES or _FAMILY_ENDING.fullmatch(word) is not None
